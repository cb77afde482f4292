package dev.clientportal.keycloak.limit;

import dev.clientportal.keycloak.setting.Setting;
import java.util.List;
import org.keycloak.Config;

/**
 * How often something may happen: a pause after each time, and the most that fit into each of two windows. A window
 * starts with the first time in it.
 *
 * @param name part of the counted key, so that limits do not mix
 * @param pauseSeconds least time from one to the next
 */
public record Limit(String name, int pauseSeconds, Window first, Window second) {
    /**
     * One number of the limits, as it counts on this server.
     *
     * @param value what the server option says, or the default
     */
    public record InForce(Setting<Integer> setting, int value) {}

    /** At most {@code max} times in {@code seconds}. */
    public record Window(int seconds, int max) {}

    static final int MINUTE = 60;
    static final int HOUR = 3600;
    static final int DAY = 24 * HOUR;

    static final Setting<Integer> MAIL_PAUSE = Setting.number(
            "mailPauseSeconds", "Pause between mails", "Seconds between two mails to one address.", 60, 0, HOUR);
    static final Setting<Integer> MAILS_PER_HOUR =
            Setting.number("mailsPerHour", "Mails per hour", "Mails to one address in an hour.", 5, 1, 1000);
    static final Setting<Integer> MAILS_PER_DAY =
            Setting.number("mailsPerDay", "Mails per day", "Mails to one address in a day.", 10, 1, 10_000);
    static final Setting<Integer> REQUESTS_PER_IP = Setting.number(
            "requestsPerHourAndIp",
            "Requests per IP address",
            "Mails asked for by one IP address in an hour.",
            20,
            1,
            100_000);
    static final Setting<Integer> TRIES_PER_IP = Setting.number(
            "verificationsPerMinuteAndIp",
            "Verifications per IP address",
            "Links and codes tried by one IP address in a minute.",
            10,
            1,
            100_000);
    static final Setting<Integer> BULK_PER_HOUR = Setting.number(
            "bulkInvitationsPerHour",
            "Bulk invitations",
            "Invitations that one firm's bulk calls send in an hour.",
            10_000,
            1,
            1_000_000);

    static final Setting<Integer> NOTICES_PER_HOUR = Setting.number(
            "automatedMailsPerHour",
            "Automated mails per hour",
            "Mails that other systems may have sent to one address in an hour.",
            30,
            1,
            10_000);
    static final Setting<Integer> NOTICES_PER_DAY = Setting.number(
            "automatedMailsPerDay",
            "Automated mails per day",
            "Mails that other systems may have sent to one address in a day.",
            100,
            1,
            100_000);

    static final Setting<Integer> TEST_MAILS_PER_HOUR = Setting.number(
            "testMailsPerHour",
            "Test mails per hour",
            "Mails to look at that one admin may have sent to themselves in an hour.",
            20,
            1,
            1000);

    /** All settings, in the order of the documentation. */
    public static List<Setting<Integer>> settings() {
        return List.of(
                MAIL_PAUSE,
                MAILS_PER_HOUR,
                MAILS_PER_DAY,
                REQUESTS_PER_IP,
                TRIES_PER_IP,
                BULK_PER_HOUR,
                NOTICES_PER_HOUR,
                NOTICES_PER_DAY,
                TEST_MAILS_PER_HOUR);
    }

    /** What the server was told of each setting, in the same order. */
    public static List<InForce> inForce(Config.Scope config) {
        return settings().stream()
                .map(setting -> new InForce(setting, setting.from(config)))
                .toList();
    }

    /** Mails to one address. */
    public static Limit mailsTo(Config.Scope config) {
        return new Limit(
                "mail",
                MAIL_PAUSE.from(config),
                new Window(HOUR, MAILS_PER_HOUR.from(config)),
                new Window(DAY, MAILS_PER_DAY.from(config)));
    }

    /** Mails asked for by one IP address. */
    public static Limit requestsFrom(Config.Scope config) {
        return single("request", HOUR, REQUESTS_PER_IP.from(config));
    }

    /** Links and codes tried by one IP address. */
    public static Limit triesFrom(Config.Scope config) {
        return single("verify", MINUTE, TRIES_PER_IP.from(config));
    }

    /** Invitations of one firm's bulk calls. */
    public static Limit bulk(Config.Scope config) {
        return single("bulk", HOUR, BULK_PER_HOUR.from(config));
    }

    /**
     * Mails that other systems have sent to one address. Counted for themselves: reminders are not to keep a contact from
     * asking for a login link.
     */
    public static Limit noticesTo(Config.Scope config) {
        return new Limit(
                "notice",
                0,
                new Window(HOUR, NOTICES_PER_HOUR.from(config)),
                new Window(DAY, NOTICES_PER_DAY.from(config)));
    }

    /** Mails that admins have sent to themselves. */
    public static Limit tests(Config.Scope config) {
        return single("test", HOUR, TEST_MAILS_PER_HOUR.from(config));
    }

    private static Limit single(String name, int seconds, int max) {
        Window window = new Window(seconds, max);
        return new Limit(name, 0, window, window);
    }
}
