package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.FirmSettings;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A link opened where somebody else is signed in. */
@InBrowser
@Tag("S12")
class SomebodyElseIT {
    @Test
    void linkOffersToSignOutAndGoOnAsItsContact() {
        Contact before = Portal.newContact("birch-bakery");
        Contact contact = Portal.newContact("cedar-cycles");
        String link = Links.invitation(contact);
        try (Person person = Person.atDesktop()) {
            signIn(person, before);

            LinkPage page = LinkPage.of(person.page(), link);
            assertThat(person.page().locator(".cp-alert")).containsText("Somebody else is signed in");
            assertThat(page.button()).containsText("Sign out and continue as c•••@client.example");
            Pictures.take(person.page(), "link-somebody-else");
            page.press();

            Signed.inToAccount(person.page(), contact);
            assertThat(Facts.sessions(before)).isEmpty();
            assertThat(Facts.sessions(contact)).hasSize(1);
        }
    }

    @Test
    void oneClickFirmDoesNotSignAnybodyOutByItself() {
        Contact before = Portal.newContact("birch-bakery");
        Contact contact = Portal.newContact("cedar-cycles");
        String link = Links.invitation(contact);
        try (FirmSettings firm = FirmSettings.with("oneClick", true);
                Person person = Person.atDesktop()) {
            signIn(person, before);

            LinkPage.of(person.page(), link);

            person.page().waitForLoadState();
            assertThat(person.page().locator("[data-auto-press]")).hasCount(0);
            assertThat(Links.used(contact)).isZero();
            assertThat(Facts.sessions(before)).hasSize(1);
        }
    }

    private static void signIn(Person person, Contact contact) {
        try (FirmSettings firm = FirmSettings.with("oneClick", false)) {
            LinkPage.of(person.page(), Links.invitation(contact)).press();
            Signed.inToAccount(person.page(), contact);
        }
    }
}
