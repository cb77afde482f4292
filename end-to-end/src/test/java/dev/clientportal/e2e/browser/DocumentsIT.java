package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.clientportal.e2e.Browser;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.SampleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Contacts give the firm files, and the others of their company see them. */
@InBrowser
@ExtendWith(LandsInPortal.class)
@Tag("E4")
class DocumentsIT {
    private static final String NAMES = "#document-list a.app-file-name";
    private static final String OUTCOME = ".app-upload-outcome";

    private String alias;
    private Contact contact;

    @BeforeEach
    void makeCompany() {
        alias = "documents-" + System.nanoTime();
        String company = Portal.addCompany(alias);
        Portal.ok(Portal.mia().post(Portal.ADMIN + "/companies/" + company + "/activate"));
        contact = Portal.addContactTo(company, alias + "@client.example");
    }

    @Test
    void filesAreUploadedDownloadedAndRemovedWithoutJavaScript() throws IOException {
        try (Person person = Person.withoutJavaScript()) {
            Page page = documents(person, contact);
            assertThat(page.locator("h2")).hasText("There are no documents yet");
            Pictures.take(page, "documents-empty");
            byte[] report = SampleFiles.pdf("report");

            page.setInputFiles("#files", files(file("Aruanne õ.pdf", report), file("plan.docx", SampleFiles.docx())));
            page.click("text=Upload");

            assertThat(page.locator(OUTCOME)).hasText("Files added: 2");
            assertThat(page.locator(NAMES)).hasCount(2);
            assertThat(page.locator(".app-files")).containsText("Con Tact");
            Pictures.take(page, "documents-list");
            Download download = page.waitForDownload(() -> page.click(NAMES + ":has-text('Aruanne')"));
            assertThat(download.suggestedFilename()).isEqualTo("Aruanne õ.pdf");
            assertThat(Files.readAllBytes(download.path())).isEqualTo(report);
            page.click("[aria-label='Remove plan.docx']");
            assertThat(page.locator("h1")).hasText("Remove this file?");
            Pictures.take(page, "documents-remove");
            page.click("button:has-text('Remove')");
            assertThat(page.locator(NAMES)).hasText("Aruanne õ.pdf");
        }
    }

    @Test
    void whatIsRefusedIsNamedWithoutJavaScript() {
        try (Person person = Person.withoutJavaScript()) {
            Page page = documents(person, contact);

            page.setInputFiles(
                    "#files",
                    files(
                            file("report.pdf", SampleFiles.pdf("report")),
                            file("program.pdf", SampleFiles.program()),
                            file("page.html", SampleFiles.bytes("<html>"))));
            page.click("text=Upload");

            assertThat(page.locator("h1")).hasText("Some files were not added");
            assertThat(page.locator(".app-outcomes li").nth(0)).containsText("Added");
            assertThat(page.locator(".app-outcomes li").nth(1)).containsText("not what its name says");
            assertThat(page.locator(".app-outcomes li").nth(2)).containsText("Files of this kind are not taken");
            Pictures.take(page, "documents-refused");
            page.click("text=Back");
            assertThat(page.locator(NAMES)).hasText("report.pdf");
        }
    }

    /** Sent when it is chosen; the focus stays where it is, and a region that was there before says what came of it. */
    @Test
    @Tag("S17")
    void keyboardIsEnoughToUploadAtATask() {
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            InPortal.arrive(page, contact, alias);
            toTheFiles(page);
            assertThat(page.locator(OUTCOME)).hasRole(AriaRole.STATUS);
            assertThat(page.locator(OUTCOME)).not().hasCSS("display", "none");

            page.keyboard().press("Space");

            assertThat(page.locator(OUTCOME)).hasText("Files added: 1");
            assertThat(page.locator(NAMES)).hasText("report.pdf");
            assertThat(page.locator("#files")).isFocused();
        }
    }

    /** A new page reads out nothing by itself but its title, so the focus is on what came of it. */
    @Test
    @Tag("S17")
    void keyboardIsEnoughToUploadAtATaskWithoutJavaScript() {
        try (Person person = Person.withoutJavaScript()) {
            Page page = person.page();
            InPortal.arrive(page, contact, alias);
            toTheFiles(page);

            page.keyboard().press("Enter");
            assertThat(page.locator("#files")).hasValue(Pattern.compile("report\\.pdf$"));
            InPortal.tabTo(page, ".app-upload button[type=submit]");
            page.keyboard().press("Space");

            assertThat(page.locator(OUTCOME)).hasText("Files added: 1");
            assertThat(page.locator(OUTCOME)).isFocused();
            assertThat(page.locator(NAMES)).hasText("report.pdf");
            assertThat(page.locator(NAMES)).isInViewport();
            Pictures.take(page, "documents-by-keyboard");
        }
    }

    @Test
    void phoneSendsSeveralWithProgressAndSaysWhatWasRefused() {
        try (Person person = Person.atPhone()) {
            Page page = documents(person, contact);
            List<Route> held = new ArrayList<>();
            page.route("**/documents", route -> {
                if (route.request().method().equals("POST")) held.add(route);
                else route.resume();
            });
            assertThat(page.locator("#files")).hasAttribute("accept", Pattern.compile("image/jpeg"));

            page.setInputFiles(
                    "#files",
                    files(
                            file("photo.png", SampleFiles.png()),
                            file("program.pdf", SampleFiles.program()),
                            file("report.pdf", SampleFiles.pdf("report"))));
            page.waitForCondition(() -> !held.isEmpty());

            assertThat(page.locator(".app-sending progress")).hasCount(3);
            assertThat(page.locator(OUTCOME)).hasText("Sending photo.png");
            looks(page, "documents-sending");
            for (int next = 0; next < 3; next++) {
                int count = next;
                page.waitForCondition(() -> held.size() > count);
                held.get(next).resume();
            }
            assertThat(page.locator(OUTCOME)).hasText("Files added: 2 · Files not added: 1");
            assertThat(page.locator(NAMES)).hasCount(2);
            assertThat(page.locator(".app-sending li")).hasCount(1);
            assertThat(page.locator(".app-sending li")).containsText("program.pdf");
            assertThat(page.locator(".app-sending li")).containsText("not what its name says");
            looks(page, "documents-sent");
        }
    }

    @Test
    void filesAreDroppedOnTheForm() {
        try (Person person = Person.atDesktop()) {
            Page page = documents(person, contact);
            JSHandle files = page.evaluateHandle("""
                    () => {
                      const data = new DataTransfer();
                      data.items.add(new File(["Tere"], "one.txt", { type: "text/plain" }));
                      data.items.add(new File(["a;b"], "two.csv", { type: "text/csv" }));
                      return data;
                    }
                    """);

            page.dispatchEvent(".app-upload", "dragover", Map.of("dataTransfer", files));
            assertThat(page.locator(".app-upload-over")).isVisible();
            looks(page, "documents-drop");
            page.dispatchEvent(".app-upload", "drop", Map.of("dataTransfer", files));

            assertThat(page.locator(NAMES)).hasCount(2);
            assertThat(page.locator(OUTCOME)).hasText("Files added: 2");
            page.reload();
            assertThat(page.locator(NAMES)).hasCount(2);
        }
    }

    @Test
    void fileThatWasNotSentIsTriedAgain() {
        try (Person person = Person.atPhone()) {
            Page page = documents(person, contact);
            page.route("**/documents", Route::abort);
            page.setInputFiles("#files", file("report.pdf", SampleFiles.pdf("report")));

            assertThat(page.locator(".app-sending li")).containsText("It could not be sent");
            looks(page, "documents-not-sent");
            page.unroute("**/documents");
            page.locator(".app-sending button").press("Enter");

            assertThat(page.locator(NAMES)).hasText("report.pdf");
            assertThat(page.locator(".app-sending li")).hasCount(0);
            assertThat(page.locator("#files")).isFocused();
        }
    }

    @Test
    void fileThatIsTooLargeIsNotEvenSent() {
        try (Person person = Person.atDesktop()) {
            Page page = documents(person, contact);
            page.evaluate("() => { document.querySelector('.app-upload').dataset.largest = '10'; }");
            page.route("**/documents", route -> {
                throw new AssertionError("It was sent");
            });

            page.setInputFiles("#files", file("report.pdf", SampleFiles.pdf("report")));

            assertThat(page.locator(".app-sending li")).containsText("The file is larger than 25 MB");
            assertThat(page.locator(OUTCOME)).hasText("Files not added: 1");
        }
    }

    @Test
    @Tag("B10")
    @Tag("E5")
    void everybodyOfTheCompanySeesThemAndOnlyTheUploaderMayRemoveThem() {
        Contact second = Portal.addContactTo(contact.companyId(), "second-" + contact.email());
        try (Person person = Person.atDesktop();
                Person other = Person.atPhone()) {
            Page page = documents(person, contact);
            page.setInputFiles("#files", file("report.pdf", SampleFiles.pdf("report")));
            assertThat(page.locator(NAMES)).hasText("report.pdf");
            assertThat(page.locator(".app-file-remove")).hasCount(1);

            Page others = documents(other, second);

            assertThat(others.locator(NAMES)).hasText("report.pdf");
            assertThat(others.locator(".app-file-remove")).hasCount(0);
            Download download = others.waitForDownload(() -> others.click(NAMES));
            assertThat(download.failure()).isNull();
        }
    }

    @Test
    void whoMayNotUploadIsNotAskedTo() {
        Portal.ok(Portal.mia().put(contact.path() + "/rights", Map.of("rights", List.of("VIEW_TASKS"))));
        try (Person person = Person.atPhone()) {
            Page page = documents(person, contact);

            assertThat(page.locator("h2")).hasText("There are no documents yet");
            assertThat(page.locator("form.app-upload")).hasCount(0);
            looks(page, "documents-no-right");
        }
    }

    /** Comes in by the invitation and goes on to the documents. */
    private Page documents(Person person, Contact who) {
        Page page = person.page();
        InPortal.arrive(page, who, alias);
        page.click(".app-nav a:has-text('Documents')");
        assertThat(page.locator("h1")).hasText("Documents");
        // Its script has begun by then, where there is one.
        page.waitForLoadState();
        return page;
    }

    /** From here on whoever opens the file chooser chooses the report. */
    private static void toTheFiles(Page page) {
        page.onFileChooser(chooser -> chooser.setFiles(file("report.pdf", SampleFiles.pdf("report"))));
        InPortal.tabTo(page, ".cp-way");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Welcome: have a look around");
        InPortal.tabTo(page, "#files");
    }

    private static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, "application/octet-stream", content);
    }

    private static FilePayload[] files(FilePayload... files) {
        return files;
    }

    private static void looks(Page page, String name) {
        Pictures.take(page, name);
        assertThat(Browser.seriousProblems(page)).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Pictures.take(page, name + "-dark");
        assertThat(Browser.seriousProblems(page)).as("dark").isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }
}
