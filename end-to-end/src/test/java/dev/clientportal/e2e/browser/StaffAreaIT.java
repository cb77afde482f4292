package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Browser;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.StaffMember;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The staff's way into the portal application, what they see of companies and contacts, and the way out. */
@InBrowser
@ExtendWith(LandsInPortal.class)
class StaffAreaIT {
    private static final String REALM = "/admin/realms/northwind";
    private static final String ROWS = ".staff-row";

    @Test
    @Tag("B1")
    @Tag("B10")
    void staffComeInWithTheirPasswordFindACompanyAndSeeItsContacts() {
        Contact contact = Portal.newContact("birch-bakery");
        try (Person person = Person.atPhone()) {
            Page page = person.page();

            signIn(page, "mia");

            assertThat(page.locator("h1")).hasText("Companies");
            assertThat(page.locator(".app-company")).hasText("Staff");
            assertThat(page.locator(".app-person")).hasText("Mia Kask");
            looks(page, "staff-companies");
            for (String company : List.of("Cedar Cycles GmbH", "Dune Design B.V.", "Birch Bakery OÜ")) {
                search(page, company.substring(0, 4).toLowerCase(Locale.ROOT));
                assertThat(page.locator(ROWS)).containsText(new String[] {company});
            }
            page.click(ROWS + " a");
            assertThat(page.locator("h1")).hasText("Birch Bakery OÜ");
            assertThat(page.locator(".staff-about")).containsText("Portal open");
            assertThat(page.locator(".staff-nav a[aria-current]")).hasText("Companies");
            search(page, contact.email());
            assertThat(page.locator(ROWS)).hasCount(1);
            assertThat(page.locator(ROWS)).containsText("Con Tact");
            assertThat(page.locator(ROWS)).containsText("Has access");
            looks(page, "staff-company");
            Portal.ok(Portal.mia().post(contact.path() + "/block"));
            page.reload();
            assertThat(page.locator(ROWS)).containsText("Blocked");
            Portal.ok(Portal.mia().post(contact.path() + "/unblock"));
            page.reload();
            assertThat(page.locator(ROWS)).containsText("Access after a new invitation");
            search(page, "nobody at all");
            assertThat(page.locator(".app-empty")).containsText("No contact’s name or address begins with");
            looks(page, "staff-nothing-found");
            page.click("text=Show all");
            assertThat(page.locator(ROWS).first()).isVisible();
        }
    }

    @Test
    void listsGoOnPageByPageWithoutJavaScriptAndInAnyLanguage() {
        String prefix = "paged " + System.nanoTime();
        for (int i = 10; i < 32; i++) {
            Portal.addCompany((prefix + "-" + i).replace(' ', '-'));
        }
        try (Person person = Person.withoutJavaScript()) {
            Page page = person.page();
            signIn(page, "theo");

            search(page, prefix.replace(' ', '-'));

            assertThat(page.locator(ROWS)).hasCount(20);
            assertThat(page.locator(ROWS).first()).containsText("Portal not open");
            page.click("text=More");
            assertThat(page.locator(ROWS)).hasCount(2);
            assertThat(page.locator("text=More")).hasCount(0);
            InPortal.speak(page, "de");
            assertThat(page.locator("h1")).hasText("Unternehmen");
            assertThat(page.locator(ROWS)).hasCount(2);
            page.click("text=Erste Seite");
            assertThat(page.locator(ROWS)).hasCount(20);
            page.click(ROWS + " a >> nth=0");
            assertThat(page.locator(".staff-about")).containsText("Portal nicht offen");
            assertThat(page.locator(".app-empty")).containsText("Keine Kontakte zu sehen");
        }
    }

    @Test
    @Tag("S17")
    void keyboardIsEnough() {
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            signIn(page, "mia");

            page.keyboard().press("Tab");
            assertThat(page.locator(".app-skip")).isFocused();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.locator("#search")).isFocused();
            page.keyboard().type("birch");
            page.keyboard().press("Enter");
            assertThat(page.locator(ROWS)).hasCount(1);
            page.focus("#search");
            for (int i = 0; i < 3; i++) page.keyboard().press("Tab");
            assertThat(page.locator(ROWS + " a")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("Birch Bakery OÜ");
        }
    }

    @Test
    @Tag("B1")
    void keycloaksPermissionsDecideWhatStaffSee() {
        StaffMember sees = StaffMember.create().mayEnter();
        String company = staff() + "companies/" + Portal.company("birch-bakery");
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            signIn(page, sees.name());

            assertThat(page.locator(".app-empty")).containsText("No companies to see");
            looks(page, "staff-no-companies");
            Response invisible = page.navigate(company);
            assertThat(invisible.status()).isEqualTo(404);
            assertThat(page.locator(".staff-nav")).isVisible();

            sees.with("view-organizations");
            page.navigate(company);
            assertThat(page.locator("h1")).hasText("Birch Bakery OÜ");
            assertThat(page.locator(".app-empty")).containsText("No contacts to see");

            sees.with("view-users");
            page.navigate(company);
            assertThat(page.locator(ROWS).first()).isVisible();
            for (String unknown : List.of("00000000-0000-0000-0000-000000000000", "..%2Ffirm", "a b")) {
                assertThat(page.navigate(staff() + "companies/" + unknown).status())
                        .as(unknown)
                        .isEqualTo(404);
            }
            assertThat(page.navigate(staff() + "?after=forged").status()).isEqualTo(400);
        }
    }

    @Test
    @Tag("B1")
    void whoIsNoStaffIsToldSoAndLosesNoTimeOnceTheyAre() {
        StaffMember stranger = StaffMember.create().with("view-organizations");
        try (Person person = Person.atPhone()) {
            Page page = person.page();
            signIn(page, stranger.name());

            assertThat(page.locator("h1")).hasText("You cannot enter the staff area");
            assertThat(page.locator(".cp-card")).containsText("portal-staff");
            assertThat(page.locator(".staff-nav")).hasCount(0);
            looks(page, "staff-no-role");
            assertThat(page.navigate(staff() + "companies/" + Portal.company("birch-bakery"))
                            .status())
                    .isEqualTo(403);

            stranger.mayEnter();
            page.waitForCondition(() -> {
                page.click("a:has-text('Try again')");
                return page.locator("h1").textContent().equals("Companies");
            });

            stranger.mayNotEnter();
            page.waitForCondition(() -> page.reload().status() == 403);
            page.click("button:has-text('Sign out')");
            assertThat(page.locator("h1")).hasText("You are signed out");
            assertThat(stranger.sessions()).isEmpty();
        }
    }

    /** Over the session at Keycloak a contact needs no password: the role keeps them out, and so does the cookie's name. */
    @Test
    @Tag("S12")
    void contactIsNoStaffAndNeitherCookieIsWorthAnythingAtTheOtherDoor() {
        Contact contact = Portal.newContact("birch-bakery");
        String company = portal() + "/c/birch-bakery/";
        try (Person ofClient = Person.atDesktop();
                Person ofFirm = Person.atDesktop()) {
            InPortal.arrive(ofClient.page(), contact, "birch-bakery");
            signIn(ofFirm.page(), "mia");

            assertThat(beginsALogin(ofClient, "portal", "portal-staff", staff()))
                    .isEqualTo("portal-staff");
            assertThat(beginsALogin(ofFirm, "portal-staff", "portal", company)).isEqualTo("portal");

            assertThat(ofClient.page().navigate(staff()).status()).isEqualTo(403);
            assertThat(ofClient.page().locator("h1")).hasText("You cannot enter the staff area");
            ofClient.page().navigate(company);
            assertThat(ofClient.page().locator("h1")).hasText("Hello, Con Tact");
        }
    }

    @Test
    @Tag("S12")
    @Tag("S1")
    void signingOutEndsTheSessionHereAndAtKeycloakAndNobodyElsesFormDoesIt() {
        StaffMember member = StaffMember.create().mayEnter();
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            person.window()
                    .addCookies(List.of(new Cookie("portal-staff", "planted")
                            .setDomain("localhost")
                            .setPath("/f/portal.northwind.example/")));
            signIn(page, member.name());
            assertThat(person.window().cookies(staff()).stream().filter(cookie -> cookie.name.equals("portal-staff")))
                    .singleElement()
                    .satisfies(cookie -> {
                        assertThat(cookie.value).hasSizeGreaterThan(40);
                        assertThat(cookie.httpOnly).isTrue();
                    });
            APIResponse foreign = person.window()
                    .request()
                    .post(
                            staff() + "sign-out",
                            RequestOptions.create().setHeader("Origin", "https://elsewhere.example"));
            assertThat(foreign.status()).isEqualTo(403);
            page.reload();
            assertThat(page.locator("h1")).hasText("Companies");
            page.click("details.app-menu > summary");
            looks(page, "staff-menu");

            page.click("text=Sign out");

            assertThat(page.locator("h1")).hasText("You are signed out");
            assertThat(member.sessions()).isEmpty();
            page.click("text=Sign in");
            page.waitForSelector("#username");
        }
    }

    @Test
    @Tag("C4")
    void sessionThatEndsAtKeycloakEndsHereByBackChannel() {
        StaffMember member = StaffMember.create().mayEnter();
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            signIn(page, member.name());

            member.endSessions();
            page.reload();

            page.waitForSelector("#username");
        }
    }

    /** A token of ten seconds is too old at once, and a refresh token is good for one use: the second use ends the session. */
    @Test
    void tabsThatRefreshAtOnceAllStayIn() {
        StaffMember member = StaffMember.create().mayEnter().with("view-organizations");
        Api admin = Portal.administrator();
        String client = REALM + "/clients/"
                + Portal.ok(admin.get(REALM + "/clients?clientId=portal-staff"))
                        .json()
                        .path(0)
                        .path("id")
                        .asText();
        ObjectNode before = Portal.ok(admin.get(client)).json().deepCopy();
        try (Person person = Person.atDesktop()) {
            ObjectNode brief = before.deepCopy();
            brief.withObject("/attributes").put("access.token.lifespan", "10");
            Portal.ok(admin.put(client, brief));
            Portal.ok(admin.put(REALM, Map.of("revokeRefreshToken", true, "refreshTokenMaxReuse", 0)));
            Page page = person.page();
            signIn(page, member.name());

            Object answers = page.evaluate("() => Promise.all(Array.from({length: 6}, (_, i) => "
                    + "fetch('?search=' + i).then(answer => answer.status)))");

            assertThat(answers).isEqualTo(List.of(200, 200, 200, 200, 200, 200));
            Page second = person.newTab();
            for (Page tab : List.of(page, second)) {
                tab.navigate(staff());
                assertThat(tab.locator("h1")).hasText("Companies");
            }
            assertThat(member.sessions()).hasSize(1);
        } finally {
            Portal.ok(admin.put(REALM, Map.of("revokeRefreshToken", false, "refreshTokenMaxReuse", 0)));
            Portal.ok(admin.put(client, before));
        }
    }

    @Test
    @Tag("A8")
    void staffGetInWhileTheFirmsPortalIsClosedAndAreToldThatItIs() {
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            Portal.ok(Portal.mia().post(Portal.ADMIN + "/firm/deactivate"));
            page.navigate(portal() + "/");
            assertThat(page.locator("h1")).hasText("The portal is closed");

            signIn(page, "mia");

            assertThat(page.locator(".staff-notice")).containsText("no contact can sign in");
            looks(page, "staff-firm-closed");
            Portal.ok(Portal.mia().post(Portal.ADMIN + "/firm/activate"));
            page.navigate(portal() + "/");
            page.navigate(staff());
            assertThat(page.locator(".staff-notice")).hasCount(0);
        } finally {
            Portal.ok(Portal.mia().post(Portal.ADMIN + "/firm/activate"));
        }
    }

    /** Where the application sends somebody who shows the cookie of one door at the other: the client to sign in to. */
    private static String beginsALogin(Person person, String from, String to, String address) {
        String value = person.window().cookies(portal() + "/").stream()
                .filter(cookie -> cookie.name.equals(from))
                .findFirst()
                .orElseThrow()
                .value;
        APIResponse answer = person.window()
                .request()
                .get(
                        address,
                        RequestOptions.create()
                                .setHeader("Cookie", to + "=" + value)
                                .setMaxRedirects(0));
        assertThat(answer.status()).isEqualTo(303);
        return answer.headers().get("location").replaceAll(".*[?&]client_id=([^&]+).*", "$1");
    }

    /** At the staff's door, with a name that is the password, too. */
    static void signIn(Page page, String name) {
        page.navigate(staff());
        page.fill("#username", name);
        if (!page.locator("#password").isVisible()) page.click("[type=submit]");
        page.fill("#password", name);
        page.click("[type=submit]");
        page.waitForURL(staff());
    }

    private static void search(Page page, String words) {
        page.fill("#search", words);
        page.click(".staff-search button");
        assertThat(page.locator("#search")).hasValue(words);
    }

    private static void looks(Page page, String name) {
        Pictures.take(page, name);
        assertThat(Browser.seriousProblems(page)).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Pictures.take(page, name + "-dark");
        assertThat(Browser.seriousProblems(page)).as("dark").isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static String portal() {
        return Stack.local().portalUrl() + "/f/portal.northwind.example";
    }

    private static String staff() {
        return portal() + "/staff/";
    }
}
