package dev.clientportal.e2e.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Multipart;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.SampleFiles;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody with a contact's session and bad intentions can do with files: nothing. */
@ExtendWith({Stack.class, LandsInPortal.class})
@Tag("E4")
class DocumentAttackIT {
    private static final int LIMIT = 25 * 1024 * 1024;
    private static final String KIND = "Files of this kind are not taken";
    private static final String CONTENT = "What is in the file is not what its name says";

    private String alias;
    private Contact contact;
    private Http browser;

    @BeforeEach
    void signIn() {
        alias = "files-" + System.nanoTime();
        String company = Portal.addCompany(alias);
        Portal.ok(Portal.mia().post(Portal.ADMIN + "/companies/" + company + "/activate"));
        contact = Portal.addContactTo(company, alias + "@client.example");
        browser = Visitor.invited(contact).browser();
        assertThat(list()).isEmpty();
    }

    static Stream<Arguments> refused() {
        byte[] page = SampleFiles.bytes("<!DOCTYPE html><html><script>alert(1)</script></html>");
        byte[] picture = SampleFiles.bytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
        return Stream.of(
                Arguments.of("page.html", page, KIND),
                Arguments.of("picture.svg", picture, KIND),
                Arguments.of("program.exe", SampleFiles.program(), KIND),
                Arguments.of("script.js", SampleFiles.bytes("alert(1)"), KIND),
                Arguments.of("macros.docm", SampleFiles.docx(), KIND),
                Arguments.of("archive.zip", SampleFiles.zip("a.txt", "a"), KIND),
                Arguments.of("none", SampleFiles.pdf("none"), KIND),
                Arguments.of(".pdf", SampleFiles.pdf("none"), KIND),
                Arguments.of("invoice\u202Efdp.exe", SampleFiles.program(), KIND),
                Arguments.of("report.pdf.exe", SampleFiles.pdf("exe"), KIND),
                Arguments.of("report.pdf::$DATA", SampleFiles.pdf("stream"), KIND),
                Arguments.of("page.pdf", page, CONTENT),
                Arguments.of("page.txt", page, CONTENT),
                Arguments.of("picture.png", picture, CONTENT),
                Arguments.of("program.pdf", SampleFiles.program(), CONTENT),
                Arguments.of("report.png", SampleFiles.pdf("png"), CONTENT),
                Arguments.of("archive.docx", SampleFiles.zip("a.class", "a"), CONTENT),
                Arguments.of("script.csv", SampleFiles.bytes("#!/bin/sh\nrm -rf /\n"), CONTENT),
                Arguments.of(
                        "both.pdf", SampleFiles.bytes("<html><script>alert(1)</script>\n" + "%PDF-1.4\n"), CONTENT),
                Arguments.of("empty.pdf", new byte[0], "The file is empty"),
                Arguments.of("large.pdf", SampleFiles.pdf(LIMIT + 1), "The file is larger than 25 MB"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void fileThatIsNotTakenLeavesNothing(String name, byte[] content, String why) {
        Set<String> before = kept();

        Answer answer = upload(new Multipart().file(name, content));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.document().select(".app-refusal").text()).startsWith(why);
        assertThat(list()).isEmpty();
        assertNothingKeptSince(before);
    }

    @Test
    void typeThatIsSaidIsNotBelieved() {
        Answer answer = upload(new Multipart().file("page.pdf", "application/pdf", SampleFiles.bytes("<html>")));
        assertThat(answer.status()).isEqualTo(400);

        assertThat(upload(new Multipart().file("a.pdf", "text/html", SampleFiles.pdf("a")))
                        .status())
                .isEqualTo(303);

        assertThat(browser.head(links().get(0)).header("Content-Type")).isEqualTo("application/pdf");
    }

    @Test
    void nameCannotEndInsideOfTheForm() {
        Set<String> before = kept();

        Answer answer = upload(new Multipart().file("program.exe\0.pdf", SampleFiles.program()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(list()).isEmpty();
        assertNothingKeptSince(before);
    }

    @Test
    void namesLeadNowhere() {
        Multipart form = new Multipart()
                .file("../../../../../../tmp/up.pdf", SampleFiles.pdf("up"))
                .file("..\\..\\win.pdf", SampleFiles.pdf("win"))
                .file("/etc/passwd.pdf", SampleFiles.pdf("absolute"))
                .file("NUL.pdf", SampleFiles.pdf("device"))
                .file("fdp\u202E.pdf", SampleFiles.pdf("turned"))
                .file("<script>alert(1)<script>.pdf", SampleFiles.pdf("script"))
                .file("õ€日本🎂.pdf", SampleFiles.pdf("letters"))
                .file("n".repeat(400) + ".pdf", SampleFiles.pdf("long"));

        assertThat(upload(form).status()).isEqualTo(303);

        assertThat(list())
                .containsExactlyInAnyOrder(
                        "up.pdf",
                        "win.pdf",
                        "passwd.pdf",
                        "_NUL.pdf",
                        "fdp.pdf",
                        "_script_alert(1)_script_.pdf",
                        "õ€日本🎂.pdf",
                        "n".repeat(146) + ".pdf");
        assertThat(Path.of("/tmp/up.pdf")).doesNotExist();
        assertThat(kept()).allMatch(file -> file.matches("[0-9a-f]{2}/[0-9a-f]{32}"));
    }

    @Test
    void tooManyAtOnceLeaveNothing() {
        Set<String> before = kept();
        Multipart form = new Multipart();
        for (int i = 0; i < 51; i++) {
            form.file(i + ".pdf", SampleFiles.pdf("" + i));
        }

        Answer answer = upload(form);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.document().select(".app-refusal").text()).contains("up to 50");
        assertThat(list()).isEmpty();
        assertNothingKeptSince(before);
    }

    @Test
    void oneThatIsRefusedKeepsTheOthersNotOut() {
        Answer answer = upload(new Multipart()
                .file("good.pdf", SampleFiles.pdf("good"))
                .file("bad.pdf", SampleFiles.program())
                .file("good.docx", SampleFiles.docx()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.document().select(".app-outcomes li").eachText())
                .containsExactly("good.pdf Added", "bad.pdf " + CONTENT + ".", "good.docx Added");
        assertThat(list()).containsExactlyInAnyOrder("good.pdf", "good.docx");
    }

    @Test
    void formThatCannotBeReadIsTheSendersMistake() {
        for (String form : List.of(
                "",
                "no form",
                "--boundary\r\nno header\r\n\r\n1\r\n--boundary--\r\n",
                "--boundary\r\nContent-Disposition: form-data; name=\"files\"; filename=\"cut.pdf\"\r\n\r\n%PDF-",
                "--boundary\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain; charset=none"
                        + "\r\n\r\n1\r\n--boundary--\r\n",
                "--boundary\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n".repeat(4000)
                        + "--boundary--\r\n")) {
            assertRefused("multipart/form-data; boundary=boundary", form);
        }
        assertRefused("application/x-www-form-urlencoded", "text=%zz");
        assertRefused("application/x-www-form-urlencoded", "text=1&".repeat(4000));
    }

    /** With a page, not with Quarkus' own text. */
    private void assertRefused(String type, String form) {
        String page = type.startsWith("multipart") ? "/documents" : "/messages";
        Answer answer = browser.send(HttpRequest.newBuilder(URI.create(portal() + "/c/" + alias + page))
                .header("Origin", origin())
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        assertThat(answer.status()).as(form).isEqualTo(400);
        assertThat(answer.document().select("h1").text()).isEqualTo("This cannot be done");
    }

    @Test
    void formWithoutAFileAsksForOne() {
        assertThat(upload(new Multipart()).status()).isEqualTo(400);
        assertThat(upload(new Multipart().file("", new byte[0]))
                        .document()
                        .select(".app-refusal")
                        .text())
                .isEqualTo("Choose a file first.");
    }

    /** What is as large as the limit fits. */
    @Test
    void downloadDoesNothingInABrowser() {
        byte[] content = SampleFiles.pdf(LIMIT);
        assertThat(upload(new Multipart().file("Aruanne õ.pdf", content)).status())
                .isEqualTo(303);
        String link = links().get(0);

        Answer head = browser.head(link);
        Answer answer = browser.get(link);

        for (Answer one : List.of(head, answer)) {
            assertThat(one.status()).isEqualTo(200);
            assertThat(one.header("Content-Type")).isEqualTo("application/pdf");
            assertThat(one.header("Content-Length")).isEqualTo("" + LIMIT);
            assertThat(one.header("Content-Disposition"))
                    .isEqualTo("attachment; filename=\"Aruanne _.pdf\"; filename*=UTF-8''Aruanne%20%C3%B5.pdf");
            assertThat(one.response().headers().allValues("X-Content-Type-Options"))
                    .containsExactly("nosniff");
            assertThat(one.response().headers().allValues("Content-Security-Policy"))
                    .containsExactly("sandbox; default-src 'none'");
            assertThat(one.response().headers().allValues("Cache-Control")).containsExactly("private, no-store");
        }
        assertThat(head.body()).isEmpty();
        assertThat(SampleFiles.bytes(answer.body())).isEqualTo(content);
    }

    @Test
    @Tag("B10")
    void contactOfAnotherCompanyFindsNothing() {
        upload(new Multipart().file("secret.pdf", SampleFiles.pdf("secret")));
        String id = links().get(0).replaceAll(".*/", "");
        Contact stranger = Portal.newContact("birch-bakery");
        Http elsewhere = Visitor.invited(stranger).browser();
        follow(elsewhere, portal() + "/c/birch-bakery/");

        for (String path : List.of("/documents/" + id, "/documents/" + id + "/remove")) {
            Answer answer = elsewhere.get(portal() + "/c/birch-bakery" + path);
            Answer unknown = elsewhere.get(portal() + "/c/birch-bakery/documents/" + UUID.randomUUID());

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(unknown.body());
            assertThat(post(elsewhere, "/c/birch-bakery" + path).status()).isIn(404, 405);
        }
        // Not through the other company's address, either.
        assertThat(elsewhere.get(portal() + "/c/" + alias + "/documents/" + id).status())
                .isEqualTo(303);
        assertThat(list()).containsExactly("secret.pdf");
    }

    @Test
    @Tag("B10")
    void onlyWhoUploadedItRemovesIt() {
        upload(new Multipart().file("mine.pdf", SampleFiles.pdf("mine")));
        String link = links().get(0);
        Contact second = Portal.addContactTo(contact.companyId(), "second-" + contact.email());
        Http other = Visitor.invited(second).browser();
        follow(other, portal() + "/c/" + alias + "/");
        Set<String> before = kept();

        assertThat(other.get(link).status()).isEqualTo(200);
        assertThat(other.get(link + "/remove").status()).isEqualTo(404);
        assertThat(post(other, path(link) + "/remove").status()).isEqualTo(404);
        assertThat(browser.get(link + "/remove").status()).isEqualTo(200);
        assertThat(list()).containsExactly("mine.pdf");

        assertThat(post(browser, path(link) + "/remove").status()).isEqualTo(303);

        assertThat(list()).isEmpty();
        assertThat(browser.get(link).status()).isEqualTo(404);
        assertThat(before).hasSize(kept().size() + 1).containsAll(kept());
    }

    @Test
    @Tag("E4")
    void whoMayNotUploadMayNotByHandEither() {
        upload(new Multipart().file("mine.pdf", SampleFiles.pdf("mine")));
        String link = links().get(0);
        Set<String> before = kept();
        Portal.ok(Portal.mia().put(contact.path() + "/rights", Map.of("rights", List.of("VIEW_TASKS"))));
        await().untilAsserted(() ->
                assertThat(page().document().select("form.app-upload")).isEmpty());

        assertThat(upload(new Multipart().file("a.pdf", SampleFiles.pdf("a"))).status())
                .isEqualTo(403);
        assertThat(post(browser, path(link) + "/remove").status()).isEqualTo(403);

        assertThat(list()).containsExactly("mine.pdf");
        assertNothingKeptSince(before);
    }

    @Test
    void formOfAnotherSiteOrForAnUnknownTaskLeavesNothing() {
        Set<String> before = kept();
        Multipart form = new Multipart().file("a.pdf", SampleFiles.pdf("a"));

        assertThat(browser.send(form.to(HttpRequest.newBuilder(URI.create(portal() + "/c/" + alias + "/documents"))
                                .header("Origin", "https://elsewhere.example")))
                        .status())
                .isEqualTo(403);
        assertThat(upload(
                                "/c/" + alias + "/tasks/" + UUID.randomUUID() + "/documents",
                                new Multipart().file("a.pdf", SampleFiles.pdf("a")))
                        .status())
                .isEqualTo(404);

        assertThat(list()).isEmpty();
        assertNothingKeptSince(before);
    }

    private Answer upload(Multipart form) {
        return upload("/c/" + alias + "/documents", form);
    }

    private Answer upload(String path, Multipart form) {
        return browser.send(
                form.to(HttpRequest.newBuilder(URI.create(portal() + path)).header("Origin", origin())));
    }

    private static Answer post(Http browser, String path) {
        return browser.send(HttpRequest.newBuilder(URI.create(portal() + path))
                .header("Origin", origin())
                .POST(BodyPublishers.noBody()));
    }

    private Answer page() {
        return follow(browser, portal() + "/c/" + alias + "/documents");
    }

    /** The names in the list. */
    private List<String> list() {
        return page().document().select("a.app-file-name").eachText();
    }

    private List<String> links() {
        return page().document().select("a.app-file-name").eachAttr("href");
    }

    private static String path(String link) {
        return link.substring(portal().length());
    }

    /** Over the session at Keycloak: no page in between. */
    private static Answer follow(Http browser, String address) {
        Answer answer = browser.get(address);
        for (int i = 0; i < 6 && answer.status() / 100 == 3; i++) {
            answer = browser.get(answer.location().toString());
        }
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    /** The server takes away what it read off the form after it has answered. */
    private static void assertNothingKeptSince(Set<String> before) {
        await().until(() -> files("arriving").isEmpty());
        assertThat(kept()).isEqualTo(before);
    }

    /** All files in the storage, as paths below it; but for those that arrive. */
    private static Set<String> kept() {
        return files("").stream()
                .filter(name -> !name.equals("arriving"))
                .flatMap(name -> files(name).stream().map(file -> name + "/" + file))
                .collect(Collectors.toSet());
    }

    private static List<String> files(String folder) {
        try (Stream<Path> files =
                Files.list(Stack.local().dataDir().resolve("portal/files").resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String origin() {
        return Stack.local().portalUrl();
    }

    private static String portal() {
        return Stack.local().portalUrl() + "/f/portal.northwind.example";
    }
}
