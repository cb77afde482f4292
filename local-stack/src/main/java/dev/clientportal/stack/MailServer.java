package dev.clientportal.stack;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An SMTP server, on loopback unless told otherwise, that keeps every mail in memory. It can be slow, it can refuse
 * recipients, and it can be down for a while and come back on the same port; what it received before stays.
 */
public final class MailServer implements AutoCloseable {
    private static final String MAILBOX = "everybody";

    private final String bindAddress;
    private final int port;
    private final List<ReceivedMail> received = new CopyOnWriteArrayList<>();
    private final AtomicLong lastId = new AtomicLong();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final Map<String, String> contentRefusals = new ConcurrentHashMap<>();
    private volatile Duration deliveryDelay = Duration.ZERO;
    private GreenMail smtp;

    MailServer(int port) {
        this("127.0.0.1", port);
    }

    /** Where loopback is too near: a container reaches this machine by another address. */
    public MailServer(String bindAddress, int port) {
        this.bindAddress = bindAddress;
        this.port = port;
    }

    public int port() {
        return port;
    }

    public synchronized void start() {
        if (smtp != null) {
            return;
        }
        smtp = new RefusingGreenMail(
                new ServerSetup(port, bindAddress, ServerSetup.PROTOCOL_SMTP),
                recipient -> refusals.get(key(recipient)),
                recipient -> contentRefusals.get(key(recipient)));
        UserManager users = smtp.getUserManager();
        GreenMailUser everybody = createMailbox(users);
        users.setMessageDeliveryHandler((message, recipient) -> {
            waitAsTold();
            received.add(keep(message, recipient));
            return everybody;
        });
        smtp.start();
    }

    /** From now on nobody answers on the port. */
    public synchronized void stop() {
        if (smtp != null) {
            smtp.stop();
            smtp = null;
        }
    }

    /** How long each delivery takes, from the end of the data to the server's "250 OK". */
    public void deliveryDelay(Duration delay) {
        deliveryDelay = delay;
    }

    /**
     * Answers so to every mail to the address, until {@link #accept}.
     *
     * @param reply with its code, as in {@code 550 5.1.1 No such user}
     */
    public void refuse(String address, String reply) {
        refusals.put(key(address), reply);
    }

    /**
     * Takes the address, and answers so once all of the mail is there, until {@link #accept}.
     *
     * @param reply with its code, as in {@code 554 5.7.1 Looks like spam}
     */
    public void refuseContent(String address, String reply) {
        contentRefusals.put(key(address), reply);
    }

    /** Takes mails to the address again. */
    public void accept(String address) {
        refusals.remove(key(address));
        contentRefusals.remove(key(address));
    }

    /** All mails, in the order in which they came; one entry per recipient. */
    public List<ReceivedMail> received() {
        return List.copyOf(received);
    }

    public List<ReceivedMail> receivedBy(String address) {
        return received.stream()
                .filter(mail -> mail.recipient().equalsIgnoreCase(address))
                .toList();
    }

    public void clear() {
        received.clear();
    }

    @Override
    public void close() {
        stop();
    }

    private static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    private static GreenMailUser createMailbox(UserManager users) {
        try {
            return users.createUser(MAILBOX + "@localhost", MAILBOX, MAILBOX);
        } catch (UserException e) {
            throw new IllegalStateException(e);
        }
    }

    private void waitAsTold() {
        try {
            Thread.sleep(deliveryDelay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ReceivedMail keep(MovingMessage message, MailAddress recipient) throws MessagingException {
        try {
            var raw = new ByteArrayOutputStream();
            message.getMessage().writeTo(raw);
            return new ReceivedMail(lastId.incrementAndGet(), Instant.now(), recipient.getEmail(), raw.toByteArray());
        } catch (IOException e) {
            throw new MessagingException("Cannot keep the mail", e);
        }
    }
}
