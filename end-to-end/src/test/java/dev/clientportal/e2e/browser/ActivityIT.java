package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.SampleFiles;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Staff read who did what in a company, at a project, and at a task. */
@InBrowser
@ExtendWith(LandsInPortal.class)
@Tag("E4")
class ActivityIT {
    private static final String ROWS = ".staff-row";

    private final PortalApi api = PortalApi.automation();
    private String alias;
    private String company;
    private Contact contact;

    @BeforeEach
    void makeCompany() {
        alias = "activity-" + System.nanoTime();
        company = Portal.addCompany(alias);
        Portal.ok(Portal.mia().post(Portal.ADMIN + "/companies/" + company + "/activate"));
        contact = Portal.addContactTo(company, "one." + alias + "@client.example");
    }

    @Test
    void staffSeeWhatAContactUploadedDidAndSignedAndWhen() {
        List<String> tasks = tasks(project(
                "<b>Annual</b> \"report\"",
                Map.of("title", "Send the statements", "kind", "UPLOAD"),
                Map.of("title", "Read the terms"),
                Map.of("title", "Sign the report", "kind", "SIGN")));
        Portal.ok(api.send(api.request("/tasks/" + tasks.get(2) + "/documents?name=Report.pdf")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(SampleFiles.onePage()))));
        Portal.ok(api.post(
                "/projects", Map.of("company", "cedar-cycles", "name", "Of another company", "notify", false)));
        try (Person person = Person.atPhone();
                Person staff = Person.atDesktop()) {
            Page page = staff.page();
            StaffAreaIT.signIn(page, "mia");
            uploadDoAndSign(person.page(), tasks);
            page.navigate(desk("/new-client"));
            page.fill("#email", "two." + alias + "@client.example");
            page.fill("#firstName", "New");
            page.fill("#lastName", "Client");
            page.click("text=Add and invite");
            page.click("main a:text-is('Activity')");

            assertThat(page.locator("h1")).hasText("Activity");
            assertThat(page.locator(ROWS + " > span:first-child > :first-child"))
                    .containsText(new String[] {"Client invited: New Client"});
            assertThat(page.locator(ROWS).first()).containsText("Mia Kask");
            assertThat(page.locator("main")).not().containsText("Of another company");
            InPortal.looks(page, "staff-activity");

            page.click(".app-tabs >> text=Contacts");
            assertThat(page.locator(ROWS)).hasCount(5);
            for (String did : List.of(
                    "Signed: Sign the report",
                    "Task done: Sign the report",
                    "File added: Report (signed).pdf",
                    "Task done: Read the terms",
                    "File added: Statement.pdf")) {
                assertThat(page.locator(ROWS, saying(did))).containsText("Con Tact");
            }
            assertThat(page.locator(ROWS, saying("Signed: "))).containsText("<b>Annual</b> \"report\"");
            assertTimeOfTheFirm(page);

            page.click("text=Task done: Read the terms");
            assertThat(page.locator("h1")).hasText("Read the terms");
            page.click("main a:text-is('Activity')");
            assertThat(page.locator(ROWS)).hasCount(2);
            page.click(".app-tabs >> text=Staff");
            assertThat(page.locator(".app-empty h2")).hasText("Nothing yet");
            InPortal.looks(page, "staff-activity-none");
            page.click(".app-tabs >> text=Everybody");
            InPortal.speak(page, "de");
            assertThat(page.locator("h1")).hasText("Aktivität");
            assertThat(page.locator(ROWS).first()).containsText("Aufgabe erledigt: Read the terms");
            assertThat(page.locator(ROWS).last()).containsText("Automatik");
        }
    }

    @Test
    void longListGoesOnAndStaysWithTheProjectWithoutJavaScript() {
        project("Another one", Map.of("title", "Not of it"));
        String project = project(
                "Big", Collections.nCopies(60, Map.of("title", "One of many")).toArray(Map[]::new));
        try (Person staff = Person.withoutJavaScript()) {
            Page page = staff.page();
            StaffAreaIT.signIn(page, "mia");
            page.navigate(desk("/projects/" + project));
            page.click("main a:text-is('Activity')");

            assertThat(page.locator(".app-trail")).containsText("Big");
            assertThat(page.locator(ROWS)).hasCount(50);
            page.click("[rel=next]");
            assertThat(page.locator(ROWS)).hasCount(11);
            assertThat(page.locator("main")).not().containsText("Not of it");
            assertThat(page.locator("[rel=next]")).hasCount(0);
            page.click("text=First page");
            assertThat(page.locator(ROWS)).hasCount(50);
        }
    }

    private void uploadDoAndSign(Page page, List<String> tasks) {
        InPortal.signIn(page, contact, alias);
        page.navigate(InPortal.home(alias) + "tasks/" + tasks.get(0));
        page.setInputFiles(
                "#files", new FilePayload("Statement.pdf", "application/octet-stream", SampleFiles.pdf("statement")));
        assertThat(page.locator(".app-file-name")).hasText("Statement.pdf");
        page.navigate(InPortal.home(alias) + "tasks/" + tasks.get(1));
        page.click("text=Mark as done");
        assertThat(page.locator("main")).containsText("Done by Con Tact");
        page.navigate(InPortal.home(alias) + "tasks/" + tasks.get(2) + "/signature");
        page.check("#consent");
        page.fill("#name", "Con Tact");
        page.click("text=Sign the document");
        assertThat(page.locator("h1")).hasText("Signed");
    }

    private static Page.LocatorOptions saying(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static void assertTimeOfTheFirm(Page page) {
        var time = page.locator(ROWS + " time").first();
        Instant at = Instant.parse(time.getAttribute("datetime"));
        assertThat(Duration.between(at, Instant.now())).isBetween(Duration.ZERO, Duration.ofMinutes(30));
        String shown = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.ENGLISH)
                .format(at.atZone(ZoneId.of("Europe/Tallinn")));
        assertThat(time.textContent()).isEqualToNormalizingWhitespace(shown);
    }

    @SafeVarargs
    private String project(String name, Map<String, String>... tasks) {
        return Portal.ok(api.post(
                        "/projects",
                        Map.of("company", company, "name", name, "tasks", List.of(tasks), "notify", false)))
                .json()
                .path("id")
                .asText();
    }

    private List<String> tasks(String project) {
        return Portal.ok(api.get("/projects/" + project + "/tasks"))
                .json()
                .path("items")
                .findValuesAsText("id");
    }

    private String desk(String page) {
        return PortalApi.portal() + "/staff/companies/" + company + page;
    }
}
