package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.TestSupport;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever meets a closed door is told which, in words for them, and whom to ask. */
@InBrowser
@Tag("A9")
class ClosedDoorIT {
    private static final Duration LOGIN_LINK = Duration.ofMinutes(10);
    private static final Duration MAIL_PAUSE = Duration.ofSeconds(61);

    @Test
    @Tag("S2")
    @Tag("X6")
    void expiredLoginLinkOffersAFreshOneThatWorks() {
        Contact contact = Portal.newContact("birch-bakery");
        String link = Links.login(contact);
        TestSupport.moveClock(LOGIN_LINK.plusSeconds(5));
        try (Person person = Person.atPhone()) {
            DoorPage door = DoorPage.of(person.page(), link);
            assertDoor(door, "link-expired", 410, "This link has expired");

            freshLinkWorks(door, person, contact);
        }
    }

    @Test
    @Tag("X6")
    void expiredInvitationOffersAFreshOneThatWorks() {
        Contact contact = Portal.newContact("birch-bakery");
        String link = Links.invitation(contact);
        TestSupport.moveClock(Duration.ofDays(7).plusSeconds(5));
        try (Person person = Person.atPhone()) {
            DoorPage door = DoorPage.of(person.page(), link);
            assertThat(door.title()).isEqualTo("This link has expired");

            freshLinkWorks(door, person, contact);
        }
    }

    @Test
    @Tag("S2")
    @Tag("X6")
    void usedLinkOffersAFreshOneThatWorks() {
        Contact contact = Portal.newContact("birch-bakery");
        String link = Links.invitation(contact);
        try (Person first = Person.atDesktop();
                Person person = Person.atPhone()) {
            LinkPage.of(first.page(), link).press();
            Signed.inToAccount(first.page(), contact);

            DoorPage door = DoorPage.of(person.page(), link);
            assertDoor(door, "link-used", 410, "This link has already been used");

            TestSupport.moveClock(MAIL_PAUSE);
            freshLinkWorks(door, person, contact);
        }
    }

    @Test
    @Tag("X6")
    @Tag("S8")
    void freshLinkWithinThePauseShowsTheWait() {
        Contact contact = Portal.newContact("birch-bakery");
        String link = Links.invitation(contact);
        try (Person first = Person.atDesktop();
                Person person = Person.atDesktop()) {
            LinkPage.of(first.page(), link).press();
            Signed.inToAccount(first.page(), contact);

            DoorPage.of(person.page(), link).askForFresh();

            assertThat(person.page().locator("h1")).hasText("One moment, please");
            assertThat(person.page().locator("#door-wait")).containsText("You can try again in");
            pictures(person.page(), "wait");

            person.page().click("#client-portal-start");
            assertThat(person.page().locator("h1")).hasText("This link has already been used");
        }
    }

    @Test
    @Tag("B6")
    @Tag("S4")
    void resentInvitationEndsTheOneBefore() {
        Contact contact = Portal.newContact("birch-bakery");
        String earlier = Links.invitation(contact);
        TestSupport.moveClock(MAIL_PAUSE);
        String later = Links.invitation(contact);
        try (Person person = Person.atDesktop()) {
            assertDoor(DoorPage.of(person.page(), earlier), "link-superseded", 410, "There is a newer link");

            LinkPage.of(person.page(), later).press();
            Signed.inToAccount(person.page(), contact);
            assertThat(person.isSignedIn()).isTrue();
        }
    }

    @Test
    @Tag("S4")
    void revokedInvitation() {
        Contact contact = Portal.newContact("birch-bakery");
        String link = Links.invitation(contact);
        Portal.ok(Portal.mia().delete(contact.path() + "/invitations"));
        try (Person person = Person.atDesktop()) {
            assertDoor(DoorPage.of(person.page(), link), "link-revoked", 410, "This link has been withdrawn");
        }
    }

    @Test
    void garbledLink() {
        String link = Links.invitation(Portal.newContact("birch-bakery"));
        try (Person person = Person.atDesktop()) {
            for (String garbled : new String[] {link + "x", link.substring(0, link.length() - 1), link + "%20"}) {
                assertDoor(DoorPage.of(person.page(), garbled), "link-invalid", 404, "This link doesn’t work");
            }
        }
    }

    @Test
    void linkOfAnotherFirm() {
        String link = Links.invitation(Portal.newContact("birch-bakery"));
        String other = "southwind-" + UUID.randomUUID();
        Portal.ok(Portal.administrator()
                .post("/admin/realms", Map.of("realm", other, "enabled", true, "loginTheme", "client-portal")));
        try (Person person = Person.atDesktop()) {
            DoorPage door = DoorPage.of(person.page(), link.replace("/realms/northwind/", "/realms/" + other + "/"));

            assertThat(door.status()).isEqualTo(404);
            assertThat(door.title()).isEqualTo("This link doesn’t work");
            assertThat(person.page().content()).doesNotContain("Northwind");
        } finally {
            Portal.ok(Portal.administrator().delete("/admin/realms/" + other));
        }
    }

    @Test
    @Tag("B3")
    void blockedContact() {
        Contact contact = Portal.newContact("birch-bakery");
        String link = Links.invitation(contact);
        Portal.ok(Portal.mia().post(contact.path() + "/block"));
        try (Person person = Person.atDesktop()) {
            assertDoor(DoorPage.of(person.page(), link), "contact-blocked", 403, "Your access is blocked");
        }
    }

    @Test
    @Tag("B4")
    void unblockingDoesNotReviveALink() {
        Contact contact = Portal.newContact("birch-bakery");
        String link = Links.invitation(contact);
        Portal.ok(Portal.mia().post(contact.path() + "/block"));
        Portal.ok(Portal.mia().post(contact.path() + "/unblock"));
        try (Person person = Person.atDesktop()) {
            assertThat(DoorPage.of(person.page(), link).title()).isEqualTo("This link has been withdrawn");
        }
    }

    @Test
    @Tag("B2")
    void disabledContact() {
        Contact contact = Portal.newContact("birch-bakery");
        String link = Links.invitation(contact);
        Portal.ok(Portal.mia().post(contact.path() + "/disable"));
        try (Person person = Person.atDesktop()) {
            assertDoor(DoorPage.of(person.page(), link), "contact-disabled", 403, "Your access is switched off");
        }
    }

    @Test
    @Tag("A5")
    @Tag("A7")
    void closedCompany() {
        String company = Portal.newCompany();
        Contact contact = Portal.addContactTo(company, "closed." + System.nanoTime() + "@client.example");
        String link = Links.invitation(contact);
        Portal.ok(Portal.mia().post(Portal.ADMIN + "/companies/" + company + "/deactivate"));
        try (Person person = Person.atDesktop()) {
            assertDoor(DoorPage.of(person.page(), link), "company-inactive", 403, "Your company’s portal is closed");
        }
    }

    @Test
    @Tag("A1")
    @Tag("A7")
    void closedFirm() {
        Contact contact = Portal.newContact("birch-bakery");
        String link = Links.invitation(contact);
        Portal.ok(Portal.mia().post(Portal.ADMIN + "/firm/deactivate"));
        try (Person person = Person.atDesktop()) {
            assertDoor(DoorPage.of(person.page(), link), "firm-inactive", 403, "The portal is closed for now");
        } finally {
            Portal.ok(Portal.mia().post(Portal.ADMIN + "/firm/activate"));
        }
    }

    @Test
    @Tag("A7")
    @Tag("S11")
    void gateThatClosesWhileThePageIsOpenStopsTheButton() {
        Contact contact = Portal.newContact("birch-bakery");
        String link = Links.invitation(contact);
        try (Person person = Person.atDesktop()) {
            LinkPage page = LinkPage.of(person.page(), link);
            Portal.ok(Portal.mia().post(contact.path() + "/disable"));

            page.press();

            assertThat(person.page().locator("h1")).hasText("Your access is switched off");
            assertThat(person.isSignedIn()).isFalse();
        }
    }

    @Test
    @Tag("S1")
    void buttonOfAPageWithoutItsCookieDoesNothing() {
        Contact contact = Portal.newContact("birch-bakery");
        String link = Links.invitation(contact);
        try (Person person = Person.atDesktop()) {
            LinkPage page = LinkPage.of(person.page(), link);
            person.window().clearCookies();

            page.press();

            assertThat(person.page().locator("h1")).hasText("This page was open for too long");
            pictures(person.page(), "csrf");
            assertThat(Links.used(contact)).isZero();
        }
    }

    private static void freshLinkWorks(DoorPage door, Person person, Contact contact) {
        Mailbox mailbox = Mailbox.of(contact.email());
        assertThat(door.offersFresh()).isTrue();
        door.askForFresh();
        assertThat(person.page().locator("h1")).hasText("A fresh link is on its way");
        Pictures.take(person.page(), "done-fresh-sent");

        LinkPage.of(person.page(), Mailbox.link(mailbox.next())).press();

        Signed.inToAccount(person.page(), contact);
        assertThat(person.isSignedIn()).isTrue();
    }

    private static void assertDoor(DoorPage door, String name, int status, String title) {
        assertThat(door.title()).isEqualTo(title);
        assertThat(door.status()).isEqualTo(status);
        assertThat(door.help()).contains("help@northwind.example");
        assertThat(door.page().content()).as("no address for strangers").doesNotContain("@client.example");
        pictures(door.page(), name);
    }

    private static void pictures(Page page, String name) {
        Pictures.take(page, "door-" + name);
    }
}
