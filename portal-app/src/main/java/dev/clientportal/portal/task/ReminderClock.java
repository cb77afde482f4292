package dev.clientportal.portal.task;

import dev.clientportal.portal.firm.Firm;
import dev.clientportal.portal.firm.Firms;
import dev.clientportal.portal.task.Reminders.Waiting;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;

/** When reminders by the due date go out: in the morning where the firm is. Any number of nodes look for them. */
@ApplicationScoped
class ReminderClock {
    private static final Logger LOG = Logger.getLogger(ReminderClock.class);
    private static final int COMPANIES = 100;

    private final Reminders reminders;
    private final Firms firms;
    private final ReminderSettings settings;
    private final Clock clock;

    ReminderClock(Reminders reminders, Firms firms, ReminderSettings settings, Clock clock) {
        this.reminders = reminders;
        this.firms = firms;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "{client-portal.reminders.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void strike() {
        // The date line: no firm is further in its day.
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.MAX);
        List<Waiting> some = reminders.waiting(day, null, COMPANIES);
        while (!some.isEmpty()) {
            some.forEach(this::remind);
            some = reminders.waiting(day, some.get(some.size() - 1), COMPANIES);
        }
    }

    /** What cannot be done now waits for the next time: of a firm that is closed, or whose Keycloak is away. */
    private void remind(Waiting waiting) {
        try {
            firms.find(waiting.domain())
                    .filter(firm -> firm.realm().equals(waiting.firm()) && firm.active())
                    .filter(this::isMorning)
                    .ifPresent(firm -> all(firm, waiting));
        } catch (RuntimeException e) {
            LOG.warnf(e, "Reminders of company %s wait: %s", waiting.companyId(), e.getMessage());
        }
    }

    private boolean isMorning(Firm firm) {
        return clock.instant().atZone(firm.timeZone()).getHour() >= settings.hour();
    }

    private void all(Firm firm, Waiting waiting) {
        boolean more;
        do {
            more = reminders.byDueDate(firm, waiting);
        } while (more);
    }
}
