package dev.clientportal.e2e.mail;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Parallel;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.Statements;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Visitor;
import dev.clientportal.stack.ReceivedMail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mails that other systems ask for: whom they reach, and by which link. */
@ExtendWith(Stack.class)
@Tag("B14")
class NoticeIT {
    private static final String LINK = "/client-portal/link/";
    private static final int MOST_STATEMENTS = 20;

    private Contact contact;
    private Mailbox mailbox;

    @BeforeEach
    void openPortal() {
        Portal.open();
        contact = Portal.addContactTo(Portal.newCompany(), "notice." + UUID.randomUUID() + "@client.example");
        mailbox = Mailbox.of(contact.email());
    }

    @Test
    void contactWhoHasNotAcceptedIsInvitedByTheMailAndLandsOnItsTarget() {
        JsonNode mail = Notice.task("Annual report").queuedFor(contact);

        assertThat(mail.path("kind").asText()).isEqualTo("TASK_ASSIGNED");
        assertThat(mail.path("link").asText()).isEqualTo("INVITATION");
        ReceivedMail received = mailbox.next();
        assertThat(received.text()).contains("Annual report").contains(LINK).doesNotContain(Notice.TARGET);
        assertThat(received.html()).doesNotContain(Notice.TARGET);
        Visitor visitor = new Visitor();
        Answer end = visitor.use(Mailbox.link(received));
        assertThat(visitor.isSignedIn()).isTrue();
        assertThat(end.header("Location")).as(end.toString()).isEqualTo(Notice.TARGET);
        assertThat(end.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(Facts.contact(contact).hasNonNull("acceptedAt")).isTrue();
        assertThat(Facts.ledger(contact)).singleElement().satisfies(entry -> {
            assertThat(entry.path("id")).isEqualTo(mail.path("id"));
            assertThat(entry.path("kind").asText()).isEqualTo("TASK_ASSIGNED");
            assertThat(entry.path("state").asText()).isEqualTo("ACCEPTED");
        });
        assertThat(evidence()).contains("INVITED", "SENT", "ACCEPTED");
    }

    @Test
    @Tag("S14")
    void contactWhoHasAcceptedGetsTheTargetAndNoSecret() {
        Visitor.invited(contact);
        mailbox = Mailbox.of(contact.email());

        JsonNode mail = Notice.task("Second report").queuedFor(contact);

        ReceivedMail received = mailbox.next();
        assertThat(mail.path("link").asText()).isEqualTo("TARGET");
        assertThat(Mailbox.link(received)).isEqualTo(Notice.TARGET);
        assertThat(received.text() + received.html()).doesNotContain(LINK).contains("Second report");
        assertThat(Mailbox.hasCode(received)).isFalse();
        assertThat(Facts.liveLinks(contact)).isEmpty();
        assertThat(Facts.ledger(contact)).as("invitations").hasSize(1);
        assertThat(diagnosis())
                .contains("invitation_accepted")
                .doesNotContain("invitation_failed", "invitation_waiting");
    }

    @Test
    void closedDoorsRefuseAndNothingIsQueued() {
        Notice notice = Notice.task("Nobody will read this");
        String company = Portal.ADMIN + "/companies/" + contact.companyId();

        Portal.ok(Portal.mia().post(contact.path() + "/block"));
        assertThat(assertProblem(notice.to(contact), 409, "contact-blocked")
                        .path("detail")
                        .asText())
                .contains("contact_blocked");
        Portal.ok(Portal.mia().post(contact.path() + "/unblock"));
        Portal.ok(Portal.mia().post(contact.path() + "/disable"));
        assertProblem(notice.to(contact), 409, "contact-not-enabled");
        Portal.ok(Portal.mia().post(contact.path() + "/enable"));
        Portal.ok(Portal.mia().post(company + "/deactivate"));
        assertProblem(notice.to(contact), 409, "company-inactive");
        Portal.ok(Portal.mia().post(company + "/activate"));
        Portal.changeUser(contact, Map.of("enabled", false));
        assertProblem(notice.to(contact), 409, "user-disabled");

        assertThat(mails()).isEmpty();
        assertThat(mailbox.unseen()).isEmpty();
    }

    @Test
    @Tag("B6")
    @Tag("S4")
    void newestMailHasTheLiveLinkAndEarlierOnesAreDead() {
        String invitation = Visitor.invitation(contact);
        mailbox = Mailbox.of(contact.email());

        Notice.task("First").queuedFor(contact);
        String first = Mailbox.link(mailbox.next());
        Notice.task("Second").queuedFor(contact);
        String second = Mailbox.link(mailbox.next());

        assertThat(Facts.liveLinks(contact)).hasSize(1);
        for (String earlier : List.of(invitation, first)) {
            Visitor late = new Visitor();
            assertThat(late.open(earlier).status()).isEqualTo(410);
            assertThat(late.isSignedIn()).isFalse();
        }
        Visitor visitor = new Visitor();
        visitor.use(second);
        assertThat(visitor.isSignedIn()).isTrue();
    }

    @Test
    void freshLinkForOneThatRanOutLeadsToTheSamePage() {
        Notice.task("Eight days ago").queuedFor(contact);
        String link = Mailbox.link(mailbox.next());
        TestSupport.moveClock(Duration.ofDays(8));
        try {
            Visitor visitor = new Visitor();
            visitor.fresh(visitor.open(link));

            Answer end = visitor.use(Mailbox.link(mailbox.next()));

            assertThat(visitor.isSignedIn()).isTrue();
            assertThat(end.header("Location")).isEqualTo(Notice.TARGET);
        } finally {
            TestSupport.resetClock();
        }
    }

    @Test
    void unblockedContactIsInvitedAgain() {
        Visitor.invited(contact);
        Portal.ok(Portal.mia().post(contact.path() + "/block"));
        Portal.ok(Portal.mia().post(contact.path() + "/unblock"));

        assertThat(Notice.task("Again").queuedFor(contact).path("link").asText())
                .isEqualTo("INVITATION");
    }

    @Test
    void sameExternalIdIsOneMail() {
        Notice notice = Notice.task("Once").with("externalId", "task 17/1 ✓");
        String id = notice.queuedFor(contact).path("id").asText();
        mailbox.next();
        awaitState(id, "SENT");

        Answer again = notice.to(contact);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("id").asText()).isEqualTo(id);
        assertThat(again.json().path("state").asText()).isEqualTo("SENT");
        for (Notice other : List.of(
                notice.with("title", "Twice"),
                notice.with("text", "More"),
                notice.with("kind", "reminder"),
                notice.with("target", "http://127.0.0.1:1/tasks/18"))) {
            assertProblem(other.to(contact), 409, "external-id-used");
        }
        assertThat(mails()).hasSize(1);
        Contact colleague =
                Portal.addContactTo(contact.companyId(), "colleague." + UUID.randomUUID() + "@client.example");
        assertThat(notice.to(colleague).status()).isEqualTo(202);
        Portal.ok(Portal.mia().post(contact.path() + "/block"));
        assertThat(notice.to(contact).status()).as("it was sent").isEqualTo(200);
    }

    @Test
    void sameExternalIdAtTheSameMomentIsOneMail() {
        Notice notice = Notice.task("Once").with("externalId", UUID.randomUUID().toString());
        Api caller = Api.automation();
        caller.get(contact.path());

        List<Answer> answers = Parallel.calls(12, number -> notice.to(contact, caller));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 202).containsOnlyOnce(202);
        assertThat(answers.stream().map(answer -> answer.json().path("id").asText()))
                .containsOnly(mails().get(0).path("id").asText());
        assertThat(mails()).hasSize(1);
        mailbox.next();
        assertThat(mailbox.unseen()).isEmpty();
    }

    @Test
    @Tag("S14")
    @Tag("S15")
    void adminEventNamesPeopleByIdAndWordsAreForgottenOnceSent() {
        Metrics before = Metrics.now();
        String id = Notice.task("Quiet words")
                .with("text", "Quiet text")
                .queuedFor(contact)
                .path("id")
                .asText();
        mailbox.next();
        awaitState(id, "SENT");

        List<JsonNode> events = Facts.list(Portal.ok(Portal.mia()
                        .get("/admin/realms/northwind/admin-events?operationTypes=CREATE&resourcePath="
                                + contact.path().replace("/admin/realms/northwind/", "") + "/mails"))
                .json());
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.path("resourceType").asText()).isEqualTo("CLIENT_PORTAL_MAIL");
            assertThat(event.path("details").path("id").asText()).isEqualTo(id);
            assertThat(event.toString()).doesNotContain("Quiet", contact.email());
        });
        assertThat(mails().get(0).toString()).doesNotContain("Quiet", "127.0.0.1");
        String[] sent = {"kind=\"task_assigned\"", "outcome=\"sent\""};
        assertThat(Metrics.now().of("client_portal_mails_total", sent))
                .isGreaterThan(before.of("client_portal_mails_total", sent));
    }

    @Test
    @Tag("X1")
    void askingTakesFewStatements() {
        Visitor.invited(contact);

        assertThat(Statements.of(() -> Notice.task("Cheap").queuedFor(contact))).hasSizeLessThan(MOST_STATEMENTS);
    }

    @Test
    @Tag("S8")
    void runawaySystemIsStoppedAndLoginLinksGoOn() {
        Visitor.invited(contact);
        for (int sent = 0; sent < 30; sent++) Notice.task("Number " + sent).queuedFor(contact);

        Answer refused = Notice.task("One too many").to(contact);

        assertProblem(refused, 429, "too-many");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3_000, 3_600);
        TestSupport.moveClock(Duration.ofSeconds(61));
        try {
            assertThat(Mailbox.hasCode(loginMail())).isTrue();
        } finally {
            TestSupport.resetClock();
        }
    }

    /** The notices may still be on their way. */
    private ReceivedMail loginMail() {
        new Visitor().ask(contact.email());
        return await().until(
                        () -> mailbox.unseen().stream()
                                .filter(Mailbox::hasCode)
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull);
    }

    private void awaitState(String id, String state) {
        await(state).until(() -> Notice.mail(id).path("state").asText().equals(state));
    }

    private List<JsonNode> mails() {
        return Facts.list(TestSupport.select("SELECT * FROM CP_MAIL WHERE USER_ID = '" + contact.id() + "'"));
    }

    private List<String> evidence() {
        return Portal.ok(Portal.mia().get(Portal.ADMIN + "/companies/" + contact.companyId() + "/evidence"))
                .json()
                .findValuesAsText("event");
    }

    private List<String> diagnosis() {
        return Portal.ok(Portal.mia().get(contact.path() + "/diagnosis"))
                .json()
                .path("findings")
                .findValuesAsText("code");
    }
}
