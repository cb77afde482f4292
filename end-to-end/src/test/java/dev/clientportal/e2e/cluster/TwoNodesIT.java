package dev.clientportal.e2e.cluster;

import static dev.clientportal.e2e.Portal.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.ManyContacts;
import dev.clientportal.e2e.OidcLogin;
import dev.clientportal.e2e.Parallel;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Tokens;
import dev.clientportal.e2e.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one node does, the other knows; what one began, the other ends. */
class TwoNodesIT {
    private static final String CLIENT = "portal-demo";
    private static final Duration SOON = Duration.ofSeconds(5);

    @RegisterExtension
    static final TwoNodes NODES = new TwoNodes();

    private String company;

    @BeforeEach
    void openPortal() {
        NODES.both();
        Portal.open();
        company = Portal.newCompany();
    }

    @AfterEach
    void toBoth() {
        NODES.both();
    }

    @Test
    @Tag("B3")
    @Tag("A7")
    @Tag("S11")
    void contactBlockedOnOneNodeIsRefusedAndSignedOutOnTheOther() {
        Contact contact = newContact();
        Tokens tokens = signedInOnTheSecond(contact);

        NODES.onlyFirst();
        ok(Portal.mia().post(contact.path() + "/block"));

        assertThrownOutOnTheSecond(contact, tokens);
    }

    @Test
    @Tag("C3")
    @Tag("A7")
    void companyClosedOnOneNodeIsClosedOnTheOther() {
        Contact contact = newContact();
        Tokens tokens = signedInOnTheSecond(contact);

        NODES.onlyFirst();
        ok(Portal.mia().post(Portal.ADMIN + "/companies/" + company + "/deactivate"));

        assertThrownOutOnTheSecond(contact, tokens);
    }

    @Test
    @Tag("A7")
    @Tag("X5")
    void organizationSwitchedOffInTheConsoleOfOneNodeThrowsOutOnTheOther() {
        Contact contact = newContact();
        Tokens tokens = signedInOnTheSecond(contact);

        NODES.onlyFirst();
        String path = "/admin/realms/northwind/organizations/" + company;
        ObjectNode organization = ok(Portal.mia().get(path)).json().deepCopy();
        ok(Portal.mia().put(path, organization.put("enabled", false)));

        assertThrownOutOnTheSecond(contact, tokens);
    }

    @Test
    @Tag("B2")
    void contactEnabledOnOneNodeMayEnterOnTheOther() {
        Contact contact = newContact();
        Portal.addContact("birch-bakery", contact.email());
        NODES.onlySecond();
        Visitor visitor = Visitor.invited(contact);
        OidcLogin elsewhere = new OidcLogin(visitor.browser(), CLIENT);
        elsewhere.tokens(elsewhere.begin(Map.of("company", "birch-bakery")));
        OidcLogin here = new OidcLogin(visitor.browser(), CLIENT);
        Tokens tokens = Tokens.of(here.tokens(here.begin(Map.of("company", alias()))), CLIENT);

        NODES.onlyFirst();
        ok(Portal.mia().post(contact.path() + "/disable"));
        NODES.onlySecond();
        assertThat(tokens.tryRefresh().status()).isEqualTo(400);
        NODES.onlyFirst();
        ok(Portal.mia().post(contact.path() + "/enable"));

        NODES.onlySecond();
        assertThat(tokens.refreshed().companies()).containsExactly(alias());
    }

    @Test
    @Tag("D6")
    @Tag("B9")
    void loginWhoseEveryRequestMeetsAnotherNodeSucceedsByCodeAndByLink() {
        Contact contact = newContact();
        Visitor.invited(contact);
        Contact another = newContact();
        Mailbox mailbox = Mailbox.of(another.email());
        Visitor typing = new Visitor();
        Answer sent = typing.ask(another.email());
        Answer back = typing.code(sent, Mailbox.code(mailbox.next()));

        assertThat(typing.isSignedIn()).isTrue();
        Tokens tokens = Tokens.of(typing.login().tokens(back), CLIENT);
        for (int i = 0; i < 4; i++) tokens = tokens.refreshed();
        assertThat(tokens.companies()).hasSize(1);
    }

    @Test
    @Tag("S3")
    void hundredPressesOnBothNodesGiveOneSession() {
        Contact contact = newContact();
        String link = Visitor.invitation(contact);
        List<Visitor> visitors =
                IntStream.range(0, 100).mapToObj(i -> new Visitor()).toList();
        List<Answer> pages = Parallel.calls(100, i -> visitors.get(i).open(link));

        Parallel.calls(100, i -> visitors.get(i).press(pages.get(i)));

        assertThat(visitors.stream().filter(Visitor::isSignedIn)).hasSize(1);
        assertThat(Facts.sessions(contact)).hasSize(1);
    }

    @Test
    @Tag("B9")
    void mailsThatBothNodesLookForAreSentOnce() {
        List<Contact> contacts =
                IntStream.range(0, 40).mapToObj(i -> newContact()).toList();
        Stack.local().mailServer().stop();
        contacts.forEach(contact -> ok(Portal.invite(contact)));
        Stack.local().mailServer().start();

        await().atMost(Duration.ofSeconds(30)).until(() -> contacts.stream()
                .allMatch(contact -> Facts.waitingMails(contact).isEmpty()));
        assertThat(contacts)
                .allSatisfy(contact -> assertThat(Stack.local().mailServer().receivedBy(contact.email()))
                        .hasSize(1));
    }

    /** A login ends on the node that lives, or begins again from a page that says how; no link is lost or used twice. */
    @Test
    @Tag("S3")
    @Tag("X3")
    void contactsWhoLogInWhileANodeDiesGetInAndNoLinkIsUsedTwice() {
        List<Contact> contacts =
                IntStream.range(0, 24).mapToObj(i -> newContact()).toList();
        List<String> links = contacts.stream().map(Visitor::invitation).toList();
        List<Visitor> visitors = contacts.stream().map(contact -> new Visitor()).toList();
        CountDownLatch begun = new CountDownLatch(contacts.size() / 3);
        try {
            Parallel.calls(
                    contacts.size() + 1,
                    i -> i < contacts.size()
                            ? comeIn(visitors.get(i), links.get(i), begun)
                            : killTheSecondAfter(begun));
            assertThat(NODES.brokenOff())
                    .as("requests that ended with their node")
                    .isPositive();
            NODES.onlyFirst();
            TestSupport.moveClock(Duration.ofMinutes(2)); // the wait between two mails to one address

            for (int i = 0; i < contacts.size(); i++) {
                Visitor visitor = visitors.get(i);
                if (!visitor.isSignedIn()) beginAgain(visitor, links.get(i), contacts.get(i));
                OidcLogin login = new OidcLogin(visitor.browser(), CLIENT);
                assertThat(Tokens.of(login.tokens(login.begin()), CLIENT).companies())
                        .as("in, on the node that lives")
                        .hasSize(1);
                assertThat(new Visitor().open(links.get(i)).status())
                        .as("a link that was used")
                        .isEqualTo(410);
            }
        } finally {
            TestSupport.resetClock();
            NODES.restartSecond();
        }
    }

    @Test
    @Tag("C3")
    void closingThatADeadNodeLeftBehindIsFinishedByAnother() {
        List<Contact> contacts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Contact contact = newContact();
            signedInOnTheSecond(contact);
            contacts.add(contact);
        }
        NODES.onlyFirst();
        long gone = System.currentTimeMillis() - 1000;
        var database = new ManyContacts(NODES.database());
        database.execute("UPDATE cp_company SET active = false WHERE org_id = '" + company + "'");
        database.execute("INSERT INTO cp_closing (id, realm_id, org_id, started_at, contacts, done, lease_until)"
                + " SELECT gen_random_uuid()::text, realm_id, id, " + gone + ", 3, 0, " + gone
                + " FROM org WHERE id = '" + company + "'");

        TestSupport.runTimer("client-portal-closing");

        await().atMost(SOON).until(() -> ok(Portal.mia().get(Portal.ADMIN + "/companies/" + company + "/closing"))
                .json()
                .path("finishedAt")
                .isNumber());
        NODES.onlySecond();
        assertThat(contacts)
                .allSatisfy(contact -> assertThat(Facts.sessions(contact)).isEmpty());
    }

    private Contact newContact() {
        return Portal.addContactTo(company, "node." + System.nanoTime() + "@client.example");
    }

    private String alias() {
        return ok(Portal.mia().get(Portal.ADMIN + "/companies/" + company))
                .json()
                .path("alias")
                .asText();
    }

    private static Tokens signedInOnTheSecond(Contact contact) {
        NODES.onlySecond();
        OidcLogin login = new OidcLogin(Visitor.invited(contact).browser(), CLIENT);
        Tokens tokens = Tokens.of(login.tokens(login.begin()), CLIENT).refreshed();
        NODES.onlyFirst();
        Tokens there = tokens.refreshed();
        NODES.onlySecond();
        return there.refreshed();
    }

    private static void assertThrownOutOnTheSecond(Contact contact, Tokens tokens) {
        NODES.onlySecond();
        Answer refused = tokens.tryRefresh();
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("error").asText()).isEqualTo("invalid_grant");
        await().atMost(SOON).untilAsserted(() -> {
            List<JsonNode> sessions = Facts.sessions(contact);
            assertThat(sessions).isEmpty();
        });
        assertThat(tokens.userinfo().status()).isEqualTo(401);
    }

    private static boolean comeIn(Visitor visitor, String link, CountDownLatch begun) {
        Answer page = patiently(() -> visitor.open(link));
        begun.countDown();
        patiently(() -> visitor.press(page));
        return visitor.isSignedIn();
    }

    private static boolean killTheSecondAfter(CountDownLatch begun) {
        try {
            begun.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        NODES.killSecondWith(4);
        return true;
    }

    private static void beginAgain(Visitor visitor, String link, Contact contact) {
        Answer page = visitor.open(link);
        if (page.status() == 200) {
            visitor.press(page);
        } else {
            Mailbox mailbox = Mailbox.of(contact.email());
            visitor.fresh(page);
            visitor.use(Mailbox.link(mailbox.next()));
        }
    }

    /** A request that broke off is sent once more, as people do. */
    private static Answer patiently(Supplier<Answer> request) {
        Answer answer = request.get();
        return answer.status() == 502 ? request.get() : answer;
    }
}
