package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.stack.ReceivedMail;
import org.junit.jupiter.api.Test;

/** Back, forward and reload. */
@InBrowser
class HistoryIT {
    @Test
    void reloadOfTheWaitingPageAsksForNothing() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            SentPage sent = AddressPage.of(person.page(), app.loginUrl()).ask(contact.email());
            ReceivedMail mail = mailbox.next();

            assertThat(person.page().reload().request().method()).isEqualTo("GET");
            assertThat(person.page().reload().status()).isEqualTo(200);

            assertThat(person.page().locator("h1")).hasText("Check your mail");
            assertThat(asked(contact)).isEqualTo(1);
            sent.type(Mailbox.code(mail));
            Signed.in(person.page(), contact);
        }
    }

    @Test
    void backFromTheWaitingPageAndForwardStillTakesTheCode() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            AddressPage.of(person.page(), app.loginUrl()).ask(contact.email());
            person.page().goBack();
            person.page().goForward();

            new SentPage(person.page()).type(Mailbox.code(mailbox.next()));

            Signed.in(person.page(), contact);
            assertThat(asked(contact)).isEqualTo(1);
        }
    }

    @Test
    void backAfterTheCodeDoesNotUndoTheLogin() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            AddressPage.of(person.page(), app.loginUrl()).ask(contact.email()).type(Mailbox.code(mailbox.next()));
            Signed.in(person.page(), contact);

            goBack(person.page());

            assertNothingBroke(app, person, contact);
        }
    }

    @Test
    void backAfterTheLinkDoesNotUndoTheLogin() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            AddressPage.of(person.page(), app.loginUrl()).ask(contact.email());
            LinkPage.of(person.page(), Mailbox.link(mailbox.next())).press();
            Signed.in(person.page(), contact);

            goBack(person.page());

            assertNothingBroke(app, person, contact);
        }
    }

    @Test
    void waitingTabIsNotLeftBehindWhenTheLinkIsUsedInAnother() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            AddressPage.of(person.page(), app.loginUrl()).ask(contact.email());
            Page mailProgram = person.newTab();
            LinkPage.of(mailProgram, Mailbox.link(mailbox.next())).press();
            Signed.in(mailProgram, contact);

            person.page().bringToFront();

            Signed.in(person.page(), contact);
            assertThat(Facts.sessions(contact)).hasSize(1);
        }
    }

    private static void goBack(Page page) {
        page.goBack();
        page.waitForLoadState();
    }

    /** No new question, no second session; whoever goes on is still signed in. */
    private static void assertNothingBroke(DemoApp app, Person person, Contact contact) {
        assertThat(person.page().locator("#client-portal-ask, #client-portal-code"))
                .hasCount(0);
        assertThat(Facts.sessions(contact)).hasSize(1);
        assertThat(Links.used(contact)).isEqualTo(1);
        person.page().navigate(app.loginUrl());
        Signed.in(person.page(), contact);
        assertThat(Facts.sessions(contact)).hasSize(1);
    }

    private static int asked(Contact contact) {
        return Facts.list(TestSupport.select("SELECT ID FROM CP_MAIL WHERE USER_ID = '" + contact.id() + "'"))
                .size();
    }
}
