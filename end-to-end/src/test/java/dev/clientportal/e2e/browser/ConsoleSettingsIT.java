package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.SampleFiles;
import dev.clientportal.e2e.StaffMember;
import dev.clientportal.e2e.TestFirm;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page "Settings" of the admin console's section "Client portal". */
@InBrowser
class ConsoleSettingsIT {
    private static final String TAKEN = "portal.northwind.example";

    private TestFirm firm;

    @BeforeEach
    void newFirm() {
        firm = TestFirm.create();
    }

    @AfterEach
    void removeFirm() {
        firm.remove();
    }

    @Test
    @Tag("A1")
    @Tag("A2")
    @Tag("A3")
    void adminSavesTheSettingsAndActivatesTheFirm() {
        try (Person person = Person.atDesktop()) {
            Page page = settings(person);
            Locator checklist = page.getByTestId("checklist");
            assertThat(page.getByTestId("activation")).containsText("This firm has no portal yet");
            assertThat(check(checklist, "portal has a domain")).containsText("Missing");
            assertThat(check(checklist, "mail server")).containsText("Missing");
            assertThat(check(checklist, "login links")).containsText("Missing");
            assertThat(check(checklist, "Organizations")).containsText("Done");
            assertThat(page.getByTestId("firm-switch")).isDisabled();
            ConsoleLooks.looks(page, "console-settings-begin");

            check(checklist, "portal has a domain").getByRole(AriaRole.BUTTON).click();
            Locator domain = page.getByTestId("firm-domain");
            assertThat(domain).isFocused();
            domain.fill("bücher." + firm.realm() + ".example");
            assertThat(page.getByTestId("domain-check")).containsText("xn--bcher-kva." + firm.realm() + ".example");
            domain.fill("localhost");
            assertThat(page.getByTestId("domain-check")).containsText("Not a domain name");
            domain.fill(TAKEN.toUpperCase(Locale.ROOT));
            assertThat(page.getByTestId("domain-check")).containsText("Another firm has this domain name");
            ConsoleLooks.looks(page, "console-settings-taken");
            Locator variation = page.getByText("portal-2.northwind.example");
            variation.click();
            assertThat(domain).hasValue("portal-2.northwind.example");
            assertThat(page.getByTestId("domain-check")).containsText("No other firm has it");

            page.getByTestId("firm-name").fill("Southwind Accounting");
            page.getByTestId("firm-primaryColor").fill("#0b6e6e");
            page.getByTestId("firm-invitationValidity").fill("2");
            page.getByTestId("validity-unit").selectOption("Hours");
            page.getByTestId("firm-oneClick").check(new Locator.CheckOptions().setForce(true));
            page.getByTestId("save").click();
            assertThat(check(checklist, "portal has a domain")).containsText("Done");
            assertThat(saved("domain")).isEqualTo("portal-2.northwind.example");
            assertThat(saved("name")).isEqualTo("Southwind Accounting");
            assertThat(saved("primaryColor")).isEqualTo("#0b6e6e");
            assertThat(saved("invitationValidity")).isEqualTo("7200");
            assertThat(saved("oneClick")).isEqualTo("true");

            page.getByTestId("firm-switch").click();
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText("can be let in from then on");
            confirm(page);
            assertThat(page.getByTestId("firm-state")).hasText("Active");
            assertThat(saved("active")).isEqualTo("true");

            page.getByTestId("firm-switch").click();
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Nobody can enter any company any more");
            confirm(page);
            assertThat(page.getByTestId("firm-state")).hasText("Not active");
            assertThat(page.getByTestId("closing")).containsText("Sessions were ended");
            assertThat(saved("active")).isEqualTo("false");
        }
    }

    @Test
    @Tag("D6")
    void adminSavesPicturesAndTheWordsOfAMail() {
        Portal.ok(firm.save(Map.of("name", "Southwind Accounting")));
        try (Person person = Person.atDesktop()) {
            Page page = settings(person);
            page.getByTestId("firm-help").fill("Mia");
            page.getByTestId("logo-file").setInputFiles(file("image/svg+xml", SampleFiles.bytes("<svg/>")));
            assertThat(page.getByTestId("refusal")).containsText("not a PNG, JPEG, GIF or WebP picture");
            page.getByTestId("logo-file").setInputFiles(file("image/png", SampleFiles.png()));
            assertThat(page.getByTestId("logo-picture")).isVisible();
            assertThat(page.getByTestId("firm-help")).hasValue("Mia");
            assertThat(saved("logo")).isNotEmpty();
            page.getByTestId("logo-remove").click();
            confirm(page);
            assertThat(page.getByTestId("logo-picture")).hasCount(0);
            assertThat(saved("logo")).isEmpty();
            page.getByTestId("save").click();
            assertThat(page.getByTestId("revert")).isDisabled();
            assertThat(saved("help")).isEqualTo("Mia");

            Locator reminder = page.getByTestId("words-reminder");
            reminder.getByRole(AriaRole.BUTTON).first().click();
            assertThat(reminder).containsText("{{firstName}}, {{lastName}}, {{company}}, {{firm}}, {{title}}");
            page.getByTestId("words-reminder-subject").fill("{{firm}}: {{expires}}");
            page.getByTestId("words-reminder-save").click();
            assertThat(page.locator("#words-reminder-subject-help"))
                    .containsText("Has merge fields that do not exist.");
            page.getByTestId("words-reminder-subject").fill("{{firm}}: {{title}}");
            page.getByTestId("words-reminder-save").click();
            assertThat(page.getByTestId("words-reminder-revert")).isDisabled();
            assertThat(reminder.getByTestId("refusal")).hasCount(0);
            ConsoleLooks.looks(page, "console-settings-words");
            JsonNode words = Portal.ok(Portal.administrator().get(firm.admin() + "/firm/texts/reminder"))
                    .json();
            assertThat(words.path("subject").asText()).isEqualTo("{{firm}}: {{title}}");
        }
    }

    @Test
    void changeOfSomebodyElseIsShownBesideWhatWasTyped() {
        Portal.ok(firm.save(Map.of("name", "First")));
        try (Person person = Person.atDesktop()) {
            Page page = settings(person);
            page.getByTestId("firm-portalClientId").fill("nobody");
            page.getByTestId("save").click();
            assertThat(page.locator("#firm-portalClientId-help")).containsText("The realm has no such client.");
            assertThat(page.getByTestId("firm-portalClientId")).isFocused();
            page.getByTestId("revert").click();

            page.getByTestId("firm-name").fill("Ours");
            Portal.ok(firm.save(Map.of("name", "Theirs", "description", "New")));
            page.getByTestId("save").click();
            assertThat(page.getByTestId("conflict")).containsText("Somebody else changed the settings meanwhile");
            assertThat(page.getByTestId("conflict")).containsText(Pattern.compile("Trace id: *[0-9a-f]{32}"));
            assertThat(saved("name")).isEqualTo("Theirs");

            page.getByTestId("load-now").click();
            assertThat(page.getByTestId("firm-name")).hasValue("Ours");
            assertThat(page.getByTestId("firm-name")).isFocused();
            assertThat(page.getByTestId("name-theirs")).containsText("Theirs");
            assertThat(page.getByTestId("firm-description")).hasValue("New");
            ConsoleLooks.looks(page, "console-settings-conflict");
            page.getByTestId("save").click();
            assertThat(page.getByTestId("revert")).isDisabled();
            assertThat(saved("name")).isEqualTo("Ours");
            assertThat(saved("description")).isEqualTo("New");
        }
    }

    @Test
    void whatIsNotSavedIsNotLostUnasked() {
        try (Person person = Person.atDesktop()) {
            Page page = settings(person);
            String address = page.url();
            page.getByTestId("firm-name").click();
            page.getByTestId("firm-name").fill("Half a na");

            page.getByTestId("nav-item-companies").click();
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText("You have unsaved changes");
            page.getByTestId("stay").click();
            assertThat(page.getByTestId("firm-name")).hasValue("Half a na");
            assertThat(page).hasURL(address);
            List<String> asked = new CopyOnWriteArrayList<>();
            page.onceDialog(dialog -> {
                asked.add(dialog.type());
                dialog.dismiss();
            });
            page.close(new Page.CloseOptions().setRunBeforeUnload(true));
            page.waitForCondition(() -> !asked.isEmpty());
            assertThat(asked).containsExactly("beforeunload");

            page.getByTestId("nav-item-companies").click();
            page.getByTestId("leave").click();
            assertThat(page.getByTestId("view-header")).hasText("Companies");
        }
    }

    @Test
    void whoMayOnlyLookSeesTheSettingsAndChangesNone() {
        StaffMember viewer = StaffMember.create().with("view-realm");
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage.of(page, "northwind", viewer.name()).go("settings");

            assertThat(page.getByTestId("firm-domain")).hasValue(TAKEN);
            assertThat(page.getByTestId("firm-domain")).not().isEditable();
            assertThat(page.getByTestId("firm-timeZone")).isDisabled();
            assertThat(check(page.getByTestId("checklist"), "mail server")).containsText("Done");
            assertThat(check(page.getByTestId("checklist"), "login links")).containsText("Not shown to you");
            assertThat(page.getByTestId("firm-switch")).hasCount(0);
            assertThat(page.getByTestId("save")).hasCount(0);
            assertThat(page.locator("main [type=file]")).hasCount(0);
            assertThat(page.getByTestId("refusal")).hasCount(0);
            ConsoleLooks.looks(page, "console-settings-view");
        }
    }

    @Test
    @Tag("A4")
    void settingsLeadToThePreview() {
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage.of(page, "northwind", "mia").go("settings");

            assertThat(page.getByText("See the portal as contacts do"))
                    .hasAttribute("href", Pattern.compile("/f/portal.northwind.example/staff/preview$"));
            assertThat(check(page.getByTestId("checklist"), "login links")).containsText("Done");
            ConsoleLooks.looks(page, "console-settings");
            page.getByTestId("firm-timeZone").scrollIntoViewIfNeeded();
            ConsoleLooks.looks(page, "console-settings-login");
        }
    }

    private Page settings(Person person) {
        Page page = person.page();
        ConsolePage.of(page, "master", "admin").open("/" + firm.realm() + "/client-portal/settings");
        page.reload();
        // The console is loaded a second time.
        page.getByTestId("checklist").waitFor();
        return page;
    }

    private String saved(String field) {
        return firm.settings().json().path(field).asText();
    }

    private static Locator check(Locator checklist, String text) {
        return checklist.locator("li").filter(new Locator.FilterOptions().setHasText(text));
    }

    private static void confirm(Page page) {
        page.getByTestId("confirm").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    private static FilePayload file(String type, byte[] content) {
        return new FilePayload("logo", type, content);
    }
}
