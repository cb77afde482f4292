package dev.clientportal.e2e.mail;

import static dev.clientportal.e2e.ConnectorsReplica.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.clientportal.e2e.ConnectorsReplica;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Gate;
import dev.clientportal.e2e.Gate.Call;
import dev.clientportal.e2e.OwnStack;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.SpanReceiver;
import dev.clientportal.e2e.SpanReceiver.Received;
import dev.clientportal.stack.MailServer;
import dev.clientportal.stack.ReceivedMail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What connectors tell of mails, where OpenTelemetry's own variable says; and what Keycloak is told with their calls. */
@Tag("S15")
class MailTracesIT {
    private static final String REFUSAL = "550 5.1.1 No mailbox here";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    static final OwnStack STACK = OwnStack.toBreak("--spi-client-portal-mail--keycloak--way-out=connector");

    private static BounceMailbox bounces;
    private static Gate keycloak;
    private static SpanReceiver spans;
    private static ConnectorsReplica connectors;

    private MailServer mailServer;

    @BeforeAll
    static void start() {
        bounces = new BounceMailbox();
        keycloak = new Gate(STACK.local().baseUrl());
        spans = new SpanReceiver();
        List<String> options = new ArrayList<>(bounces.options());
        options.addAll(List.of(
                set("keycloak-url", keycloak.url()),
                set("mail-host", STACK.local().smtpHost()),
                set("mail-port", Integer.toString(STACK.local().mailServer().port())),
                set("mail-tls", "none"),
                set("mail-connections", "1"),
                "-Dotel.bsp.schedule.delay=100"));
        connectors =
                new ConnectorsReplica("mails", options, Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", spans.url())).ready();
    }

    @BeforeEach
    void openPortal() {
        Portal.open();
        mailServer = STACK.local().mailServer();
    }

    @AfterAll
    static void end() {
        connectors.close();
        keycloak.close();
        spans.close();
        bounces.close();
    }

    @Test
    void mailsOfALeaseAreSpansOfOneTraceWithoutAnybodysAddressAndLooksThatFindNoneAreNone() {
        Contact good = Portal.newContact("birch-bakery");
        Contact bad = Portal.newContact("birch-bakery");
        mailServer.refuse(bad.email(), REFUSAL);
        int looks = leases().size();
        await("looks that find none").atMost(PATIENCE).until(() -> leases().size() > looks + 2);
        keycloak.hold(MailTracesIT::isLease);
        Stream.of(good, bad).forEach(contact -> Portal.ok(Portal.invite(contact)));
        keycloak.open();
        awaitState(good, "SENT");
        awaitState(bad, "FAILED");

        await().atMost(PATIENCE).untilAsserted(() -> assertBatch(2));

        ReceivedMail mail = mailServer.receivedBy(good.email()).get(0);
        assertThat(spans.all().toString())
                .doesNotContain(good.email(), bad.email(), mail.subject(), mail.header("Message-ID"), REFUSAL);
        assertThat(spans.all()).as("of a mail that was sent or came back").allSatisfy(span -> assertThat(
                        spans.of(span.trace()))
                .anyMatch(other -> other.name().equals("send mail")
                        || other.attribute("url.path").endsWith("/bounces")));
    }

    private static void assertBatch(int mails) {
        Received batch = spans.all().stream()
                .filter(span -> span.attribute("messaging.batch.message_count").equals(Integer.toString(mails)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no batch"));
        List<Received> sent = spans.of(batch.trace()).stream()
                .filter(span -> span.name().equals("send mail"))
                .toList();
        List<Received> told = spans.of(batch.trace()).stream()
                .filter(span -> span.attribute("url.path").endsWith("/outcomes"))
                .toList();
        assertThat(batch.parent()).isEmpty();
        assertThat(sent).hasSize(mails).allMatch(Received::isCall);
        assertThat(sent).extracting(span -> span.attribute("error.type")).containsExactlyInAnyOrder("", "RECIPIENT");
        assertThat(told).isNotEmpty();
        assertThat(Stream.concat(sent.stream(), told.stream()))
                .extracting(Received::parent)
                .containsOnly(batch.id());
        assertThat(spans.of(batch.trace())).hasSize(1 + sent.size() + told.size());
        assertThat(keycloak.seen(call -> call.trace() != null && call.trace().contains(batch.trace())))
                .extracting(Call::trace)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("00-" + batch.trace() + "-" + batch.id() + "-00"),
                                told.stream().map(call -> "00-" + call.trace() + "-" + call.id() + "-01"))
                        .toList());
    }

    @Test
    void mailThatCameBackIsATraceOfItsOwn() {
        Contact contact = Portal.newContact("birch-bakery");
        Portal.ok(Portal.invite(contact));
        awaitState(contact, "SENT");
        String messageId = mailServer.receivedBy(contact.email()).get(0).header("Message-ID");

        bounces.receive(Report.of(messageId, contact.email(), "failed", "5.1.1")
                .with("traceparent: none")
                .source());

        awaitState(contact, "FAILED");
        Call told = keycloak.seen(call -> call.posts("/deliveries/bounces", messageId))
                .get(0);
        String trace = told.trace().split("-")[1];
        await().atMost(PATIENCE).until(() -> spans.of(trace).size() == 2);
        Received read = one(trace, "imap");
        Received call = one(trace, "POST");
        assertThat(read.parent()).isEmpty();
        assertThat(call.parent()).isEqualTo(read.id());
        assertThat(told.trace()).isEqualTo("00-" + trace + "-" + call.id() + "-01");
        assertThat(spans.all().toString()).doesNotContain(contact.email(), messageId, "Undelivered");
    }

    private static Received one(String trace, String name) {
        return spans.of(trace).stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isLease(Call call) {
        return call.posts("/deliveries/leases", "");
    }

    private static List<Call> leases() {
        return keycloak.seen(MailTracesIT::isLease);
    }

    private static void awaitState(Contact contact, String state) {
        await(state + " " + contact)
                .atMost(PATIENCE)
                .until(() -> Facts.ledger(contact).get(0).path("state").asText().equals(state));
    }
}
