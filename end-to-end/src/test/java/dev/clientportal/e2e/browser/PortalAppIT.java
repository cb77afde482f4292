package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Cookie;
import dev.clientportal.e2e.Browser;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.Stack;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in to the portal application, going from company to company, and out again. */
@InBrowser
@ExtendWith(LandsInPortal.class)
class PortalAppIT {
    private static final String COMPANY = ".app-company";

    @Test
    @Tag("B8")
    void invitationLeadsIntoThePortal() {
        Contact contact = Portal.newContact("birch-bakery");
        try (Person person = Person.atPhone()) {
            Page page = person.page();

            InPortal.arrive(page, contact, "birch-bakery");

            assertThat(page.locator("h1")).hasText("Hello, Con Tact");
            assertThat(page.locator(COMPANY)).hasText("Birch Bakery OÜ");
            InPortal.looks(page, "portal-home");
            page.click(InPortal.MENU);
            assertThat(page.locator(".app-menu-body")).containsText(contact.email());
            InPortal.looks(page, "portal-menu");
        }
    }

    @Test
    @Tag("C1")
    @Tag("C2")
    void contactSwitchesFromTheMenuAndEachTabStaysInItsCompany() {
        Contact contact = contactOfTwo();
        try (Person person = Person.atDesktop()) {
            Page first = person.page();
            signIn(first, contact);
            first.click(InPortal.MENU);
            first.click("text=Switch company");
            assertThat(first.locator(".cp-way")).hasCount(2);
            InPortal.looks(first, "portal-companies");
            Page second = person.newTab();
            second.navigate(first.url());

            second.click(".cp-way:has-text('Cedar Cycles')");

            second.waitForURL(InPortal.home("cedar-cycles"));
            assertThat(second.locator(COMPANY)).hasText("Cedar Cycles GmbH");
            first.click("text=Back");
            assertThat(first.locator(COMPANY)).hasText("Birch Bakery OÜ");
            second.reload();
            assertThat(second.locator(COMPANY)).hasText("Cedar Cycles GmbH");
            assertThat(Mailbox.of(contact.email()).unseen()).isEmpty();
        }
    }

    /** The other company keeps the client's session at Keycloak, so it is the refresh that is refused. */
    @Test
    @Tag("A9")
    @Tag("C4")
    void companyThatIsClosedWhileTheContactIsInsideSaysSoAndOffersTheOther() {
        Contact contact = contactOfTwo();
        String company = Portal.ADMIN + "/companies/" + Portal.company("birch-bakery");
        try (Person person = Person.atPhone()) {
            Page page = person.page();
            signIn(page, contact);
            page.navigate(InPortal.home("cedar-cycles"));
            page.navigate(InPortal.home("birch-bakery"));
            Portal.ok(Portal.mia().post(company + "/deactivate"));

            letThePortalAskAgain(page);

            assertThat(page.locator("h1")).hasText("Birch Bakery OÜ is closed to you");
            assertThat(page.locator("#closed-why")).containsText("is not open at the moment");
            InPortal.looks(page, "portal-closed");
            page.click(".cp-way:has-text('Cedar Cycles')");
            page.waitForURL(InPortal.home("cedar-cycles"));
            page.navigate(InPortal.home("birch-bakery"));
            Portal.ok(Portal.mia().post(company + "/activate"));
            page.click("text=Try again");
            assertThat(page.locator("h1")).hasText("Hello, Con Tact");
        } finally {
            Portal.ok(Portal.mia().post(company + "/activate"));
        }
    }

    @Test
    @Tag("A7")
    @Tag("A9")
    void firmThatClosesItsPortalWhileTheContactIsInsideSaysSo() {
        Contact contact = contactOfTwo();
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            signIn(page, contact);

            Portal.ok(Portal.mia().post(Portal.ADMIN + "/firm/deactivate"));
            page.waitForCondition(() -> {
                page.navigate(InPortal.home("birch-bakery"));
                return page.locator("#closed-why").count() > 0;
            });

            assertThat(page.locator("h1")).hasText("The portal is closed");
            InPortal.looks(page, "portal-closed-firm");
            Portal.ok(Portal.mia().post(Portal.ADMIN + "/firm/activate"));
            page.click("text=Try again");
            page.waitForURL(Stack.local().realmUrl() + "/**");
        } finally {
            Portal.ok(Portal.mia().post(Portal.ADMIN + "/firm/activate"));
        }
    }

    @Test
    @Tag("B2")
    void contactWhoseAccessEndsWhileInsideIsToldWhomToAsk() {
        Contact contact = contactOfTwo();
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            signIn(page, contact);
            page.navigate(InPortal.home("cedar-cycles"));
            page.navigate(InPortal.home("birch-bakery"));

            Portal.ok(Portal.mia().post(contact.path() + "/disable"));
            letThePortalAskAgain(page);

            assertThat(page.locator("#closed-why")).containsText("Ask Northwind Accounting");
        }
    }

    /** The session at Keycloak ends with its only company; the portal's, by back-channel. */
    @Test
    @Tag("A9")
    @Tag("C4")
    void onlyCompanyEnteredIsClosedAndKeycloaksPageOffersTheOther() {
        Contact contact = contactOfTwo();
        String company = Portal.ADMIN + "/companies/" + Portal.company("birch-bakery");
        try (Person person = Person.atPhone()) {
            Page page = person.page();
            signIn(page, contact);
            Portal.ok(Portal.mia().post(company + "/deactivate"));

            page.waitForCondition(() -> {
                page.navigate(InPortal.home("birch-bakery"));
                return !page.url().startsWith(PortalApi.portal());
            });

            assertThat(page.locator(".cp-alert")).isVisible();
            page.click("button[data-name='Cedar Cycles GmbH'], a:has-text('Cedar Cycles')");
            page.waitForURL(InPortal.home("cedar-cycles"));
        } finally {
            Portal.ok(Portal.mia().post(company + "/activate"));
        }
    }

    @Test
    void signingOutEndsTheSessionAtKeycloakToo() {
        Contact contact = Portal.newContact("birch-bakery");
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            signIn(page, contact);
            page.click(InPortal.MENU);

            page.click("text=Sign out");

            assertThat(page.locator("h1")).hasText("You are signed out");
            InPortal.looks(page, "portal-signed-out");
            assertThat(Facts.sessions(contact)).isEmpty();
            assertThat(person.isSignedIn()).isFalse();
            page.navigate(InPortal.home("birch-bakery"));
            new AddressPage(page);
        }
    }

    @Test
    @Tag("C4")
    void sessionThatStaffEndAtKeycloakEndsInThePortalByBackChannel() {
        Contact contact = Portal.newContact("birch-bakery");
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            signIn(page, contact);

            Portal.ok(Portal.administrator().post("/admin/realms/northwind/users/" + contact.id() + "/logout"));
            page.navigate(InPortal.home("birch-bakery"));

            new AddressPage(page);
        }
    }

    @Test
    @Tag("S13")
    void addressThatIsNoPortalsShowsNothing() {
        try (Person person = Person.atDesktop()) {
            for (String address : new String[] {
                Stack.local().portalUrl() + "/f/portal.nobody.example/",
                Stack.local().portalUrl() + "/",
                Stack.local().portalUrl().replace("localhost", "127.0.0.1") + "/"
            }) {
                Response response = person.page().navigate(address);

                assertThat(response.status()).as(address).isEqualTo(404);
                assertThat(person.page().locator("h1")).hasText("This page does not exist");
            }
        }
    }

    @Test
    @Tag("S12")
    void signInThatThisBrowserDidNotBeginIsRefused() {
        try (Person person = Person.atDesktop()) {
            Response response = person.page().navigate(PortalApi.portal() + "/signed-in?code=any&state=any");

            assertThat(response.status()).isEqualTo(400);
            assertThat(person.page().locator("h1")).hasText("You are not signed in");
            InPortal.looks(person.page(), "portal-not-signed-in");
        }
    }

    @Test
    @Tag("S12")
    void cookieThatWasPlantedIsReplacedAtTheSignIn() {
        Contact contact = Portal.newContact("birch-bakery");
        try (Person person = Person.atDesktop()) {
            person.window()
                    .addCookies(List.of(new Cookie("portal", "planted")
                            .setDomain("localhost")
                            .setPath("/f/portal.northwind.example/")));

            signIn(person.page(), contact);

            assertThat(person.window().cookies(PortalApi.portal() + "/").stream()
                            .filter(cookie -> cookie.name.equals("portal")))
                    .singleElement()
                    .satisfies(cookie -> {
                        assertThat(cookie.value).hasSizeGreaterThan(40);
                        assertThat(cookie.httpOnly).isTrue();
                    });
        }
    }

    @Test
    @Tag("S17")
    void languageOfTheMenuIsChosenByKeyboardOnAnyPageAndStaysAfterwards() {
        Contact contact = Portal.newContact("birch-bakery");
        try (Person person = Person.withoutJavaScript()) {
            Page page = person.page();
            signIn(page, contact);
            String tasks = InPortal.home("birch-bakery") + "tasks?done=true";
            page.navigate(tasks);
            assertThat(page.locator("footer form")).hasCount(0);

            InPortal.tabTo(page, InPortal.MENU);
            page.keyboard().press("Enter");
            InPortal.tabTo(page, "#language");
            page.keyboard().press("D");
            InPortal.tabTo(page, ".app-language button");
            page.keyboard().press("Enter");

            assertThat(page.locator("html")).hasAttribute("lang", "de");
            assertThat(page).hasURL(tasks);
            page.navigate(InPortal.home("birch-bakery"));
            assertThat(page.locator("h1")).hasText("Guten Tag, Con Tact");
        }
    }

    @Test
    @Tag("S18")
    void whoIsNotSignedInChoosesTheLanguageAtTheBottom() {
        try (Person person = Person.withoutJavaScript()) {
            Page page = person.page();
            page.navigate(PortalApi.portal() + "/verify");
            assertThat(page.locator(InPortal.MENU)).hasCount(0);
            assertThat(page.locator("footer #language")).isVisible();

            InPortal.speak(page, "et");

            assertThat(page).hasURL(PortalApi.portal() + "/verify");
        }
    }

    @Test
    @Tag("S17")
    @Tag("S18")
    void menuFitsOnTheSmallestPhoneInBothDirections() {
        Contact contact = Portal.newContact("birch-bakery");
        try (Person person = Person.atPhone()) {
            Page page = person.page();
            signIn(page, contact);
            page.setViewportSize(320, 640);
            page.click(InPortal.MENU);

            for (String direction : List.of("ltr", "rtl")) {
                page.evaluate("direction => { document.documentElement.dir = direction; }", direction);
                BoundingBox body = page.locator(".app-menu-body").boundingBox();
                assertThat(body.x).as(direction).isNotNegative();
                assertThat(body.x + body.width).as(direction).isLessThanOrEqualTo(320);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(direction)
                        .isEqualTo(320);
                Browser.screenshot(page, "portal-menu-" + direction);
            }
            assertThat(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Menu")))
                    .isVisible();
        }
    }

    private static Contact contactOfTwo() {
        Contact contact = Portal.newContact("birch-bakery");
        Portal.addContact("cedar-cycles", contact.email());
        return contact;
    }

    private static void signIn(Page page, Contact contact) {
        InPortal.signIn(page, contact, "birch-bakery");
    }

    /** What Keycloak said last counts for five seconds: reload until the portal has asked again. */
    private static void letThePortalAskAgain(Page page) {
        page.waitForCondition(() -> page.reload().status() == 403);
    }
}
