package dev.clientportal.e2e.mail;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Json;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.Visitor;
import dev.clientportal.stack.ReceivedMail;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails in the firm's brand and words, and in the reader's language. */
@ExtendWith(Stack.class)
@Tag("B19")
@Tag("D6")
class BrandIT {
    private static final String NAME = "Müller & Söhne <GmbH>";
    private static final String HOSTILE = "<img src=x onerror=alert(1)> {{company}} ${7*7} $1 \\";

    @SuppressWarnings("NonFinalStaticField") // One realm serves all tests: making one takes longer than each of them.
    private static MailFirm firm;

    @BeforeAll
    static void newFirm() {
        firm = MailFirm.create();
    }

    @AfterAll
    static void removeFirm() {
        firm.remove();
    }

    @BeforeEach
    void firmWithoutWordsOfItsOwn() {
        firm.save(Map.of("name", NAME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "et", "de", "nl"})
    @Tag("S18")
    @Tag("B7")
    void invitationIsInTheContactsLanguageInTextAndHtmlAndStatesItsEnd(String language) {
        Locale locale = Locale.forLanguageTag(language);
        Properties words = words(language);
        String company = "Õie & Co " + language;
        Contact contact = firm.contact(firm.company(company, null), "Anna", "Tamm", language);

        ReceivedMail mail = firm.invitation(contact);

        Document html = Jsoup.parse(mail.html());
        String end = end(contact, locale);
        assertThat(mail.subject()).isEqualTo(filled(words, locale, "clientPortalInvitationSubject", NAME, company));
        for (String part : new String[] {mail.text(), html.text()}) {
            assertThat(part)
                    .contains(filled(words, locale, "clientPortalMailGreetingName", "Anna Tamm"))
                    .contains(filled(words, locale, "clientPortalInvitationCompany", company))
                    .contains(filled(words, locale, "clientPortalInvitationExpires", end))
                    .contains(Mailbox.link(mail));
        }
        assertThat(end).matches(".* (EET|EEST|MEZ|OEZ|OESZ|.*Eu.*)");
        assertThat(html.selectFirst("html").attr("lang")).isEqualTo(language);
        assertThat(html.select("a[href='" + Mailbox.link(mail) + "']")).isNotEmpty();
        assertThat(mail.header("Content-Type")).startsWith("multipart/alternative");
    }

    @ParameterizedTest(name = "contact {0}, company {1}: {2}")
    @CsvSource({"de, et, de", ", et, et", "fr, et, et", ", fr, nl", "fr, , nl", ", , nl"})
    @Tag("S18")
    void languageIsTheContactsElseTheCompanysElseTheRealms(String contacts, String companys, String expected) {
        Contact contact =
                firm.contact(firm.company("Company " + UUID.randomUUID(), companys), "Anna", "Tamm", contacts);

        ReceivedMail mail = firm.invitation(contact);

        assertThat(Jsoup.parse(mail.html()).selectFirst("html").attr("lang")).isEqualTo(expected);
        assertThat(mail.text()).contains(words(expected).getProperty("clientPortalInvitationHow"));
    }

    @ParameterizedTest(name = "contact {0}, company {1}: {2}")
    @CsvSource({"de, et, de", ", et, et", ", , en"})
    @Tag("S18")
    void loginMailIsInTheContactsElseTheCompanysElseTheRealmsLanguage(
            String contacts, String companys, String expected) {
        Portal.open();
        String company = Portal.newCompany();
        if (companys != null) setLanguage(company, companys);
        Contact contact = Portal.addContactTo(company, "reader." + UUID.randomUUID() + "@client.example");
        if (contacts != null) {
            Portal.changeUser(contact, Map.of("attributes", Json.tree(Map.of("locale", new String[] {contacts}))));
        }

        ReceivedMail mail = new Visitor().askedMail(contact.email());

        assertThat(Jsoup.parse(mail.html()).selectFirst("html").attr("lang")).isEqualTo(expected);
        assertThat(mail.text()).contains(words(expected).getProperty("clientPortalLoginCode"));
        assertThat(mail.html()).contains(Mailbox.code(mail).substring(0, 3));
    }

    @Test
    void firmsOwnWordsHaveTheirMergeFieldsFilled() {
        firm.save(Map.of(
                "name",
                NAME,
                "invitationSubject",
                "{{firm}}: {{ firstName }}, a word about {{company}}",
                "invitationText",
                "Dear {{firstName}} {{lastName}},\n\n{{company}} is with {{firm}} now.\nCome in until {{expires}}.",
                "timeZone",
                "Asia/Tokyo"));
        Contact contact = firm.contact(firm.company("Tom & \"Jerry\"", null), "Anna", "Tamm", "en");

        ReceivedMail mail = firm.invitation(contact);

        String end = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(Locale.ENGLISH)
                        .format(Instant.ofEpochMilli(firm.expiresAt(contact)).atZone(ZoneId.of("Asia/Tokyo")))
                + " JST";
        assertThat(mail.subject()).isEqualTo(NAME + ": Anna, a word about Tom & \"Jerry\"");
        assertThat(mail.text().replace("\r\n", "\n"))
                .contains("Dear Anna Tamm,\n\nTom & \"Jerry\" is with " + NAME + " now.\nCome in until " + end + ".")
                .doesNotContain("{{")
                .contains(Mailbox.link(mail));
        Document html = Jsoup.parse(mail.html());
        assertThat(html.text())
                .contains("Dear Anna Tamm,")
                .contains("Tom & \"Jerry\" is with " + NAME + " now. Come in until " + end);
        assertThat(html.select("gmbh")).isEmpty();
        assertThat(html.select("a[href='" + Mailbox.link(mail) + "']")).isNotEmpty();
    }

    @Test
    @Tag("S16")
    void namesAndTextsAreNeverMarkupNorTemplates() {
        firm.save(Map.of(
                "name", HOSTILE,
                "description", HOSTILE,
                "help", HOSTILE,
                "invitationText", "<script>alert(1)</script> {{firstName}} {{company}}",
                "invitationSubject", "{{firstName}} {{company}}"));
        Contact contact = firm.contact(firm.company(HOSTILE + UUID.randomUUID(), null), HOSTILE, HOSTILE, "en");

        ReceivedMail own = firm.invitation(contact);
        firm.save(Map.of("name", HOSTILE, "description", HOSTILE, "help", HOSTILE));
        Contact other = firm.contact(contact.companyId(), HOSTILE, HOSTILE, "en");
        ReceivedMail themes = firm.invitation(other);

        for (ReceivedMail mail : new ReceivedMail[] {own, themes}) {
            Document html = Jsoup.parse(mail.html());
            assertThat(html.select("img, script, [onerror]")).isEmpty();
            assertThat(html.text()).contains(HOSTILE);
            assertThat(mail.text()).contains(HOSTILE).doesNotContain("&lt;");
            assertThat(mail.from()).contains("<img src=x onerror=alert(1)>");
        }
        assertThat(own.subject()).startsWith(HOSTILE + " " + HOSTILE);
        assertThat(own.html()).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void senderIsTheFirm() {
        Contact contact = firm.contact(firm.company("Sender's", null), "Anna", "Tamm", "en");

        ReceivedMail mail = firm.invitation(contact);

        assertThat(mail.from()).isEqualTo(NAME + " <portal@northwind.example>");
    }

    @Test
    void poweredByGoesWithTheWhiteLabel() {
        String poweredBy = words("en").getProperty("clientPortalMailPoweredBy");
        Contact before = firm.contact(firm.company("Before", null), "Anna", "Tamm", "en");
        ReceivedMail labelled = firm.invitation(before);
        assertThat(labelled.text()).contains(poweredBy);
        assertThat(labelled.html()).contains(poweredBy);

        firm.save(Map.of("name", NAME, "whiteLabel", true));
        ReceivedMail white = firm.invitation(firm.contact(before.companyId(), "Anna", "Tamm", "en"));

        for (String part : new String[] {white.text(), white.html(), white.from(), white.subject()}) {
            assertThat(part).doesNotContainIgnoringCase("powered").doesNotContain("Client Portal");
        }
        assertThat(white.headers())
                .noneMatch(header -> header.toLowerCase(Locale.ROOT).contains("keycloak"));
    }

    @Test
    @Tag("S18")
    void rightToLeftNamesAndLanguagesAreReadFromTheRight() {
        Contact contact = firm.contact(firm.company("شركة المثال", null), "שרה", "לוי", "ar");

        ReceivedMail mail = firm.invitation(contact);

        Document html = Jsoup.parse(mail.html());
        assertThat(html.selectFirst("html").attr("dir")).isEqualTo("rtl");
        assertThat(html.select("bdi").eachText()).contains("שרה לוי", "شركة المثال");
        assertThat(mail.text()).contains("שרה לוי", "شركة المثال");
        assertThat(mail.subject()).contains("شركة المثال");
        assertThat(html.select("a[href='" + Mailbox.link(mail) + "'][dir=ltr]")).isNotEmpty();
    }

    @Test
    @Tag("S15")
    void lineBreaksInNamesStartNoHeader() {
        assertProblem(
                firm.firm().save(Map.of("domain", firm.domain(), "name", "Evil\r\nBcc: a@evil.example")),
                400,
                "invalid");
        assertProblem(
                firm.firm().save(Map.of("domain", firm.domain(), "invitationSubject", "Evil\nBcc: a@evil.example")),
                400,
                "invalid");
        firm.save(Map.of("name", NAME, "invitationSubject", "{{firstName}} of {{company}}"));
        String break1 = "Comp\r\nBcc: b@evil.example\r\n\r\nbody " + UUID.randomUUID();
        Contact contact = firm.contact(firm.company(break1, null), "Anna\r\nBcc: c@evil.example", "Ta\rmm\u0000", "en");

        ReceivedMail mail = firm.invitation(contact);

        assertThat(mail.headers()).noneMatch(header -> header.startsWith("Bcc"));
        assertThat(mail.subject()).doesNotContain("\r", "\n").contains("Anna Bcc: c@evil.example of Comp Bcc:");
        assertThat(Stack.local().mailServer().receivedBy("b@evil.example")).isEmpty();
        assertThat(Stack.local().mailServer().receivedBy("c@evil.example")).isEmpty();
    }

    private static void setLanguage(String company, String language) {
        String path = "/admin/realms/northwind/organizations/" + company;
        ObjectNode now = (ObjectNode) Portal.ok(Portal.mia().get(path)).json();
        now.set("attributes", Json.tree(Map.of("locale", new String[] {language})));
        Portal.ok(Portal.mia().put(path, now));
    }

    private static String end(Contact contact, Locale locale) {
        var moment = Instant.ofEpochMilli(firm.expiresAt(contact)).atZone(ZoneId.of("Europe/Tallinn"));
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(moment)
                + ' '
                + DateTimeFormatter.ofPattern("zzz", locale).format(moment);
    }

    private static String filled(Properties words, Locale locale, String key, Object... values) {
        return new MessageFormat(words.getProperty(key), locale).format(values);
    }

    /** The theme's own texts. */
    private static Properties words(String language) {
        String file = "theme/client-portal/email/messages/messages_" + language + ".properties";
        try (var reader = new InputStreamReader(
                BrandIT.class.getClassLoader().getResourceAsStream(file), StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(reader);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
