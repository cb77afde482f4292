package dev.clientportal.e2e;

import static org.awaitility.Awaitility.await;

import dev.clientportal.stack.ReceivedMail;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mails to one address, from the moment on when the mailbox was opened. */
public final class Mailbox {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final Pattern CODE = Pattern.compile("(?m)^\\s*(\\d{3}) ?(\\d{3})\\s*$");

    private final String address;
    private long lastSeen;

    private Mailbox(String address) {
        this.address = address;
        all().forEach(mail -> lastSeen = mail.id());
    }

    public static Mailbox of(String address) {
        return new Mailbox(address);
    }

    public String address() {
        return address;
    }

    /** Waits for the next mail that this mailbox did not return yet. */
    public ReceivedMail next() {
        ReceivedMail mail = await("a mail to " + address)
                .atMost(PATIENCE)
                .until(this::unseen, unseen -> !unseen.isEmpty())
                .get(0);
        lastSeen = mail.id();
        return mail;
    }

    /** What came and was not returned by {@link #next()}; does not wait. */
    public List<ReceivedMail> unseen() {
        return all().stream().filter(mail -> mail.id() > lastSeen).toList();
    }

    private List<ReceivedMail> all() {
        return Stack.local().mailServer().receivedBy(address);
    }

    /** The first link in the text part. */
    public static String link(ReceivedMail mail) {
        return link(mail.text());
    }

    /** The first link in the text part that this is. */
    public static String link(String text) {
        return find(LINK, text).group();
    }

    /** The six digits, without the blank. */
    public static String code(ReceivedMail mail) {
        Matcher found = find(CODE, mail.text());
        return found.group(1) + found.group(2);
    }

    /** Whether the mail has a code, as a login mail does and an invitation does not. */
    public static boolean hasCode(ReceivedMail mail) {
        return CODE.matcher(mail.text()).find();
    }

    private static Matcher find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("No " + pattern + " in:\n" + text);
        }
        return matcher;
    }
}
