package dev.clientportal.e2e.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.Statements;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Visitor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What each step of a login asks of the database, counted by the server itself. */
@ExtendWith(Stack.class)
@Tag("X2")
class StatementsIT {
    /** Between two mails to one address. */
    private static final Duration AFTER_THE_PAUSE = Duration.ofSeconds(61);

    private record Waiting(Visitor visitor, Answer page, String address) {}

    @BeforeEach
    void openPortal() {
        Portal.open();
    }

    @AfterEach
    void resetClock() {
        TestSupport.resetClock();
    }

    @Test
    @Tag("B7")
    void askingForALinkTakesAtMostEight() {
        Deque<Waiting> waiting = new ArrayDeque<>();
        for (int i = 0; i < Statements.RUNS; i++) {
            Visitor visitor = new Visitor();
            String address = Portal.newContact("birch-bakery").email();
            waiting.add(new Waiting(visitor, visitor.begin(), address));
        }

        List<String> asking = Statements.of(() -> {
            Waiting next = waiting.remove();
            Answer sent = next.visitor.ask(next.page, next.address);
            assertThat(sent.document().select("#client-portal-code")).isNotEmpty();
        });

        assertThat(asking).hasSizeBetween(1, 8);
    }

    @Test
    @Tag("S1")
    void landingPageOfAnInvitationTakesAtMostFour() {
        Deque<String> links = new ArrayDeque<>();
        for (int i = 0; i < Statements.RUNS; i++) links.add(Visitor.invitation(Portal.newContact("birch-bakery")));

        List<String> landing = Statements.of(
                () -> assertThat(new Visitor().open(links.remove()).status()).isEqualTo(200));

        assertThat(landing).hasSizeBetween(1, 4);
    }

    @Test
    @Tag("S1")
    void landingPageOfALoginTakesAtMostFourInEitherBrowser() {
        Deque<Mailed> here = new ArrayDeque<>();
        Deque<Mailed> elsewhere = new ArrayDeque<>();
        for (int i = 0; i < Statements.RUNS; i++) {
            here.add(Mailed.to(new Visitor()));
            elsewhere.add(new Mailed(new Visitor(), Mailed.to(new Visitor()).link));
        }

        for (Deque<Mailed> mails : List.of(here, elsewhere)) {
            List<String> landing = Statements.of(() -> mails.remove().open());
            assertThat(landing).hasSizeBetween(1, 4);
        }
    }

    /**
     * Of a contact who has been in before, so that Keycloak has them in its caches: 15, and three more where the network has
     * tried nothing yet and where Keycloak reads the user anew. How often it looks for the client is its cache's affair.
     */
    @Test
    @Tag("S3")
    @Tag("S11")
    void buttonTakesAtMostEighteenAndTheTokensLookForTheCompanyTwice() {
        List<Contact> contacts = new ArrayList<>();
        Deque<Mailed> mails = new ArrayDeque<>();
        Deque<Answer> pages = new ArrayDeque<>();
        for (int i = 0; i < Statements.RUNS; i++) {
            contacts.add(Portal.newContact("birch-bakery"));
            Visitor.invited(contacts.get(i));
        }
        TestSupport.moveClock(AFTER_THE_PAUSE);
        for (Contact contact : contacts) {
            Mailed mailed = Mailed.to(new Visitor(), contact);
            mails.add(mailed);
            pages.add(mailed.visitor.open(mailed.link));
        }
        Deque<Answer> answers = new ArrayDeque<>();
        Deque<Mailed> entering = new ArrayDeque<>(mails);

        List<String> button =
                Statements.of(() -> answers.add(mails.remove().visitor.press(pages.remove())));
        List<String> tokens =
                Statements.of(() -> entering.remove().visitor.login().tokens(answers.remove()));

        assertThat(button).hasSizeBetween(1, 18);
        assertThat(tokens.stream().filter(StatementsIT::isOfCompany)).hasSizeBetween(1, 2);
    }

    private static boolean isOfCompany(String sql) {
        return sql.contains("CP_COMPANY") || sql.matches("(?is).*\\bfrom ORG\\b.*");
    }

    /** Somebody with the link of a login in their hands. */
    private record Mailed(Visitor visitor, String link) {
        static Mailed to(Visitor visitor) {
            return to(visitor, Portal.newContact("birch-bakery"));
        }

        static Mailed to(Visitor visitor, Contact contact) {
            return new Mailed(visitor, Mailbox.link(visitor.askedMail(contact.email())));
        }

        void open() {
            assertThat(visitor.open(link).status()).isEqualTo(200);
        }
    }
}
