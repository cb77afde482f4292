package dev.clientportal.e2e.mail;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.StaffMember;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Visitor;
import dev.clientportal.stack.ReceivedMail;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A firm's mails and login page as its admins look at them before contacts do. */
@ExtendWith(Stack.class)
@Tag("B19")
@Tag("D6")
class FirmPreviewIT {
    private static final String SAMPLE_LINK = "https://sample.invalid/";
    private static final int TESTS_PER_HOUR = 20;
    private static final Map<String, String> REMINDER = Map.of("template", "reminder", "language", "en");

    @SuppressWarnings("NonFinalStaticField") // One realm serves all tests: making one takes longer than each of them.
    private static MailFirm firm;

    @BeforeAll
    static void newFirm() {
        firm = MailFirm.create();
        firm.save(Map.of("name", "Müller & Söhne", "help", "Mia"));
    }

    @AfterAll
    static void removeFirm() {
        firm.remove();
    }

    @AfterEach
    void resetClock() {
        TestSupport.resetClock();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "et", "de", "nl"})
    @Tag("S18")
    void previewIsTheMailThatAContactGets(String language) {
        Contact anna = firm.contact(firm.company("Birch Bakery", null), "Anna", "Tamm", language);
        ReceivedMail real = firm.invitation(anna);
        rename(anna);

        JsonNode preview = seen(Map.of("template", "invitation", "language", language));

        assertThat(preview.path("subject").asText()).isEqualTo(real.subject());
        assertThat(atAnyTime(preview.path("text").asText())).isEqualTo(atAnyTime(withSampleLink(real, real.text())));
        assertThat(atAnyTime(preview.path("html").asText())).isEqualTo(atAnyTime(withSampleLink(real, real.html())));
    }

    @Test
    @Tag("S16")
    void wordsThatAreNotSavedAreShownAsTextAndChangeNothing() {
        Map<String, Object> words = new HashMap<>(REMINDER);
        words.put("subject", "{{firm}}: {{title}}");
        words.put("text", "Tere {{firstName}} {{lastName}} of {{company}}\n\n<script>alert(1)</script> ${7*7}");

        JsonNode preview = seen(words);

        Document html = Jsoup.parse(preview.path("html").asText());
        assertThat(preview.path("subject").asText()).isEqualTo("Müller & Söhne: Annual report");
        assertThat(html.select("p.cp-text").eachText())
                .contains("Tere Anna Tamm of Birch Bakery", "<script>alert(1)</script> ${7*7}");
        assertThat(html.select("script")).isEmpty();
        assertThat(html.select("a").eachAttr("href")).containsOnly(SAMPLE_LINK);
        assertThat(preview.path("text").asText()).contains("Tere Anna Tamm of Birch Bakery");
        assertThat(Portal.ok(Portal.administrator().get(firm.firm().admin() + "/firm/texts/reminder"))
                        .body())
                .doesNotContain("Tere");
        assertThat(seen(REMINDER).path("text").asText()).doesNotContain("Tere");
    }

    @Test
    void wordsAreRefusedAsWhenTheyAreSaved() {
        for (String template : List.of("login", "nosuch", "")) {
            refusedAt("template", Map.of("template", template, "language", "en"));
        }
        refusedAt("language", Map.of("template", "reminder", "language", "fr"));
        refusedAt("language", Map.of("template", "reminder"));
        refusedAt("text", Map.of("template", "reminder", "language", "en", "text", "Until {{expires}}"));
        refusedAt("subject", Map.of("template", "invitation", "language", "en", "subject", "{{title}}"));
        refusedAt("subject", Map.of("template", "invitation", "language", "en", "subject", "a".repeat(256)));
        refusedAt("text", Map.of("template", "invitation", "language", "en", "text", "a".repeat(4001)));
        seen(Map.of("template", "invitation", "language", "en", "text", "Until {{expires}}"));
    }

    @Test
    @Tag("S14")
    void testMailGoesToTheCallerAloneAndIsWrittenDown() {
        Reader mia = Reader.create("manage-realm", true);
        Mailbox mailbox = Mailbox.of(mia.address());
        Map<String, Object> words = new HashMap<>(REMINDER);
        words.put("subject", "Only a try");

        assertThat(mia.test(words).status()).isEqualTo(204);

        ReceivedMail mail = mailbox.next();
        assertThat(mail.subject()).isEqualTo("Only a try");
        assertThat(mail.from()).startsWith("Müller & Söhne");
        assertThat(mail.html()).contains(SAMPLE_LINK).doesNotContain("/client-portal/link/");
        assertThat(mailbox.unseen()).isEmpty();
        JsonNode event = Facts.list(Portal.ok(Portal.administrator()
                                .get("/admin/realms/" + firm.firm().realm() + "/admin-events?max=50"))
                        .json())
                .stream()
                .filter(found -> found.path("resourcePath").asText().equals("client-portal/firm/mails/test"))
                .filter(found ->
                        found.path("authDetails").path("userId").asText().equals(mia.id()))
                .findFirst()
                .orElseThrow();
        assertThat(event.toString()).contains("reminder").doesNotContain(mia.address());
    }

    @Test
    void testMailNeedsTheRightToWriteTheSettings() {
        Reader viewer = Reader.create("view-realm", true);
        Reader nobody = Reader.create("view-events", true);
        Mailbox mailbox = Mailbox.of(viewer.address());

        assertProblem(viewer.test(REMINDER), 403, "forbidden");
        assertThat(viewer.preview(REMINDER).status()).isEqualTo(200);
        assertProblem(nobody.preview(REMINDER), 403, "forbidden");
        assertThat(mailbox.unseen()).isEmpty();
    }

    @Test
    void testMailNeedsAnAddressThatIsTheCallersForSure() {
        Reader unverified = Reader.create("manage-realm", false);
        Mailbox mailbox = Mailbox.of(unverified.address());

        assertProblem(unverified.test(REMINDER), 409, "no-verified-address");
        assertProblem(
                Portal.administrator().post(firm.firm().admin() + "/firm/mails/test", REMINDER),
                409,
                "no-verified-address");
        assertThat(mailbox.unseen()).isEmpty();
    }

    @Test
    void testMailSaysWhyItCannotBeSent() {
        Reader mia = Reader.create("manage-realm", true);
        JsonNode server = Portal.ok(Portal.administrator().get(realm())).json().path("smtpServer");
        try {
            change(Map.of("smtpServer", Map.of()));
            assertProblem(mia.test(REMINDER), 409, "mail-not-set-up");
            change(Map.of("smtpServer", Map.of("host", "127.0.0.1", "port", "1", "from", "a@b.example")));
            JsonNode problem = assertProblem(mia.test(REMINDER), 409, "mail-not-taken");
            assertThat(problem.path("detail").asText()).contains("cannot be reached");
            change(Map.of("smtpServer", server, "emailTheme", "keycloak"));
            assertProblem(mia.test(REMINDER), 409, "theme-missing");
            assertProblem(mia.preview(REMINDER), 409, "theme-missing");
        } finally {
            change(Map.of("smtpServer", server, "emailTheme", "client-portal"));
        }
        assertThat(mia.test(REMINDER).status()).isEqualTo(204);
    }

    @Test
    @Tag("S8")
    void testMailsOfOneAdminAreCounted() {
        Reader mia = Reader.create("manage-realm", true);
        Reader theo = Reader.create("manage-realm", true);
        for (int i = 0; i < TESTS_PER_HOUR; i++) {
            assertThat(mia.test(REMINDER).status()).isEqualTo(204);
        }

        Answer refused = mia.test(REMINDER);

        assertProblem(refused, 429, "too-many");
        assertThat(refused.header("Retry-After")).isNotBlank();
        assertThat(theo.test(REMINDER).status()).isEqualTo(204);
        TestSupport.moveClock(Duration.ofHours(1));
        assertThat(mia.test(REMINDER).status()).isEqualTo(204);
    }

    @Test
    @Tag("A4")
    void loginPreviewIsThePageThatContactsSee() {
        Document real = new Visitor().begin().document();
        ObjectNode brand =
                (ObjectNode) Portal.ok(Portal.mia().get(Portal.ADMIN + "/firm")).json();
        brand.retain("name", "description", "primaryColor", "help", "whiteLabel");
        brand.put("language", real.selectFirst("html").attr("lang"));

        Document preview = Jsoup.parse(Portal.ok(Portal.mia().post(Portal.ADMIN + "/firm/login/preview", brand))
                .json()
                .path("html")
                .asText());

        assertThat(preview.title()).isEqualTo(real.title());
        for (String part : List.of("header", "main", "footer")) {
            assertThat(withoutAddresses(preview, part)).isEqualTo(withoutAddresses(real, part));
        }
        assertThat(preview.select("link[rel=stylesheet]:not([href^=data:])").eachAttr("href"))
                .isEqualTo(
                        real.select("link[rel=stylesheet]:not([href*=/brand/])").eachAttr("href"));
    }

    @Test
    @Tag("A4")
    @Tag("S16")
    void loginPreviewShowsTheBrandThatIsSentAndSavesNothing() {
        String before = firm.firm().settings().body();
        Portal.ok(Portal.administrator()
                .post(
                        realm() + "/identity-provider/instances",
                        Map.of("alias", "acme", "displayName", "Acme", "providerId", "google")));

        Document page = page(Map.of(
                "language",
                "et",
                "name",
                "<b>New</b> ${7*7}",
                "description",
                "Since 1999",
                "primaryColor",
                "#0b6e6e",
                "help",
                "+372 555 0100",
                "whiteLabel",
                true));

        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("et");
        assertThat(page.select("header").text()).contains("<b>New</b> ${7*7}", "Since 1999");
        assertThat(page.select("footer").text()).contains("+372 555 0100").doesNotContain("Client Portal");
        assertThat(page.select("form").eachAttr("action")).containsOnly("#");
        assertThat(page.select("#social-acme")).hasSize(1);
        String style = page.select("link[href^=data:text/css]").attr("href");
        assertThat(new String(
                        Base64.getDecoder().decode(style.substring(style.indexOf(',') + 1)), StandardCharsets.UTF_8))
                .contains("--cp-primary:#0b6e6e");
        assertThat(page(Map.of("language", "de")).select("footer").text()).contains("Client Portal");
        assertThat(firm.firm().settings().body()).isEqualTo(before);
    }

    @Test
    @Tag("A4")
    void loginPreviewIsRefusedAsTheSettingsAre() {
        String path = firm.firm().admin() + "/firm/login/preview";
        Map<String, Map<String, ?>> wrong = Map.of(
                "language", Map.of("language", "fr"),
                "primaryColor", Map.of("language", "en", "primaryColor", "red"),
                "name", Map.of("language", "en", "name", "a".repeat(256)),
                "help", Map.of("language", "en", "help", "a\nb"));
        wrong.forEach((field, brand) -> {
            JsonNode problem = assertProblem(Portal.administrator().post(path, brand), 400, "invalid");
            assertThat(problem.path("field").asText()).isEqualTo(field);
        });
        Reader nobody = Reader.create("view-events", true);
        assertProblem(nobody.api().post(path, Map.of("language", "en")), 403, "forbidden");
        try {
            change(Map.of("loginTheme", "keycloak.v2"));
            assertProblem(Portal.administrator().post(path, Map.of("language", "en")), 409, "theme-missing");
        } finally {
            change(Map.of("loginTheme", "client-portal"));
        }
    }

    private static Document page(Map<String, ?> brand) {
        return Jsoup.parse(Portal.ok(Portal.administrator().post(firm.firm().admin() + "/firm/login/preview", brand))
                .json()
                .path("html")
                .asText());
    }

    /** Those of a login that is under way have its session in them. */
    private static String withoutAddresses(Document page, String part) {
        Document copy = page.clone();
        copy.select("[href]").removeAttr("href");
        copy.select("[action]").removeAttr("action");
        return copy.select(part).outerHtml();
    }

    /** Somebody of the firm who looks at its mails. */
    private record Reader(Api api, String id, String address) {
        static Reader create(String role, boolean verified) {
            StaffMember member = StaffMember.of(firm.firm().realm()).with(role);
            String address = "reader." + UUID.randomUUID() + "@northwind.example";
            Portal.ok(Portal.administrator()
                    .put(realm() + "/users/" + member.id(), Map.of("email", address, "emailVerified", verified)));
            return new Reader(Api.user(member.realm(), member.name(), member.name()), member.id(), address);
        }

        Answer test(Map<String, ?> sample) {
            return api.post(firm.firm().admin() + "/firm/mails/test", sample);
        }

        Answer preview(Map<String, ?> sample) {
            return api.post(firm.firm().admin() + "/firm/mails/preview", sample);
        }
    }

    private static JsonNode seen(Map<String, ?> sample) {
        return Portal.ok(Portal.administrator().post(firm.firm().admin() + "/firm/mails/preview", sample))
                .json();
    }

    private static void refusedAt(String field, Map<String, ?> sample) {
        for (String way : List.of("preview", "test")) {
            JsonNode problem = assertProblem(
                    Portal.administrator().post(firm.firm().admin() + "/firm/mails/" + way, sample), 400, "invalid");
            assertThat(problem.path("field").asText()).isEqualTo(field);
        }
    }

    private static String withSampleLink(ReceivedMail mail, String part) {
        return part.replace(Mailbox.link(mail), SAMPLE_LINK);
    }

    /** The same whichever minute it was made in, and however its lines were ended on the way. */
    private static String atAnyTime(String part) {
        return part.replaceAll("\\d{1,2}:\\d{2}", "T").replace("\r\n", "\n").strip();
    }

    /** Another test may then have a company of the sample's name. */
    private static void rename(Contact contact) {
        Portal.ok(firm.rename(contact.companyId(), "Company " + UUID.randomUUID()));
    }

    private static String realm() {
        return "/admin/realms/" + firm.firm().realm();
    }

    private static void change(Map<String, ?> values) {
        Portal.ok(Portal.administrator().put(realm(), values));
    }
}
