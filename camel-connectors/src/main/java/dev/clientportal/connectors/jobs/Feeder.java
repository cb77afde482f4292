package dev.clientportal.connectors.jobs;

import dev.clientportal.connectors.upstream.Trace;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jms.core.JmsTemplate;

/**
 * Puts commands onto the queue, in their order and only so many at once, so that a webhook need not wait behind a million
 * rows. What was put there twice after a crash is worked on once: a command's state decides.
 */
public final class Feeder {
    private static final Logger LOG = LoggerFactory.getLogger(Feeder.class);
    private static final int AHEAD = 500;
    private static final int JOBS = 50;
    private static final long LEASE_MILLIS = 30_000;

    private final JobStore jobs;
    private final CommandStore commands;
    private final Later later;
    private final JmsTemplate jms;
    private final Clock clock;

    public Feeder(JobStore jobs, CommandStore commands, Later later, JmsTemplate jms, Clock clock) {
        this.jobs = jobs;
        this.commands = commands;
        this.later = later;
        this.jms = jms;
        this.clock = clock;
    }

    /** All jobs that have something left, and what is to be done again or later; called every second, on every node. */
    public void feedAll() {
        jobs.toFeed(AHEAD, JOBS).forEach(this::feed);
        replay();
        later.feed(AHEAD, this::send);
    }

    /** This one now. A broker that is away is no harm: the work is stored, and is fed later. */
    public void feedSoon(Job job) {
        try {
            feed(job);
        } catch (RuntimeException later) {
            LOG.warn("Job {} is fed later: {}", job.id(), later.getMessage());
        }
    }

    private void feed(Job job) {
        int onTheWay = job.fed() - job.done() - job.failed() - job.dead() - job.cancelled();
        int room = Math.min(AHEAD - onTheWay, job.total() - job.fed());
        if (room <= 0 || !jobs.leaseFeeding(job, clock.millis() + LEASE_MILLIS)) return;
        List<Command> next = commands.list(job.id(), null, job.fed(), room);
        send(next);
        jobs.fed(job, job.fed() + next.size());
    }

    /** What was set aside and is to be done again, now; later if the broker is away. */
    void replaySoon() {
        try {
            replay();
        } catch (RuntimeException later) {
            LOG.warn("What was set aside is put onto the queue later: {}", later.getMessage());
        }
    }

    private void replay() {
        commands.replay(AHEAD, this::send);
    }

    private void send(List<Command> next) {
        jms.execute(Work.QUEUE, (session, producer) -> {
            for (Command command : next) {
                if (command.state() == Command.State.WAITING) send(session, producer, command);
            }
            if (session.getTransacted()) session.commit();
            return null;
        });
    }

    private static void send(Session session, MessageProducer producer, Command command) throws JMSException {
        TextMessage message = session.createTextMessage(command.body());
        message.setStringProperty(Work.REALM, command.realm());
        message.setStringProperty(Work.COMMAND, command.id());
        if (command.trace() != null) message.setStringProperty(Trace.HEADER, command.trace());
        message.setStringProperty("JMSXGroupID", command.companyGroup());
        producer.send(message);
    }
}
