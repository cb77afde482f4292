package dev.clientportal.e2e.mail;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.stack.ReceivedMail;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of mails that other systems ask for: the reader's language, the firm's brand, the caller's title as text. */
@ExtendWith(Stack.class)
@Tag("B14")
class NoticeWordsIT {
    private static final String NAME = "Müller & Söhne <GmbH>";
    private static final String TARGET = "https://portal.mail.example/tasks/17?a=1&b=2";
    private static final String HOSTILE = "<img src=x onerror=alert(1)> ${7*7} {0} {{firm}} $1 \\ </a>";
    private static final Map<String, String> KINDS =
            Map.of("task_assigned", "TaskAssigned", "reminder", "Reminder", "document", "Document", "custom", "Custom");

    @SuppressWarnings("NonFinalStaticField") // One realm serves all tests: making one takes longer than each of them.
    private static MailFirm firm;

    @SuppressWarnings("NonFinalStaticField")
    private static String company;

    @BeforeAll
    static void newFirm() {
        firm = MailFirm.create();
        firm.save(Map.of("name", NAME));
        firm.firm().addPortalClient("portal", List.of("https://portal.mail.example/*"));
        company = firm.company("Õie & Co", null);
    }

    @AfterAll
    static void removeFirm() {
        firm.remove();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "et", "de", "nl"})
    @Tag("S18")
    void eachKindIsInTheContactsLanguageInTextAndHtml(String language) {
        Locale locale = Locale.forLanguageTag(language);
        Properties words = words(language);
        Contact contact = firm.contact(company, "Anna", "Tamm", language);

        KINDS.forEach((kind, key) -> {
            ReceivedMail mail = sent(contact, Map.of("kind", kind, "title", "Report & more", "text", "One\n\nTwo"));

            Document html = Jsoup.parse(mail.html());
            assertThat(mail.subject())
                    .isEqualTo(filled(words, locale, "clientPortal" + key + "Subject", NAME, "Report & more"));
            assertThat(mail.from()).startsWith(NAME);
            for (String part : new String[] {mail.text(), html.text()}) {
                assertThat(part)
                        .contains(filled(words, locale, "clientPortalMailGreetingName", "Anna Tamm"))
                        .contains(words.getProperty("clientPortal" + key + "Text"))
                        .contains(words.getProperty("clientPortalNoticeInvitation"))
                        .contains("Report & more", "Õie & Co", NAME)
                        .contains(Mailbox.link(mail));
            }
            assertThat(html.selectFirst("html").attr("lang")).isEqualTo(language);
            assertThat(html.select("p.cp-text").eachText()).contains("One", "Two");
        });
    }

    @Test
    @Tag("S16")
    void titleAndTextAreNeverMarkupNorTemplates() {
        Contact contact = firm.contact(company, "Anna", "Tamm", "en");

        ReceivedMail mail = sent(contact, Map.of("kind", "CUSTOM", "title", HOSTILE, "text", HOSTILE));

        Document html = Jsoup.parse(mail.html());
        assertThat(html.select("img, script, [onerror]")).isEmpty();
        assertThat(html.select("strong").text()).contains(HOSTILE);
        assertThat(html.text()).contains(HOSTILE);
        assertThat(mail.text()).contains(HOSTILE).doesNotContain("&lt;");
        assertThat(mail.subject()).isEqualTo(NAME + ": " + HOSTILE);
    }

    @Test
    @Tag("S16")
    void firmsOwnWordsStandInPlaceOfTheThemesUntilTheyAreTakenBack() {
        Contact contact = firm.contact(company, "Anna", "Tamm", "en");
        Map<String, Object> reminder = Map.of("kind", "reminder", "title", "{{firm}} & tax", "text", "By Friday.");
        words(
                "reminder",
                Map.of("subject", "{{firm}}: {{title}}", "text", "Dear {{firstName}},\n\n<b>{{company}}</b>"));

        ReceivedMail own = sent(contact, reminder);
        ReceivedMail document = sent(contact, Map.of("kind", "document", "title", "Another kind"));
        words("reminder", Map.of());
        ReceivedMail themes = sent(contact, reminder);

        String theme = words("en").getProperty("clientPortalReminderText");
        assertThat(own.subject()).isEqualTo(NAME + ": {{firm}} & tax");
        assertThat(Jsoup.parse(own.html()).select("p.cp-text").eachText())
                .contains("Dear Anna,", "<b>Õie & Co</b>", "{{firm}} & tax Company: Õie & Co", "By Friday.");
        assertThat(own.text().replace("\r\n", "\n"))
                .contains("Dear Anna,\n\n<b>Õie & Co</b>\n\n{{firm}} & tax\n")
                .doesNotContain(theme);
        assertThat(document.text()).contains(words("en").getProperty("clientPortalDocumentText"));
        assertThat(themes.text()).contains(theme).doesNotContain("Dear Anna");
    }

    @Test
    void firmsOwnWordsHaveKnownMergeFieldsAndKnownKinds() {
        JsonNode problem = assertProblem(
                Portal.administrator()
                        .put(firm.firm().admin() + "/firm/texts/reminder", Map.of("text", "Until {{expires}}")),
                400,
                "invalid");
        assertThat(problem.path("field").asText()).isEqualTo("text");
        assertThat(problem.path("known").toString()).contains("title").doesNotContain("expires");
        for (String kind : List.of("invitation", "login", "REMINDER", "nosuch")) {
            assertProblem(
                    Portal.administrator().put(firm.firm().admin() + "/firm/texts/" + kind, Map.of("text", "x")),
                    404,
                    "not-found");
        }
    }

    private static void words(String kind, Map<String, ?> words) {
        Answer saved = Portal.ok(Portal.administrator().put(firm.firm().admin() + "/firm/texts/" + kind, words));
        Answer read = Portal.ok(Portal.administrator().get(firm.firm().admin() + "/firm/texts/" + kind));
        assertThat(read.json()).isEqualTo(saved.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Passport 🛂 scan 👩‍👩‍👧‍👦", "דוח שנתי", "التقرير السنوي 2026", "\u202etxt.exe"})
    @Tag("S18")
    void titlesOfAllScriptsArriveWhole(String title) {
        Contact contact = firm.contact(company, "שרה", "לוי", "ar");

        ReceivedMail mail = sent(contact, Map.of("kind", "document", "title", title));

        Document html = Jsoup.parse(mail.html());
        assertThat(mail.subject()).contains(title);
        assertThat(mail.text()).contains(title);
        assertThat(html.select("strong bdi").eachText()).contains(title);
        assertThat(html.selectFirst("html").attr("dir")).isEqualTo("rtl");
    }

    @Test
    @Tag("S15")
    void titlesThatAreNoLineAreRefused() {
        Contact contact = firm.contact(company, "Anna", "Tamm", "en");
        for (String title : List.of(
                "Evil\r\nBcc: a@evil.example",
                "Evil\nBcc: a@evil.example",
                "Evil\u0000",
                "a".repeat(10_240),
                "",
                " ")) {
            JsonNode problem = assertProblem(post(contact, Map.of("kind", "custom", "title", title)), 400, "invalid");
            assertThat(problem.path("field").asText()).isEqualTo("title");
        }
        assertProblem(post(contact, Map.of("kind", "login", "title", "x")), 400, "invalid");
        assertProblem(post(contact, Map.of("kind", "invitation", "title", "x")), 400, "invalid");
        assertProblem(
                post(contact, Map.of("kind", "custom", "title", "x", "text", "a".repeat(10_240))), 400, "invalid");
        assertThat(post(contact, Map.of("kind", "custom", "title", "👍".repeat(127) + "x"))
                        .status())
                .isEqualTo(202);
    }

    private static ReceivedMail sent(Contact contact, Map<String, ?> notice) {
        Mailbox mailbox = Mailbox.of(contact.email());
        Portal.ok(post(contact, notice));
        return mailbox.next();
    }

    private static Answer post(Contact contact, Map<String, ?> notice) {
        Map<String, Object> body = new HashMap<>(notice);
        body.put("target", TARGET);
        return Portal.administrator().post(firm.firm().path(contact) + "/mails", body);
    }

    private static String filled(Properties words, Locale locale, String key, Object... values) {
        return new MessageFormat(words.getProperty(key), locale).format(values);
    }

    /** The theme's own texts. */
    private static Properties words(String language) {
        String file = "theme/client-portal/email/messages/messages_" + language + ".properties";
        try (var reader = new InputStreamReader(
                NoticeWordsIT.class.getClassLoader().getResourceAsStream(file), StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(reader);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
