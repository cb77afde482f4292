package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.clientportal.e2e.Browser;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.StaffMember;
import dev.clientportal.e2e.TestFirm;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the console's page "Settings" shows of languages, limits and the portal itself. */
@InBrowser
class ConsoleSettingsHomeIT {
    private static final int PHONE = 390;
    private static final List<String> OF_LANGUAGES =
            List.of("internationalizationEnabled", "supportedLocales", "defaultLocale");

    @Test
    @Tag("S18")
    void adminChoosesTheLanguagesAndNothingElseOfTheRealmChanges() {
        TestFirm firm = TestFirm.create();
        try (Person person = Person.atDesktop()) {
            Page page = settings(person, firm);
            Locator languages = page.getByTestId("languages");
            assertThat(languages.locator("tbody tr")).hasCount(1);
            assertThat(languages.getByTestId("language-en")).containsText("Default");
            page.getByTestId("firm-name").fill("Half a na");
            JsonNode before = realm(firm);

            page.getByTestId("languages-change").click();
            page.getByTestId("speak-et").check();
            page.getByTestId("speak-fr").check();
            page.getByTestId("languages-default").selectOption("et");
            page.getByTestId("speak-en").uncheck();
            page.getByTestId("languages-save").click();

            assertThat(languages.getByTestId("language-et")).containsText("Default");
            assertThat(languages.getByTestId("language-et")).containsText("Translated");
            assertThat(languages.getByTestId("language-fr")).containsText("In English");
            assertThat(languages.locator("tbody tr")).hasCount(2);
            JsonNode after = realm(firm);
            assertThat(after.path("internationalizationEnabled").asBoolean()).isTrue();
            assertThat(spoken(after)).containsExactlyInAnyOrder("et", "fr");
            assertThat(after.path("defaultLocale").asText()).isEqualTo("et");
            assertThat(rest(after)).isEqualTo(rest(before));
            // The rest of the page knows them at once, and has what was typed.
            assertThat(page.getByTestId("firm-name")).hasValue("Half a na");
            page.getByTestId("preview-login").locator("button").first().click();
            Locator offered = page.getByTestId("preview-language").locator("option");
            assertThat(offered).hasCount(2);
            assertThat(offered.allTextContents()).containsExactlyInAnyOrder("Estonian", "French");
        } finally {
            firm.remove();
        }
    }

    @Test
    void languagesThatSomebodyElseChangedMeanwhileAreNotOverwritten() {
        TestFirm firm = TestFirm.create();
        try (Person person = Person.atDesktop()) {
            Page page = settings(person, firm);
            page.getByTestId("languages-change").click();
            page.getByTestId("speak-de").check();
            Portal.ok(Portal.administrator()
                    .put(
                            "/admin/realms/" + firm.realm(),
                            Map.of("internationalizationEnabled", true, "supportedLocales", List.of("en", "nl"))));

            page.getByTestId("languages-save").click();

            assertThat(page.getByTestId("languages-conflict")).containsText("Somebody else changed the languages");
            assertThat(page.getByTestId("speak-nl")).isChecked();
            assertThat(page.getByTestId("speak-de")).not().isChecked();
            assertThat(page.getByTestId("languages-save")).isDisabled();
            assertThat(spoken(realm(firm))).containsExactlyInAnyOrder("en", "nl");
            page.getByTestId("speak-de").check();
            page.getByTestId("languages-save").click();
            assertThat(page.getByTestId("language-de")).isVisible();
            assertThat(spoken(realm(firm))).containsExactlyInAnyOrder("de", "en", "nl");
        } finally {
            firm.remove();
        }
    }

    @Test
    @Tag("S17")
    void adminOfTheRealmIsOfferedEveryLanguageOfItsTheme() {
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage.of(page, "northwind", "mia").go("settings");
            page.getByTestId("languages-change").click();

            assertThat(page.getByTestId("speak-et")).isChecked();
            assertThat(page.getByTestId("speak-ar")).not().isChecked();
            assertThat(page.getByTestId("languages-save")).isDisabled();
            ConsoleLooks.looks(page, "console-settings-languages-choice");
        }
    }

    @Test
    @Tag("S8")
    void whoMayOnlyLookReadsTheLanguagesAndTheLimitsOfTheServer() {
        StaffMember viewer = StaffMember.create().with("view-realm");
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage.of(page, "northwind", viewer.name()).go("settings");

            Locator limits = page.getByTestId("limits");
            assertThat(limits.locator("tbody tr")).hasCount(9);
            assertThat(limit(limits, "Least time between two mails")).containsText("60 seconds");
            assertThat(limit(limits, "Mails to one address in a day"))
                    .containsText("spi-client-portal-limits--database--mails-per-day");
            assertThat(limit(limits, "for many at once")).containsText("9,000 (default: 10,000)");
            assertThat(page.getByTestId("language-et")).containsText("Translated");
            assertThat(page.getByTestId("languages-change")).hasCount(0);
            for (String section : List.of("languages", "limits")) {
                assertThat(page.getByTestId(section)).not().containsText("clientPortalAdmin");
            }
            Locator languages = page.getByTestId("languages");
            toTop(languages);
            ConsoleLooks.looks(page, "console-settings-languages");
            toTop(limits);
            ConsoleLooks.looks(page, "console-settings-limits");
            page.setViewportSize(PHONE, 844);
            toTop(languages);
            Browser.screenshot(page, "console-settings-languages");
            toTop(limits);
            Browser.screenshot(page, "console-settings-limits");
        }
    }

    @Test
    @Tag("A4")
    @Tag("S16")
    void portalIsShownInABrandThatIsNotSaved() {
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            // With a header of its own a browser asks before it loads from elsewhere; this one is as people have it.
            person.window().setExtraHTTPHeaders(Map.of());
            List<String> blocked = new CopyOnWriteArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.text().contains("blocked by CORS policy")) blocked.add(message.text());
            });
            ConsolePage.of(page, "northwind", "mia").go("settings");
            Locator preview = page.getByTestId("preview-home");
            preview.locator("button").first().click();
            FrameLocator home = preview.getByTestId("preview-frame").contentFrame();
            assertThat(home.locator("h1")).hasText("Hello, Alex Example");
            assertThat(home.locator(".app-brand")).containsText("Northwind Accounting");

            page.getByTestId("firm-name").fill("Southwind Accounting");
            page.getByTestId("firm-primaryColor").fill("#0b6e6e");
            page.getByTestId("firm-help").fill("Ask Mia");

            assertThat(home.locator("footer")).containsText("Ask Mia");
            assertThat(home.locator(".app-brand")).containsText("Southwind Accounting");
            assertThat(home.locator(".cp-monogram")).hasCSS("background-color", "rgb(11, 110, 110)");
            toTop(preview);
            ConsoleLooks.looks(page, "console-settings-home");
            preview.getByTestId("preview-language").selectOption("et");
            assertThat(home.locator("html")).hasAttribute("lang", "et");
            preview.getByText("Phone").click();
            assertThat(preview.getByTestId("preview-frame")).hasCSS("width", "375px");
            page.setViewportSize(PHONE, 844);
            toTop(preview);
            Browser.screenshot(page, "console-settings-home");
            assertThat(blocked).isEmpty();
            assertThat(Portal.ok(Portal.mia().get(Portal.ADMIN + "/firm")).body())
                    .doesNotContain("Southwind");
        }
    }

    @Test
    @Tag("A4")
    void portalAppThatIsNotThereIsToldInWords() {
        TestFirm firm = TestFirm.create();
        try (Person person = Person.atDesktop()) {
            Page page = settings(person, firm);
            Locator preview = page.getByTestId("preview-home");
            preview.locator("button").first().click();
            assertThat(preview.getByTestId("no-portal-app")).containsText("No portal app is set up here");

            String nobodys = Stack.local().portalUrl() + "/f/nobody.example/staff/";
            firm.addClient(Map.of("clientId", "portal-staff", "rootUrl", nobodys));
            page.getByTestId("firm-name").fill("Southwind");
            assertThat(preview.getByTestId("no-portal-app")).containsText("did not answer");
            assertThat(preview.getByTestId("no-portal-app")).containsText(nobodys);
        } finally {
            firm.remove();
        }
    }

    private static Page settings(Person person, TestFirm firm) {
        Page page = person.page();
        ConsolePage.of(page, "master", "admin").open("/" + firm.realm() + "/client-portal/settings");
        page.reload();
        // The console is loaded a second time.
        page.getByTestId("language-en").waitFor();
        return page;
    }

    private static void toTop(Locator section) {
        section.evaluate("it => it.scrollIntoView()");
    }

    private static Locator limit(Locator limits, String words) {
        return limits.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(words));
    }

    private static JsonNode realm(TestFirm firm) {
        return Portal.ok(Portal.administrator().get("/admin/realms/" + firm.realm()))
                .json();
    }

    private static List<String> spoken(JsonNode realm) {
        return Facts.list(realm.path("supportedLocales")).stream()
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode rest(JsonNode realm) {
        return ((ObjectNode) realm.deepCopy()).remove(OF_LANGUAGES);
    }
}
