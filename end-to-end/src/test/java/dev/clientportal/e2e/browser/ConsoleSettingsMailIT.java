package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.clientportal.e2e.Browser;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.StaffMember;
import dev.clientportal.e2e.TestFirm;
import dev.clientportal.stack.ReceivedMail;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the console's page "Settings" shows before contacts see it, and of those who automate the portal. */
@InBrowser
class ConsoleSettingsMailIT {
    private static final int PHONE = 375;
    private static final Pattern TRACE = Pattern.compile("Trace id: *[0-9a-f]{32}");

    @Test
    @Tag("B19")
    @Tag("D6")
    @Tag("S16")
    void previewFollowsWhatIsTyped() {
        try (Person person = Person.atDesktop()) {
            Page page = settings(person, "mia");
            List<String> blocked = new CopyOnWriteArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) blocked.add(message.text());
            });
            Locator preview = preview(page, "invitation");
            FrameLocator mail = mail(preview);
            assertThat(preview.getByTestId("preview-subject")).containsText("the portal for Birch Bakery is open");
            assertThat(mail.locator("html")).hasAttribute("lang", "en");

            page.getByTestId("firm-invitationSubject").fill("Welcome, {{firstName}}");
            page.getByTestId("firm-invitationText")
                    .fill("Dear {{firstName}},\n\nall papers of {{company}} are in one place now.");
            assertThat(preview.getByTestId("preview-subject")).hasText("Welcome, Anna");
            assertThat(mail.locator("body")).containsText("all papers of Birch Bakery are in one place now.");
            preview.scrollIntoViewIfNeeded();
            ConsoleLooks.looks(page, "console-settings-preview");
            keepsNobodyOut(person, preview);
            page.getByTestId("firm-invitationText").fill("Dear {{firstName}}, <img src=x onerror=alert(1)>");
            assertThat(mail.locator("body")).containsText("Dear Anna, <img src=x onerror=alert(1)>");

            preview.getByTestId("preview-language").selectOption("et");
            assertThat(mail.locator("html")).hasAttribute("lang", "et");
            preview.getByText("Phone").click();
            assertThat(frame(preview).boundingBox().width).isEqualTo(PHONE);
            preview.getByText("Plain text").click();
            assertThat(preview.getByTestId("preview-plain")).containsText("Dear Anna,");
            assertThat(preview.getByTestId("preview-plain")).containsText("https://sample.invalid/");

            page.getByTestId("firm-invitationText").fill("Dear {{nobody}}");
            assertThat(preview.getByTestId("refusal")).containsText("Has merge fields that do not exist.");
            assertThat(preview.getByTestId("refusal")).containsText(TRACE);
            page.getByTestId("firm-invitationText").fill("");
            assertThat(preview.getByTestId("refusal")).hasCount(0);
            assertThat(preview.getByTestId("preview-plain")).containsText("Tere, Anna Tamm!");
            assertThat(blocked).isEmpty();
        }
    }

    @Test
    @Tag("A4")
    void loginPageIsShownInABrandThatIsNotSaved() {
        try (Person person = Person.atDesktop()) {
            Page page = settings(person, "mia");
            Locator preview = preview(page, "login");
            FrameLocator login = mail(preview);
            assertThat(login.locator("header")).containsText("Northwind Accounting");

            page.getByTestId("firm-name").fill("Southwind Accounting");
            page.getByTestId("firm-primaryColor").fill("#0b6e6e");

            assertThat(login.locator("header")).containsText("Southwind Accounting");
            assertThat(login.locator("#client-portal-ask-button")).hasCSS("background-color", "rgb(11, 110, 110)");
            preview.scrollIntoViewIfNeeded();
            ConsoleLooks.looks(page, "console-settings-brand");
            keepsNobodyOut(person, preview);
            preview.getByTestId("preview-language").selectOption("de");
            assertThat(login.locator("html")).hasAttribute("lang", "de");
            preview.getByText("Phone").click();
            assertThat(frame(preview).boundingBox().width).isEqualTo(PHONE);
            assertThat(Portal.ok(Portal.mia().get(Portal.ADMIN + "/firm")).body())
                    .doesNotContain("Southwind");
        }
    }

    @Test
    @Tag("B19")
    void answerThatComesLateDoesNotTakeThePlaceOfALaterOne() {
        try (Person person = Person.atDesktop()) {
            Page page = settings(person, "mia");
            List<Route> held = new CopyOnWriteArrayList<>();
            page.route("**/firm/mails/preview", route -> {
                if (route.request().postData().contains("Slow")) held.add(route);
                else route.resume();
            });
            Locator preview = preview(page, "invitation");
            page.getByTestId("firm-invitationSubject").fill("Slow");
            page.waitForCondition(() -> !held.isEmpty());
            page.getByTestId("firm-invitationSubject").fill("Fast");
            assertThat(preview.getByTestId("preview-subject")).hasText("Fast");

            page.waitForResponse("**/firm/mails/preview", () -> held.get(0).resume());

            assertThat(preview.getByTestId("preview-subject")).hasText("Fast");
            page.getByTestId("revert").click();
            assertThat(preview.getByTestId("preview-subject")).containsText("the portal for Birch Bakery is open");
        }
    }

    @Test
    @Tag("D6")
    @Tag("S17")
    void testMailIsAskedForByKeyboardAndComesToTheAdmin() {
        Mailbox mailbox = Mailbox.of("mia@northwind.example");
        try (Person person = Person.atDesktop()) {
            Page page = settings(person, "mia");
            Locator reminder = page.getByTestId("words-reminder");
            reminder.getByRole(AriaRole.BUTTON).first().press("Enter");
            page.getByTestId("words-reminder-subject").fill("{{title}}: do not forget");
            page.getByTestId("preview-reminder")
                    .getByRole(AriaRole.BUTTON)
                    .first()
                    .press("Enter");
            assertThat(page.getByTestId("preview-subject")).hasText("Annual report: do not forget");

            page.getByTestId("preview-send").press("Enter");

            ReceivedMail mail = mailbox.next();
            assertThat(mail.subject()).isEqualTo("Annual report: do not forget");
            assertThat(page.getByText("The test mail is on its way to your own address."))
                    .isVisible();
            assertThat(Portal.ok(Portal.mia().get(Portal.ADMIN + "/firm/texts/reminder"))
                            .body())
                    .doesNotContain("do not forget");
        }
    }

    @Test
    void automationClientsAreListedWithTheCallThatMakesAProject() {
        try (Person person = Person.atDesktop()) {
            Page page = settings(person, "mia");
            Locator automation = page.getByTestId("automation");
            Locator row =
                    automation.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("portal-automation"));

            assertThat(row).containsText("create-projects");
            assertThat(row).containsText("manage-jobs");
            Locator call = page.getByTestId("call-portal-automation");
            assertThat(call.locator("input")).hasValue(Pattern.compile("^curl -u 'portal-automation:'\"\\$SECRET\" "));
            assertThat(call.locator("input"))
                    .hasValue(Pattern.compile("'" + Stack.local().connectorsUrl() + "/v1/northwind/projects'"));
            call.getByRole(AriaRole.BUTTON).first().press("Enter");
            assertThat(call).containsText("Idempotency-Key: order-4711");
            automation.scrollIntoViewIfNeeded();
            ConsoleLooks.looks(page, "console-settings-automation");
            row.getByRole(AriaRole.LINK).click();
            assertThat(page.getByTestId("view-header")).containsText("portal-automation");
        }
    }

    @Test
    void firmWithoutThemIsToldHowToMakeThem() {
        TestFirm firm = TestFirm.create();
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage.of(page, "master", "admin").open("/" + firm.realm() + "/client-portal/settings");
            page.reload();
            Locator automation = page.getByTestId("automation");
            assertThat(automation).containsText("The realm has no client client-portal-connectors");
            Locator preview = preview(page, "invitation");
            preview.getByTestId("preview-send").click();
            assertThat(preview.getByTestId("refusal")).containsText("Your own user has no verified e-mail address");
            assertThat(preview.getByTestId("refusal")).containsText(TRACE);

            firm.addClient(Map.of("clientId", "client-portal-connectors", "serviceAccountsEnabled", true));
            page.reload();
            assertThat(automation).containsText("a role of client-portal-connectors, for example create-projects");
            automation.getByText("Open the realm’s clients").click();
            assertThat(page.getByTestId("view-header")).hasText("Clients");
        } finally {
            firm.remove();
        }
    }

    @Test
    void whoMayOnlyLookSeesThePreviewAndSendsNothing() {
        StaffMember viewer = StaffMember.create().with("view-realm");
        try (Person person = Person.atDesktop()) {
            Page page = settings(person, viewer.name());

            Locator preview = preview(page, "invitation");

            assertThat(preview.getByTestId("preview-subject")).containsText("the portal for Birch Bakery is open");
            assertThat(page.getByTestId("preview-send")).hasCount(0);
            assertThat(page.getByTestId("automation")).hasCount(0);
            assertThat(page.getByTestId("refusal")).hasCount(0);
        }
    }

    private static Page settings(Person person, String name) {
        Page page = person.page();
        ConsolePage.of(page, "northwind", name).go("settings");
        page.getByTestId("checklist").waitFor();
        return page;
    }

    /** Opens the preview of a mail. */
    private static Locator preview(Page page, String template) {
        Locator preview = page.getByTestId("preview-" + template);
        preview.getByRole(AriaRole.BUTTON).first().click();
        return preview;
    }

    /** No script runs in the frame, so axe looks at the same document in a tab of its own. */
    private static void keepsNobodyOut(Person person, Locator preview) {
        Page tab = person.newTab();
        tab.setContent(frame(preview)
                .getAttribute("srcdoc")
                .replaceFirst("<head>", "<head><base href=\"" + Stack.local().baseUrl() + "\">"));
        assertThat(Browser.seriousProblems(tab)).isEmpty();
        tab.close();
    }

    private static Locator frame(Locator preview) {
        return preview.getByTestId("preview-frame");
    }

    private static FrameLocator mail(Locator preview) {
        return frame(preview).contentFrame();
    }
}
