package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.SampleFiles;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reading, signing, and checking what was signed. */
@InBrowser
@ExtendWith(LandsInPortal.class)
@Tag("E4")
class SigningIT {
    private static final String NAME = "Annual report 2025.pdf";

    private final PortalApi api = PortalApi.automation();

    @Test
    @Tag("S17")
    void contactReadsAndSignsWithTheKeyboardAloneAndTheFileProvesIt() throws Exception {
        Contact contact = Portal.newContact("birch-bakery");
        byte[] original = pdf();
        String task = task(contact, original);
        try (Person person = Person.atPhone()) {
            Page page = person.page();
            InPortal.signIn(page, contact, "birch-bakery");
            page.navigate(taskPage(task));
            InPortal.tabTo(page, "a[href$='/signature']");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("Sign: Sign the report");
            InPortal.looks(page, "portal-sign");

            assertShownByTheBrowser(page);
            APIResponse read =
                    page.request().get(page.locator("a[target=_blank]").getAttribute("href"));
            assertThat(read.body()).isEqualTo(original);
            assertThat(read.headers())
                    .containsEntry("content-type", "application/pdf")
                    .containsEntry("content-disposition", "inline")
                    .containsEntry("x-content-type-options", "nosniff");
            assertThat(read.headers().get("content-security-policy")).startsWith("default-src 'none'");

            InPortal.tabTo(page, "#consent");
            page.keyboard().press("Space");
            InPortal.tabTo(page, "#name");
            page.keyboard().type("Мария 王 Tact");
            page.keyboard().press("Enter");

            assertThat(page.locator("h1")).hasText("Signed");
            assertThat(page.locator("[role=status]"))
                    .containsText("Мария 王 Tact signed “" + NAME + "” for Birch Bakery OÜ");
            InPortal.looks(page, "portal-signed");
            byte[] signed = page.request()
                    .get(page.locator("text=Download the signed document").getAttribute("href"))
                    .body();
            assertThat(Arrays.copyOf(signed, original.length)).isEqualTo(original);
            assertThat(lastPage(signed))
                    .contains("Evidence of signature", NAME, "Мария 王 Tact", "Con Tact", contact.email())
                    .contains("Birch Bakery OÜ", "Northwind Accounting", "(Europe/Tallinn)", " UTC", "127.0.0.1")
                    .contains("Chrome on", "A link or code sent to that e-mail address", sha256(original))
                    .contains(PortalApi.portal() + "/verify");

            JsonNode now = Portal.ok(api.get("/tasks/" + task)).json();
            assertThat(now.path("done").asBoolean()).isTrue();
            assertThat(now.path("doneBy").asText()).isEqualTo("Con Tact");
            page.navigate(taskPage(task));
            assertThat(page.locator("main")).containsText("Annual report 2025 (signed).pdf");
            assertThat(page.locator("text=Not done yet")).hasCount(0);
            assertVerified(page, original, signed);
        }
    }

    /** By its viewer, in a frame of the page that Chromium makes for it; our policy has to let it. Playwright's own has no viewer. */
    private static void assertShownByTheBrowser(Page page) {
        InPortal.tabTo(page, "a[target=_blank]");
        if (!(boolean) page.evaluate("navigator.pdfViewerEnabled")) return;
        Page reader = page.waitForPopup(() -> page.keyboard().press("Enter"));
        reader.waitForCondition(() -> reader.frames().stream()
                        .filter(frame -> frame.url().endsWith("/signature/document"))
                        .count()
                == 2);
        reader.close();
    }

    private static void assertVerified(Page page, byte[] original, byte[] signed) {
        page.navigate(PortalApi.portal() + "/verify");
        InPortal.looks(page, "portal-verify");
        page.click("button:has-text('Check')");
        assertThat(page.locator("#file-error")).hasText("Choose a file first.");

        check(page, signed);
        assertThat(page.locator("#result")).hasText("Genuine and unchanged");
        assertThat(page.locator(".sign-facts")).containsText("Мария 王 Tact");
        assertThat(page.locator(".sign-facts")).containsText("Birch Bakery OÜ");
        InPortal.looks(page, "portal-verify-genuine");

        check(page, original);
        assertThat(page.locator("#result")).hasText("Not signed: the document before signing");
        InPortal.looks(page, "portal-verify-original");

        for (int at : new int[] {original.length / 2, signed.length / 2 + original.length / 2, signed.length - 1}) {
            byte[] tampered = signed.clone();
            tampered[at] ^= 1;
            check(page, tampered);
            assertThat(page.locator("#result")).hasText("Changed, or not from here");
        }
        InPortal.looks(page, "portal-verify-unknown");
    }

    @Test
    void anybodyMayCheckAndAForeignFileIsUnknown() throws Exception {
        try (Person person = Person.withoutJavaScript()) {
            Page page = person.page();
            page.navigate(PortalApi.portal() + "/verify");

            check(page, pdf());

            assertThat(page.locator("#result")).hasText("Changed, or not from here");
        }
    }

    @Test
    void mistakesAreNamedAndWhatWasTypedStaysWithoutJavaScript() throws Exception {
        Contact contact = Portal.newContact("birch-bakery");
        String task = task(contact, pdf());
        try (Person person = Person.withoutJavaScript()) {
            Page page = person.page();
            InPortal.signIn(page, contact, "birch-bakery");
            InPortal.speak(page, "de");
            page.navigate(taskPage(task) + "/signature");
            page.fill("#name", "X");

            page.click("text=Dokument unterschreiben");
            assertThat(page.locator("#consent-error")).isVisible();
            assertThat(page.locator("#name-error")).isVisible();
            Pictures.take(page, "portal-sign-errors");
            page.check("#consent");
            page.fill("#name", "Con Tact");
            page.click("text=Dokument unterschreiben");

            assertThat(page.locator("h1")).hasText("Unterschrieben");
            byte[] signed = page.request()
                    .get(page.locator("text=herunterladen").getAttribute("href"))
                    .body();
            assertThat(lastPage(signed)).contains("Nachweis der Unterschrift");
        }
    }

    @Test
    void ofManySentAtOnceOneSigns() throws Exception {
        Contact contact = Portal.newContact("birch-bakery");
        String task = task(contact, pdf());
        Http browser = Visitor.inPortal(contact, "birch-bakery");
        Answer form = browser.get(taskPage(task) + "/signature");
        String document = form.document().select("input[name=document]").get(0).attr("value");

        List<Integer> answers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> post(browser, task, document, "Name " + i).status())
                .toList();

        assertThat(answers).containsOnly(303);
        assertThat(browser.get(taskPage(task)).body().split("\\(signed\\)\\.pdf</bdi>", -1))
                .hasSize(2);
        Answer late = post(browser, task, document, "Too Late");
        assertThat(late.status()).isEqualTo(303);
        assertThat(browser.get(taskPage(task) + "/signature").body()).doesNotContain("Too Late");
    }

    @Test
    void documentThatIsReplacedMeanwhileIsNotSignedUnread() throws Exception {
        Contact contact = Portal.newContact("birch-bakery");
        String task = task(contact, pdf());
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            InPortal.signIn(page, contact, "birch-bakery");
            page.navigate(taskPage(task) + "/signature");
            page.check("#consent");
            page.fill("#name", "Con Tact");
            Portal.ok(give(task, "Corrected.pdf", pdf()));

            page.click("text=Sign the document");

            assertThat(page.locator("[role=alert]")).containsText("was replaced while you were reading");
            assertThat(page.locator(".sign-document")).hasText("Corrected.pdf");
            assertThat(page.locator("#consent")).not().isChecked();
            InPortal.looks(page, "portal-sign-changed");
        }
    }

    @Test
    void taskWithoutADocumentSaysSo() {
        Contact contact = Portal.newContact("birch-bakery");
        String task = task(contact, null);
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            InPortal.signIn(page, contact, "birch-bakery");

            page.navigate(taskPage(task) + "/signature");

            assertThat(page.locator("main")).containsText("The document is not here yet");
            InPortal.looks(page, "portal-sign-missing");
        }
    }

    @Test
    @Tag("S11")
    void whoMayNotSignReadsButDoesNotSign() throws Exception {
        Contact contact = Portal.newContact("birch-bakery");
        String task = task(contact, pdf());
        Portal.ok(Portal.mia().put(contact.path() + "/rights", Map.of("rights", List.of("VIEW_TASKS"))));
        Http browser = Visitor.inPortal(contact, "birch-bakery");

        assertThat(browser.get(taskPage(task)).body()).doesNotContain("/signature");
        assertThat(browser.get(taskPage(task) + "/signature").status()).isEqualTo(403);
        assertThat(browser.get(taskPage(task) + "/signature/document").status()).isEqualTo(200);
        assertThat(post(browser, task, "any", "Con Tact").status()).isEqualTo(403);
        assertThat(Portal.ok(api.get("/tasks/" + task)).json().path("done").asBoolean())
                .isFalse();
    }

    @Test
    void nothingButASignatureDoesTheTask() throws Exception {
        Contact contact = Portal.newContact("birch-bakery");
        String task = task(contact, pdf());
        Http browser = Visitor.inPortal(contact, "birch-bakery");

        assertThat(form(browser, taskPage(task) + "/done", "").status()).isEqualTo(404);
        form(browser, taskPage(task) + "/comments", "text=Done&answer=true");

        assertThat(Portal.ok(api.get("/tasks/" + task)).json().path("done").asBoolean())
                .isFalse();
    }

    @Test
    void fileThatNobodyCouldSignIsRefusedWhereItIsGiven() throws Exception {
        Contact contact = Portal.newContact("birch-bakery");
        String task = task(contact, null);
        byte[] whole = pdf();

        assertRefused(give(task, "a.pdf", "%PDF-1.7 broken".getBytes(StandardCharsets.US_ASCII)), "damaged");
        assertRefused(give(task, "a.pdf", "Hello".getBytes(StandardCharsets.US_ASCII)), "no PDF");
        assertRefused(give(task, "a.pdf", SampleFiles.encryptedPdf()), "encrypted");
        Answer other = give(task, "a.exe", whole);
        assertThat(other.json().path("type").asText()).endsWith(":file-not-taken");
        assertThat(give(task, "", whole).status()).isEqualTo(400);
        assertThat(give("00000000-0000-4000-8000-000000000000", "a.pdf", whole).status())
                .isEqualTo(404);
    }

    private static void assertRefused(Answer answer, String why) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("type").asText()).isEqualTo("urn:client-portal:problem:unfit-document");
        assertThat(answer.json().path("detail").asText()).contains(why);
    }

    private static void check(Page page, byte[] file) {
        page.setInputFiles("#file", new FilePayload("file.pdf", "application/pdf", file));
        Response answer = page.waitForNavigation(() -> page.click("main button"));
        assertThat(answer.status()).isEqualTo(200);
    }

    private static Answer post(Http browser, String task, String document, String name) {
        return form(
                browser,
                taskPage(task) + "/signature",
                "consent=true&document=" + document + "&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }

    private static Answer form(Http browser, String address, String body) {
        return browser.send(HttpRequest.newBuilder(URI.create(address))
                .header("Origin", Stack.local().portalUrl())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** A task to sign, with this document or none; returns its id. */
    private String task(Contact contact, byte[] document) {
        JsonNode project = Portal.ok(api.post(
                        "/projects",
                        Map.of(
                                "company",
                                contact.companyId(),
                                "name",
                                "Report",
                                "contacts",
                                List.of(contact.id()),
                                "tasks",
                                List.of(Map.of("kind", "SIGN", "title", "Sign the report")),
                                "notify",
                                false)))
                .json();
        String task = Facts.list(
                        Portal.ok(api.get("/projects/" + project.path("id").asText() + "/tasks"))
                                .json()
                                .path("items"))
                .get(0)
                .path("id")
                .asText();
        if (document != null) Portal.ok(give(task, NAME, document));
        return task;
    }

    private Answer give(String task, String name, byte[] document) {
        String query = "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        return api.send(api.request("/tasks/" + task + "/documents" + query)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(document)));
    }

    /** Each time another file: PDFBox gives it an id. */
    private static byte[] pdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.addPage(new PDPage());
            document.getDocumentInformation().setSubject("Made at " + System.nanoTime());
            return bytes(document);
        }
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static String lastPage(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(3);
            return stripper.getText(document);
        }
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static String taskPage(String task) {
        return PortalApi.portal() + "/c/birch-bakery/tasks/" + task;
    }
}
