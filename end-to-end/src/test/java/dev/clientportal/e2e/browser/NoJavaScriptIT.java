package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.clientportal.e2e.FirmSettings;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestSupport;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Everything works in a browser that runs no scripts. */
@InBrowser
class NoJavaScriptIT {
    @Test
    void askAndCode() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        try (DemoApp app = new DemoApp();
                Person person = Person.withoutJavaScript()) {
            SentPage sent = AddressPage.of(person.page(), app.loginUrl()).ask(contact.email());
            assertThat(person.page().locator("#resend-wait")).containsText("You can ask for another mail in");
            Pictures.take(person.page(), "sent-without-javascript");
            String code = Mailbox.code(mailbox.next());
            sent.type("000 000".equals(code) ? "111111" : "000000");
            assertThat(sent.error()).isVisible();

            sent.type(code);

            Signed.in(person.page(), contact);
        }
    }

    @Test
    void askAndLink() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        try (DemoApp app = new DemoApp();
                Person person = Person.withoutJavaScript()) {
            AddressPage.of(person.page(), app.loginUrl()).ask(contact.email());
            Page mailProgram = person.newTab();

            LinkPage.of(mailProgram, Mailbox.link(mailbox.next())).press();

            Signed.in(mailProgram, contact);
        }
    }

    @Test
    void invitationIsNotWaitingForAScriptEvenInAOneClickFirm() {
        Contact contact = Portal.newContact("birch-bakery");
        String link = Links.invitation(contact);
        try (FirmSettings firm = FirmSettings.with("oneClick", true);
                Person person = Person.withoutJavaScript()) {
            LinkPage page = LinkPage.of(person.page(), link);
            assertThat(Links.used(contact)).isZero();

            page.press();

            person.page().waitForURL(Stack.local().realmUrl() + "/account/**");
            assertThat(person.isSignedIn()).isTrue();
        }
    }

    @Test
    void doorAndFreshLink() {
        Contact contact = Portal.newContact("birch-bakery");
        String link = Links.invitation(contact);
        TestSupport.moveClock(Duration.ofDays(7).plusSeconds(5));
        Mailbox mailbox = Mailbox.of(contact.email());
        try (Person person = Person.withoutJavaScript()) {
            DoorPage.of(person.page(), link).askForFresh();

            assertThat(person.page().locator("h1")).hasText("A fresh link is on its way");
            LinkPage.of(person.page(), Mailbox.link(mailbox.next())).press();
            person.page().waitForURL(Stack.local().realmUrl() + "/account/**");
        }
    }

    @Test
    void otherAddressAndAddressThatIsNone() {
        try (DemoApp app = new DemoApp();
                Person person = Person.withoutJavaScript()) {
            AddressPage address = AddressPage.of(person.page(), app.loginUrl());
            address.type("nobody");
            assertThat(person.page().locator("#email-error"))
                    .hasText("Please enter a complete e-mail address, such as name@company.com.");

            String nobody = AddressPage.ofNobody();
            address.ask(nobody).change();

            assertThat(person.page().locator("#email")).hasValue(nobody);
        }
    }
}
