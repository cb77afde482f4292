package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.stack.ReceivedMail;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@InBrowser
@Tag("S7")
class NotMeIT {
    @Test
    void thisWasNotMeEndsEverythingThatIsOpen() {
        Contact contact = Portal.newContact("birch-bakery");
        String invitation = Links.invitation(contact);
        TestSupport.moveClock(Duration.ofSeconds(61));
        Mailbox mailbox = Mailbox.of(contact.email());
        try (DemoApp app = new DemoApp();
                Person stranger = Person.atDesktop();
                Person person = Person.atPhone()) {
            SentPage waiting = AddressPage.of(stranger.page(), app.loginUrl()).ask(contact.email());
            ReceivedMail mail = mailbox.next();

            LinkPage.of(person.page(), Mailbox.link(mail)).notMe();

            assertThat(person.page().locator("h1")).hasText("Thank you for telling us");
            Pictures.take(person.page(), "done-not-me");
            assertThat(Facts.liveLinks(contact)).isEmpty();
            waiting.type(Mailbox.code(mail));
            assertThat(stranger.page().locator("h1")).hasText("This link has been withdrawn");
            assertThat(stranger.isSignedIn()).isFalse();
            for (String link : new String[] {invitation, Mailbox.link(mail)}) {
                assertThat(DoorPage.of(person.page(), link).title()).isEqualTo("This link has been withdrawn");
            }
            assertThat(Facts.loginErrors(contact))
                    .anyMatch(event -> event.path("error").asText().equals("not_me"));
        }
    }

    @Test
    void pageSaysWhoWhenAndFromWhat() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        try (DemoApp app = new DemoApp();
                Person asking = Person.atDesktop();
                Person person = Person.atPhone()) {
            AddressPage.of(asking.page(), app.loginUrl()).ask(contact.email());

            Map<String, String> facts =
                    LinkPage.of(person.page(), Mailbox.link(mailbox.next())).facts();

            assertThat(facts).containsEntry("For", "c•••@client.example").containsEntry("Company", "Birch Bakery OÜ");
            assertThat(facts.get("From")).matches(".*Chrome.* on .+");
            assertThat(facts.get("Asked for")).matches(".*20\\d\\d.*(EET|EEST)");
            assertThat(facts.get("Valid until")).matches(".*20\\d\\d.*(EET|EEST)");
            assertThat(person.page().content()).doesNotContain(contact.email());
        }
    }
}
