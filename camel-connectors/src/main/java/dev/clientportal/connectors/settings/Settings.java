package dev.clientportal.connectors.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Everything that can be set, read and checked before anything starts. */
public final class Settings {
    public static final Setting<List<String>> REALMS =
            Setting.list("realms", "The realms whose firms are served, separated by commas.");
    public static final Setting<String> KEYCLOAK_URL =
            Setting.text("keycloak-url", "Where the connectors reach Keycloak, as `https://login.example.com`.", null);
    public static final Setting<String> PORTAL_URL =
            Setting.text("portal-url", "Where the portal app is, without a firm's path.", null);
    public static final Setting<String> PORTAL_INTERNAL_URL = Setting.optional(
            "portal-internal-url",
            "Where the connectors reach it, such as `http://portal:8090` in a network of containers. Without it: there.");
    public static final Setting<String> CLIENT_ID = Setting.text(
            "client-id",
            "The client in each realm that the connectors are. Callers' roles are this client's, too.",
            "client-portal-connectors");
    public static final Setting<String> CLIENT_SECRET =
            Setting.secret("client-secret", "Its secret, the same in all realms.");
    public static final Setting<String> HOST = Setting.text("host", "The address to listen at.", "127.0.0.1");
    public static final Setting<Integer> PORT =
            Setting.number("port", "The port of webhooks and imports.", 8100, 1, 65535);
    public static final Setting<Integer> MANAGEMENT_PORT =
            Setting.number("management-port", "The port of health and metrics.", 9100, 1, 65535);
    public static final Setting<String> PUBLIC_URL = Setting.optional(
            "url", "The address that callers know, for `Location`. Without it: what stands in `host` and `port`.");
    public static final Setting<List<String>> ORIGINS = Setting.origins(
            "origins",
            "Origins whose pages may call from a browser (CORS), as `https://login.example.com`, separated by commas. "
                    + "Without it: none.");
    public static final Setting<String> DATA =
            Setting.text("data", "The folder for the journal, the H2 file and uploads.", "data");
    public static final Setting<String> DATABASE_URL =
            Setting.optional("database-url", "JDBC address of a PostgreSQL. Without it: an H2 file in `data`.");
    public static final Setting<String> DATABASE_USER = Setting.optional("database-user", "Its user.");
    public static final Setting<String> DATABASE_PASSWORD =
            Setting.optionalSecret("database-password", "Its password.");
    public static final Setting<String> BROKER_URL = Setting.optional(
            "broker-url", "Address of an Artemis broker, as `tcp://broker:61616`. Without it: one in this process.");
    public static final Setting<String> BROKER_USER = Setting.optional("broker-user", "Its user.");
    public static final Setting<String> BROKER_PASSWORD = Setting.optionalSecret("broker-password", "Its password.");
    public static final Setting<Integer> CONSUMERS =
            Setting.number("consumers", "How many companies are worked on at once.", 8, 1, 100);
    public static final Setting<Duration> ANSWER_WITHIN =
            Setting.duration("answer-within", "How long a webhook waits for its project before it answers 202.", "10s");
    public static final Setting<Integer> WAITING =
            Setting.number("waiting", "How many webhooks wait at once; more are answered 202 at once.", 128, 0, 1000);
    public static final Setting<Duration> RETRY_FOR = Setting.duration(
            "retry-for", "How long work is tried while Keycloak or the portal is away, before it is set aside.", "24h");
    public static final Setting<Integer> RETRIES = Setting.number(
            "retries", "How often work is tried when Keycloak or the portal fails at it (5xx).", 8, 0, 1000);
    public static final Setting<Duration> KEEP =
            Setting.duration("keep", "How long jobs, their results and idempotency keys are kept.", "30d");
    public static final Setting<Integer> CALLS_PER_MINUTE =
            Setting.number("calls-per-minute", "How many calls a client may make in a minute.", 600, 1, 1_000_000);
    public static final Setting<Integer> FAILURES_PER_CLIENT = Setting.number(
            "failures-per-client",
            "How many calls in a minute may name a client by HTTP Basic and have another secret.",
            10,
            1,
            1_000_000);
    public static final Setting<Integer> FAILURES_PER_ADDRESS = Setting.number(
            "failures-per-address",
            "How many calls in a minute may come from one network address with credentials that are not good.",
            60,
            1,
            1_000_000);
    public static final Setting<Integer> MAX_BODY =
            Setting.number("max-body", "The largest JSON body, in bytes.", 8_388_608, 1024, 268_435_456);
    public static final Setting<Integer> MAX_FILE =
            Setting.number("max-file", "The largest CSV file, in bytes.", 104_857_600, 1024, 1_073_741_824);
    public static final Setting<Integer> MAX_ROWS =
            Setting.number("max-rows", "The most rows of a CSV file.", 1_000_000, 1, 10_000_000);
    public static final Setting<String> IMPORTS = Setting.optional(
            "imports", "A folder that is watched: CSV files in `<realm>/inbox` are imported. Without it: none.");

    public static final Setting<String> OTLP_ENDPOINT = Setting.optional(
            "otlp-endpoint",
            "Where traces are sent to over OTLP (HTTP), as `http://collector:4318`. Without it: where "
                    + "`OTEL_EXPORTER_OTLP_ENDPOINT` says, else nowhere.");

    public static final Setting<String> MAIL_HOST = Setting.optional(
            "mail-host",
            "The mail server that the portal's mails leave by, when Keycloak's way out is the connectors. Without it: none do.");
    public static final Setting<Integer> MAIL_PORT = Setting.number("mail-port", "Its port.", 587, 1, 65535);
    public static final Setting<Tls> MAIL_TLS =
            Setting.choice("mail-tls", "How the connection to it is encrypted.", Tls.STARTTLS);
    public static final Setting<String> MAIL_USER =
            Setting.optional("mail-user", "Whom to log in as. Without it: nobody logs in.");
    public static final Setting<String> MAIL_PASSWORD = Setting.optionalSecret("mail-password", "The user's password.");
    public static final Setting<String> MAIL_FROM = Setting.optional(
            "mail-from",
            "The sender's address; the name is the firm's. Without it: that of the realm's e-mail settings.");
    public static final Setting<String> MAIL_RETURNS_TO = Setting.optional(
            "mail-returns-to",
            "Where a mail comes back to when it cannot be delivered (the envelope's sender). Without it: that of the "
                    + "realm's e-mail settings, or the sender.");
    public static final Setting<Integer> MAILS_PER_SECOND = Setting.number(
            "mails-per-second", "How many mails this process sends in a second at most.", 100, 1, 10_000);
    public static final Setting<Integer> MAIL_CONNECTIONS = Setting.number(
            "mail-connections", "How many connections to the mail server are used when many mails are due.", 4, 1, 64);
    public static final Setting<String> BOUNCE_HOST = Setting.optional(
            "bounce-host", "The IMAP server of the mailbox that mails come back to. Without it: nobody looks there.");
    public static final Setting<Integer> BOUNCE_PORT = Setting.number("bounce-port", "Its port.", 993, 1, 65535);
    public static final Setting<Tls> BOUNCE_TLS =
            Setting.choice("bounce-tls", "How the connection to it is encrypted.", Tls.TLS);
    public static final Setting<String> BOUNCE_USER = Setting.optional("bounce-user", "The mailbox's user.");
    public static final Setting<String> BOUNCE_PASSWORD =
            Setting.optionalSecret("bounce-password", "The user's password.");
    public static final Setting<String> BOUNCE_FOLDER =
            Setting.text("bounce-folder", "The folder in it; what was read there is marked as seen.", "INBOX");
    public static final Setting<Duration> BOUNCE_EVERY =
            Setting.duration("bounce-every", "The pause between two looks there.", "1m");

    private static final List<Setting<?>> ALL = List.of(
            REALMS,
            KEYCLOAK_URL,
            PORTAL_URL,
            PORTAL_INTERNAL_URL,
            CLIENT_ID,
            CLIENT_SECRET,
            HOST,
            PORT,
            MANAGEMENT_PORT,
            PUBLIC_URL,
            ORIGINS,
            DATA,
            DATABASE_URL,
            DATABASE_USER,
            DATABASE_PASSWORD,
            BROKER_URL,
            BROKER_USER,
            BROKER_PASSWORD,
            CONSUMERS,
            ANSWER_WITHIN,
            WAITING,
            RETRY_FOR,
            RETRIES,
            KEEP,
            CALLS_PER_MINUTE,
            FAILURES_PER_CLIENT,
            FAILURES_PER_ADDRESS,
            MAX_BODY,
            OTLP_ENDPOINT,
            MAIL_HOST,
            MAIL_PORT,
            MAIL_TLS,
            MAIL_USER,
            MAIL_PASSWORD,
            MAIL_FROM,
            MAIL_RETURNS_TO,
            MAILS_PER_SECOND,
            MAIL_CONNECTIONS,
            BOUNCE_HOST,
            BOUNCE_PORT,
            BOUNCE_TLS,
            BOUNCE_USER,
            BOUNCE_PASSWORD,
            BOUNCE_FOLDER,
            BOUNCE_EVERY,
            MAX_FILE,
            MAX_ROWS,
            IMPORTS);

    private final Map<Setting<?>, Object> values = new HashMap<>();

    private Settings() {}

    /** All of them, in the order of the documentation. */
    public static List<Setting<?>> all() {
        return ALL;
    }

    /** From system properties, and where there is none from the environment. */
    public static Settings read() {
        return read(System::getProperty, System.getenv()::get);
    }

    /**
     * @throws InvalidSettings with everything that is wrong, in words
     */
    public static Settings read(Function<String, String> properties, Function<String, String> environment) {
        Settings settings = new Settings();
        List<String> wrong = new ArrayList<>();
        for (Setting<?> setting : ALL) {
            try {
                String text = text(setting, properties, environment);
                if (text != null) settings.values.put(setting, setting.reader().apply(text));
                else if (!setting.isOptional()) wrong.add("is missing: " + nameOf(setting));
            } catch (IOException e) {
                wrong.add("cannot be read from its file: " + nameOf(setting));
            } catch (IllegalArgumentException e) {
                wrong.add("is wrong: " + nameOf(setting) + ": " + e.getMessage());
            }
        }
        if (!wrong.isEmpty()) throw new InvalidSettings(wrong);
        return settings;
    }

    private static String text(
            Setting<?> setting, Function<String, String> properties, Function<String, String> environment)
            throws IOException {
        String given = firstOf(properties.apply(setting.name()), environment.apply(setting.variable()));
        if (given != null) return given;
        if (setting.isSecret()) {
            String file = firstOf(
                    properties.apply(setting.name() + "-file"), environment.apply(setting.variable() + "_FILE"));
            if (file != null) return Files.readString(Path.of(file)).strip();
        }
        return setting.byDefault();
    }

    private static String firstOf(String property, String variable) {
        String text = property == null ? variable : property;
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String nameOf(Setting<?> setting) {
        return setting.name() + " (" + setting.variable() + ")";
    }

    /** Null for an optional one that was not given. */
    @SuppressWarnings("unchecked") // Each setting puts what its own reader made.
    public <T> T get(Setting<T> setting) {
        return (T) values.get(setting);
    }

    public boolean has(Setting<?> setting) {
        return values.containsKey(setting);
    }

    /** The folder for data, or one in it. */
    public Path data(String name) {
        return Path.of(get(DATA)).toAbsolutePath().resolve(name);
    }

    /** What callers know us by, without a slash at its end. */
    public String publicUrl() {
        String url = has(PUBLIC_URL) ? get(PUBLIC_URL) : "http://" + get(HOST) + ":" + get(PORT);
        return withoutSlash(url);
    }

    public static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
