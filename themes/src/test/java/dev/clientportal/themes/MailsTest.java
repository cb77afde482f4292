package dev.clientportal.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MailsTest {
    private static final Theme THEME = Theme.email();

    static Stream<Arguments> mails() {
        return Theme.LANGUAGES.stream().flatMap(language -> Samples.MAILS.stream()
                .map(mail -> Arguments.of(language, "client-portal-" + mail + ".ftl")));
    }

    static Stream<Arguments> notices() {
        return Theme.LANGUAGES.stream().flatMap(language -> Samples.NOTICES.stream()
                .map(mail -> Arguments.of(language, "client-portal-" + mail + ".ftl")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("mails")
    void namesOfUsersStayText(String language, String mail) {
        Map<String, Object> model = Samples.mail(language, Samples.HOSTILE);

        String html = THEME.render("html/" + mail, language, model);
        String text = THEME.render("text/" + mail, language, model);

        assertThat(html)
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(1)")
                .contains("${7*7}");
        assertThat(text).contains("<script>alert(1)").contains("${7*7}").doesNotContain("&lt;");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("mails")
    void mailSaysLanguageLinkAndExpiryInBothParts(String language, String mail) {
        Map<String, Object> model = Samples.mail(language, "Nordlight Legal");

        Document html = Jsoup.parse(THEME.render("html/" + mail, language, model));
        String text = THEME.render("text/" + mail, language, model);

        assertThat(html.selectFirst("html").attr("lang")).isEqualTo(language);
        assertThat(html.selectFirst("html").attr("dir")).isEqualTo("ltr");
        assertThat(html.select("a[href=" + model.get("link") + "]")).hasSize(2);
        assertThat(html.text()).contains("(Europe/Tallinn)").contains("Nordlight Legal Tamm");
        assertThat(text)
                .contains("\n" + model.get("link") + "\n")
                .contains("(Europe/Tallinn)")
                .doesNotContain("\n\n\n");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("mails")
    void mailWithoutTheOptionalPartsReadsWell(String language, String mail) {
        Map<String, Object> model = Samples.mail(language, "Nordlight Legal");
        model.keySet().removeAll(List.of("company", "contact", "askedAt", "askedFrom", "text"));
        model.put("portal", Map.of("name", "Nordlight Legal", "poweredBy", false));

        String html = THEME.render("html/" + mail, language, model);
        String text = THEME.render("text/" + mail, language, model);

        assertThat(html + text).doesNotContain("null").doesNotContain("{0}").doesNotContain("Client Portal");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("mails")
    void mailLoadsNothingButTheLogo(String language, String mail) {
        Document html = Jsoup.parse(THEME.render("html/" + mail, language, Samples.mail(language, "Nordlight Legal")));

        assertThat(html.select("script, link, iframe, object, form")).isEmpty();
        assertThat(html.select("[src]").eachAttr("src")).containsExactly("https://id.nordlight.example/logo.png");
    }

    @Test
    void codeIsShownInTwoGroups() {
        Map<String, Object> model = Samples.mail("en", "Nordlight Legal");

        assertThat(THEME.render("html/client-portal-login.ftl", "en", model)).contains(">123 456<");
        assertThat(THEME.render("text/client-portal-login.ftl", "en", model)).contains("\n123 456\n");
    }

    @Test
    void invitationTextOfTheFirmBecomesParagraphs() {
        Map<String, Object> model = Samples.mail("en", "Nordlight Legal");
        model.put("text", "Dear Anna,\n\nline one\r\nline <b>two</b>\n \nBest wishes");

        String html = THEME.render("html/client-portal-invitation.ftl", "en", model);

        assertThat(Jsoup.parse(html).select("p.cp-text").eachText())
                .contains("Dear Anna,", "line one line <b>two</b>", "Best wishes");
        assertThat(html).contains("line one<br>line &lt;b&gt;two&lt;/b&gt;");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("notices")
    void noticeSaysItsTitleAndWordsAndWhetherItsLinkInvites(String language, String mail) {
        Map<String, Object> inviting = Samples.mail(language, "Nordlight Legal");
        inviting.putAll(
                Map.of("title", "Annual report 2026", "note", "First line\nsecond <b>line</b>\n\nUntil Friday."));
        Map<String, Object> bare = new HashMap<>(inviting);
        bare.remove("expires");
        Map<String, Object> brief = new HashMap<>(bare);
        brief.remove("note");

        Document html = Jsoup.parse(THEME.render("html/" + mail, language, inviting));
        String invites = THEME.messages(language).getProperty("clientPortalNoticeInvitation");
        String signIn = THEME.messages(language).getProperty("clientPortalNoticeSignIn");
        assertThat(html.select("strong").eachText()).contains("Annual report 2026");
        assertThat(html.select("p.cp-text").eachText()).contains("First line second <b>line</b>", "Until Friday.");
        assertThat(html.text()).contains(invites).doesNotContain(signIn);
        String text = THEME.render("text/" + mail, language, bare);
        assertThat(text)
                .contains("\nAnnual report 2026\n", "First line\nsecond <b>line</b>\n\nUntil Friday.\n", signIn)
                .doesNotContain(invites, "Tallinn", "\n\n\n");
        assertThat(THEME.render("html/" + mail, language, bare))
                .contains(signIn)
                .doesNotContain(invites, "Tallinn");
        assertThat(THEME.render("text/" + mail, language, brief)).doesNotContain("\n\n\n", "Friday");
    }

    @Test
    void colourThatIsNoColourIsReplaced() {
        Map<String, Object> model = Samples.mail("en", "Nordlight Legal");
        model.put(
                "portal",
                Map.of(
                        "name",
                        "Nordlight Legal",
                        "primaryColor",
                        "red;background:url(//evil)",
                        "onPrimaryColor",
                        "#fff"));

        assertThat(THEME.render("html/client-portal-login.ftl", "en", model))
                .doesNotContain("evil")
                .contains("#1f4e79");
    }

    @Test
    void rightToLeftTurnsTheMail() {
        Map<String, Object> model = Samples.mail("ar", "Nordlight Legal");
        model.put("ltr", false);

        Document html = Jsoup.parse(THEME.render("html/client-portal-login.ftl", "ar", model));

        assertThat(html.selectFirst("html").attr("dir")).isEqualTo("rtl");
        assertThat(html.selectFirst(".cp-card").attr("align")).isEqualTo("right");
    }
}
