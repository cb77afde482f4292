package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.stack.ReceivedMail;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@InBrowser
class LoginIT {
    @Test
    @Tag("X1")
    @Tag("S6")
    void linkInTheBrowserThatAskedGoesOnWithItsWaitingLogin() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            AddressPage address = AddressPage.of(person.page(), app.loginUrl());
            Pictures.take(person.page(), "address");
            address.ask(contact.email());
            Pictures.take(person.page(), "sent");

            Page mailProgram = person.newTab();
            LinkPage link = LinkPage.of(mailProgram, Mailbox.link(mailbox.next()));
            assertThat(link.button()).hasText("Sign in");
            Pictures.take(mailProgram, "link-login");
            link.press();

            // The application checks state and PKCE: this is the login that it began, and no other.
            Signed.in(mailProgram, contact);
            assertThat(app.logins()).hasSize(1);
            assertThat(Facts.sessions(contact)).hasSize(1);
        }
    }

    @Test
    @Tag("X1")
    @Tag("S5")
    void codeSignsInWhereItWasAskedFor() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        try (DemoApp app = new DemoApp();
                Person person = Person.atPhone()) {
            SentPage sent = AddressPage.of(person.page(), app.loginUrl()).ask(contact.email());
            String code = Mailbox.code(mailbox.next());

            sent.type(code.substring(0, 3) + " " + code.substring(3));

            Signed.in(person.page(), contact);
        }
    }

    @Test
    @Tag("S5")
    void afterFiveWrongCodesTheRightOneFailsToo() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            SentPage sent = AddressPage.of(person.page(), app.loginUrl()).ask(contact.email());
            ReceivedMail mail = mailbox.next();
            String right = Mailbox.code(mail);
            String wrong = right.startsWith("9") ? "123456" : "987654";
            for (int i = 0; i < 5; i++) {
                sent.type(wrong);
                assertThat(sent.error()).hasText("That code isn’t right. Please check the latest mail and try again.");
                // The field is emptied by the answer, so that a new answer can be told from the one before.
                assertThat(person.page().locator("#code")).hasValue("");
            }
            Pictures.take(person.page(), "sent-wrong-code");

            sent.type(right);

            assertThat(sent.error()).hasText("Too many wrong codes. Please ask for a new mail.");
            assertThat(person.isSignedIn()).isFalse();
        }
    }

    @Test
    @Tag("S5")
    void codeOfSomebodyElsesBrowserIsOfNoUse() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop();
                Person thief = Person.atDesktop()) {
            AddressPage.of(person.page(), app.loginUrl()).ask(contact.email());
            String code = Mailbox.code(mailbox.next());

            // The pause between mails keeps the thief from asking; whoever asks, the code belongs to the first browser.
            AddressPage.of(thief.page(), app.loginUrl())
                    .ask(AddressPage.ofNobody())
                    .type(code);

            assertThat(new SentPage(thief.page()).error()).isVisible();
            assertThat(thief.isSignedIn()).isFalse();
        }
    }

    @Test
    @Tag("X1")
    @Tag("S6")
    void linkInAnotherBrowserSignsInThereAndNotWhereItWasAskedFor() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        try (DemoApp app = new DemoApp();
                Person first = Person.atDesktop();
                Person second = Person.atPhone()) {
            SentPage waiting = AddressPage.of(first.page(), app.loginUrl()).ask(contact.email());
            ReceivedMail mail = mailbox.next();

            LinkPage link = LinkPage.of(second.page(), Mailbox.link(mail));
            assertThat(link.button()).hasText("Sign in on this device");
            assertThat(second.page().locator("main")).containsText("Type the 6-digit code from the mail there.");
            Pictures.take(second.page(), "link-other-device");
            assertThat(second.isSignedIn()).as("before the button").isFalse();
            link.press();

            Signed.inToAccount(second.page(), contact);
            assertThat(second.isSignedIn()).isTrue();
            waiting.type(Mailbox.code(mail));
            assertThat(first.page().locator("h1")).hasText("This link has already been used");
            assertThat(first.isSignedIn()).as("the browser that asked").isFalse();
            assertThat(app.logins()).isEmpty();
            assertThat(Facts.sessions(contact)).hasSize(1);
        }
    }

    @Test
    @Tag("S12")
    void cookiesFromBeforeTheLoginAreWorthNothingAfterIt() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop();
                Person thief = Person.atDesktop()) {
            SentPage sent = AddressPage.of(person.page(), app.loginUrl()).ask(contact.email());
            thief.window().addCookies(person.window().cookies());
            String waitingPage = person.page().url();

            sent.type(Mailbox.code(mailbox.next()));
            Signed.in(person.page(), contact);

            thief.page().navigate(waitingPage);
            assertThat(thief.page().locator("#client-portal-ask")).isVisible();
            thief.page().navigate(app.loginUrl());
            assertThat(thief.page().locator("#client-portal-ask")).isVisible();
            assertThat(thief.isSignedIn()).isFalse();
        }
    }
}
