package dev.clientportal.e2e.mail;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestFirm;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Visitor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail leads into the portal or nowhere. */
@ExtendWith(Stack.class)
@Tag("B14")
@Tag("S13")
class NoticeTargetIT {
    private static final TestFirm NORTHWIND = new TestFirm("northwind");
    private static final String IN_THE_PORTAL = "https://tasks.portal.example/app/17?tab=files#top";

    @SuppressWarnings("NonFinalStaticField") // A client that is no portal's, for all tests.
    private static String elsewhere;

    private String portal;
    private Contact contact;

    @BeforeAll
    static void otherClient() {
        Portal.open();
        elsewhere = NORTHWIND.addClient(Map.of(
                "clientId",
                "elsewhere-" + UUID.randomUUID(),
                "publicClient",
                true,
                "redirectUris",
                List.of("https://elsewhere.example/*")));
    }

    @AfterAll
    static void removeOtherClient() {
        NORTHWIND.removeClient(elsewhere);
    }

    @BeforeEach
    void portalWithTooMuchTrust() {
        portal = NORTHWIND.addPortalClient(
                "tasks-" + UUID.randomUUID(), List.of("https://tasks.portal.example/app/*", "*", "https://*"));
        contact = Portal.addContactTo(Portal.newCompany(), "target." + UUID.randomUUID() + "@client.example");
    }

    @AfterEach
    void removePortal() {
        if (portal != null) NORTHWIND.removeClient(portal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/app/17",
                "https://tasks.portal.example.evil.example/app/17",
                "https://tasks.portal.example@evil.example/app/17",
                "https://tasks.portal.example:pass@evil.example/app/",
                "https://someone@tasks.portal.example/app/17",
                "https://tasks.portal.example%2f@evil.example/app/17",
                "https://tasks.portal.example\\@evil.example/app/17",
                "https://tasks.portal.example/app/../admin",
                "https://tasks.portal.example/app/%2e%2e/admin",
                "https://tasks.portal.example/app/%252e%252e/admin",
                "https://tasks.portal.example/app/..%5cadmin",
                "https://tasks.portal.example/admin",
                "https://tasks.portal.example:8443/app/17",
                "http://tasks.portal.example/app/17",
                "https://elsewhere.example/page",
                "//tasks.portal.example/app/17",
                "/app/17",
                "app/17",
                "javascript:alert(1)//https://tasks.portal.example/app/17",
                "data:text/html,<script>alert(1)</script>",
                "ftp://tasks.portal.example/app/17",
                "https:tasks.portal.example/app/17",
                "https://tasks.portal.example/app/ 17",
                "https://tasks.portal.example/app/ä",
                "https://tasks.portal.example/app/17?code=x",
                "https://",
                "*",
            })
    void addressOutsideThePortalIsRefused(String target) {
        Answer answer = Notice.task("A trap").with("target", target).to(contact);

        assertProblem(answer, 400, "target-not-allowed");
        assertThat(answer.body()).doesNotContain("evil", "tasks.portal");
        assertThat(TestSupport.select("SELECT ID FROM CP_MAIL WHERE USER_ID = '" + contact.id() + "'"))
                .isEmpty();
    }

    @Test
    void addressInThePortalIsTakenAsItIs() {
        Mailbox mailbox = Mailbox.of(contact.email());
        Notice.task("Seventeen").with("target", IN_THE_PORTAL).queuedFor(contact);

        Answer end = new Visitor().use(Mailbox.link(mailbox.next()));
        assertThat(end.header("Location")).isEqualTo(IN_THE_PORTAL);

        Notice.task("Seventeen again").with("target", IN_THE_PORTAL).queuedFor(contact);
        assertThat(Mailbox.link(mailbox.next())).isEqualTo(IN_THE_PORTAL);
    }

    @Test
    void addressThatLeftThePortalMeanwhileLeadsToTheStartPage() {
        Mailbox mailbox = Mailbox.of(contact.email());
        Notice.task("Moved").with("target", IN_THE_PORTAL).queuedFor(contact);
        String link = Mailbox.link(mailbox.next());
        NORTHWIND.removeClient(portal);
        portal = null;

        Visitor visitor = new Visitor();
        Answer end = visitor.use(link);

        assertThat(visitor.isSignedIn()).isTrue();
        assertThat(end.uri().getPath()).startsWith("/realms/northwind/account");
    }

    @Test
    void startOfALinkThatWasNotUsedLeadsToTheStartPage() {
        Mailbox mailbox = Mailbox.of(contact.email());
        Notice.task("Early").with("target", IN_THE_PORTAL).queuedFor(contact);
        mailbox.next();
        String linkId = TestSupport.select("SELECT ID FROM CP_LINK WHERE USER_ID = '" + contact.id() + "'")
                .path(0)
                .path("id")
                .asText();
        String demo = TestSupport.select("SELECT ID FROM CLIENT WHERE CLIENT_ID = 'portal-demo'")
                .path(0)
                .path("id")
                .asText();

        for (String id : List.of(linkId, UUID.randomUUID().toString())) {
            Answer start = new Http().get(Stack.local().realmUrl() + "/client-portal/start/" + demo + "/" + id);
            assertThat(start.status()).isEqualTo(303);
            assertThat(start.location().getPath()).isEqualTo("/realms/northwind/account/");
        }
    }
}
