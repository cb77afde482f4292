package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.stack.ReceivedMail;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One contact's way in, with a name that looks well: the pictures of README and guides are copies of these. */
@InBrowser
class DocumentationPicturesIT {
    private static final String PHONE =
            "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/142.0.0.0 Mobile Safari/537.36";

    @Test
    void fromTheInvitationToTheNextLogin() {
        Contact contact = Portal.addContact("birch-bakery", "liis.kask@birch.example");
        Mailbox mailbox = Mailbox.of(contact.email());
        Portal.ok(Portal.invite(contact));
        ReceivedMail invitation = mailbox.next();
        NewContextOptions phone = new NewContextOptions()
                .setUserAgent(PHONE)
                .setViewportSize(Pictures.PHONE, 844)
                .setLocale("en");
        try (DemoApp app = new DemoApp();
                Person first = Person.with(phone);
                Person person = Person.with(phone)) {
            Page page = first.page();
            page.navigate(Stack.local().mailWebUrl() + "mails/" + invitation.id());
            assertThat(page.frameLocator("iframe").locator("body")).containsText("Open the portal");
            Pictures.take(page, "docs-mail");
            LinkPage link = LinkPage.of(page, Mailbox.link(invitation));
            Pictures.take(page, "docs-invitation");
            link.press();
            Signed.inToAccount(page, contact);
            DoorPage.of(person.page(), Mailbox.link(invitation));
            Pictures.take(person.page(), "docs-door");

            TestSupport.moveClock(Duration.ofSeconds(61));
            AddressPage address = AddressPage.of(person.page(), app.loginUrl());
            Pictures.take(person.page(), "docs-address");
            address.ask(contact.email());
            Pictures.take(person.page(), "docs-sent");
            LinkPage login = LinkPage.of(person.page(), Mailbox.link(mailbox.next()));
            Pictures.take(person.page(), "docs-link");
            login.press();
            Signed.in(person.page(), contact);
        }
    }
}
