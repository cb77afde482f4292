package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.stack.ReceivedMail;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@InBrowser
class InvitationIT {
    @Test
    @Tag("B5")
    @Tag("B8")
    void oneClickAndOneButtonLetAnInvitedContactIn() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        Portal.ok(Portal.invite(contact));
        String link = Mailbox.link(mailbox.next());

        try (Person person = Person.atPhone()) {
            LinkPage invitation = LinkPage.of(person.page(), link);
            assertThat(person.page().locator("h1")).hasText("Your portal is ready");
            assertThat(invitation.button()).hasText("Open Birch Bakery OÜ portal");
            assertThat(invitation.facts()).containsEntry("Company", "Birch Bakery OÜ");
            assertThat(invitation.facts().get("For")).isEqualTo("c•••@client.example");
            Pictures.take(person.page(), "link-invitation");

            invitation.press();

            Signed.inToAccount(person.page(), contact);
            assertThat(person.isSignedIn()).isTrue();
        }
    }

    @Test
    @Tag("B8")
    @Tag("D6")
    void buttonOfTheMailInTheDemosMailPageLeadsIn() {
        Contact contact = Portal.addContact("birch-bakery", "liis.kask" + System.nanoTime() + "@birch.example");
        Mailbox mailbox = Mailbox.of(contact.email());
        Portal.ok(Portal.invite(contact));
        ReceivedMail mail = mailbox.next();
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            page.navigate(Stack.local().mailWebUrl());
            page.click("a[href='/mails/" + mail.id() + "']");
            FrameLocator shown = page.frameLocator("iframe");
            assertThat(shown.locator("body")).containsText("Hello Con Tact");
            Pictures.take(page, "mail-invitation");

            Page portal = page.waitForPopup(
                    () -> shown.getByText("Open the portal").first().click());
            new LinkPage(portal).press();

            Signed.inToAccount(portal, contact);
            assertThat(person.isSignedIn()).isTrue();
        }
    }

    @Test
    @Tag("B7")
    void mailAndPageStateTheExpiryWithItsTimeZone() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        Portal.ok(Portal.invite(contact));
        ReceivedMail mail = mailbox.next();

        try (Person person = Person.atDesktop()) {
            String expiry =
                    LinkPage.of(person.page(), Mailbox.link(mail)).facts().get("Valid until");

            assertThat(expiry).matches(".*20\\d\\d.* \\d{1,2}:\\d\\d .*(EET|EEST|Eastern European.*)");
            assertThat(flat(mail.text())).contains("valid until " + flat(expiry));
            assertThat(flat(mail.html())).contains(flat(expiry));
        }
    }

    @Test
    @Tag("B12")
    void silentlyOpenedContactGetsNoMailAndComesInByAsking() {
        Contact silent = Portal.newContact("cedar-cycles");
        Mailbox mailbox = Mailbox.of(silent.email());
        Contact loud = Portal.newContact("cedar-cycles");
        Mailbox loudMailbox = Mailbox.of(loud.email());
        Portal.ok(Portal.invite(loud));
        loudMailbox.next(); // Mails go out in order: one to the silent contact would have come before.

        assertThat(Stack.local().mailServer().receivedBy(silent.email())).isEmpty();

        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            SentPage sent = AddressPage.of(person.page(), app.loginUrl()).ask(silent.email());
            sent.type(Mailbox.code(mailbox.next()));
            Signed.in(person.page(), silent);
        }
    }

    /** Without the narrow blanks and breaks that differ between the parts of a mail. */
    private static String flat(String text) {
        return text.replaceAll("[\\s\\u202f\\u00a0]+", " ");
    }
}
