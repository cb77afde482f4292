package dev.clientportal.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginPagesTest {
    private static final Theme THEME = Theme.login();

    static Stream<Arguments> pages() {
        return Theme.LANGUAGES.stream().flatMap(language -> Samples.loginPages(language, Samples.HOSTILE).stream()
                .map(page -> Arguments.of(language, page)));
    }

    private static Document render(String language, Samples.Page page) {
        return Jsoup.parse(THEME.render(page.template(), language, page.model()));
    }

    private static Document page(String name) {
        return Samples.loginPages("en", "Tamm OÜ").stream()
                .filter(page -> page.name().equals(name))
                .map(page -> render("en", page))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pages")
    void namesOfUsersStayText(String language, Samples.Page page) {
        String html = THEME.render(page.template(), language, page.model());

        assertThat(html).doesNotContain("<script>alert").doesNotContain("49").contains("&lt;script&gt;alert(1)");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pages")
    void pagesHoldNothingThatAStrictPolicyForbids(String language, Samples.Page page) {
        assertKeepsStrictPolicy(render(language, page));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pages")
    void pagesSayTheirLanguageAndHaveOneHeading(String language, Samples.Page page) {
        Document document = render(language, page);

        assertThat(document.selectFirst("html").attr("lang")).isEqualTo(language);
        assertThat(document.selectFirst("html").attr("dir")).isEqualTo("ltr");
        assertThat(document.select("h1")).hasSize(1);
        assertThat(document.title()).startsWith(document.selectFirst("h1").text());
        assertThat(document.select("main, header, footer")).hasSize(3);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pages")
    void fieldsAreLabelledAndDescribed(String language, Samples.Page page) {
        Document document = render(language, page);

        for (Element field : document.select("input:not([type=hidden])")) {
            assertThat(document.select("label[for=" + field.id() + "]"))
                    .as("label of %s", field.id())
                    .hasSize(1);
        }
        for (Element described : document.select("[aria-describedby], [aria-labelledby], [data-waits-for]")) {
            Stream.of("aria-describedby", "aria-labelledby", "data-waits-for")
                    .flatMap(name -> Stream.of(described.attr(name).split(" ")))
                    .filter(id -> !id.isEmpty())
                    .forEach(id -> assertThat(document.getElementById(id))
                            .as("element %s", id)
                            .isNotNull());
        }
        List<String> ids = document.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(document.select("img:not([alt])")).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pages")
    void everyActionIsAFormThatPosts(String language, Samples.Page page) {
        Document document = render(language, page);

        assertThat(document.select("form")).allMatch(form -> form.attr("method").equalsIgnoreCase("post"));
        assertThat(document.select("button"))
                .allMatch(button -> button.attr("type").equals("submit"));
        if (page.template().matches("client-portal-(link|door)\\.ftl")) {
            assertThat(document.select("form"))
                    .allMatch(form -> form.select("input[name=csrf]").val().equals("c5rf"));
        }
    }

    @Test
    void rightToLeftIsDeclaredAndAddressesStayLeftToRight() {
        Samples.Page sample = Samples.loginPages("ar", "شركة").get(0);

        Document document = render("ar", sample);

        assertThat(document.selectFirst("html").attr("dir")).isEqualTo("rtl");
        assertThat(document.getElementById("email").attr("dir")).isEqualTo("ltr");
    }

    @Test
    void addressIsPrefilledAndCompletable() {
        Element email = page("address-plain").getElementById("email");

        assertThat(email.val()).isEqualTo("anna.tamm@example.ee");
        assertThat(email.attr("autocomplete")).isEqualTo("email");
        assertThat(page("address-plain").getElementById("rememberMe").hasAttr("checked"))
                .isTrue();
    }

    @Test
    void fieldErrorIsTiedToItsField() {
        Document document = page("sent-error");

        assertThat(document.getElementById("code").attr("aria-invalid")).isEqualTo("true");
        assertThat(document.getElementById("code").attr("aria-describedby")).contains("code-error");
        assertThat(document.getElementById("code-error").text()).isEqualTo("Tamm OÜ");
    }

    @Test
    void codeCanBeTypedPastedAndFilledIn() {
        Element code = page("sent-plain").getElementById("code");

        assertThat(code.attr("autocomplete")).isEqualTo("one-time-code");
        assertThat(code.attr("inputmode")).isEqualTo("numeric");
        assertThat("123456").matches(code.attr("pattern"));
        assertThat("123 456").matches(code.attr("pattern"));
        assertThat("12345").doesNotMatch(code.attr("pattern"));
    }

    @Test
    void waitIsVisibleWithoutScriptsAndItsButtonIsThere() {
        Document document = page("sent-plain");

        assertThat(document.getElementById("resend-wait").text()).contains("57 seconds");
        assertThat(document.getElementById("client-portal-resend-button").hasAttr("disabled"))
                .isFalse();
    }

    @Test
    void sentPageDoesNotSayWhetherTheAddressIsKnown() {
        assertThat(page("sent-plain").selectFirst(".cp-lead").text())
                .isEqualTo("If anna.tamm@example.ee can sign in here, a mail is on its way.");
    }

    @Test
    void linkOpensTheCompanyOrSignsInHereOrOnThisDevice() {
        assertThat(page("link-invitation")
                        .getElementById("client-portal-open-button")
                        .text())
                .isEqualTo("Open Tamm OÜ portal");
        assertThat(page("link-same").getElementById("client-portal-open-button").text())
                .isEqualTo("Sign in");
        assertThat(page("link-other")
                        .getElementById("client-portal-open-button")
                        .text())
                .isEqualTo("Sign in on this device");
    }

    @Test
    void somebodyElsesSessionIsNamedAndNeverEndedByAScript() {
        Map<String, Object> link = Samples.link("login", "Tamm OÜ", true);
        link.put("signedInAs", "m•••@example.com");
        link.put("autoPress", true);
        Map<String, Object> model = Samples.common("en", "Nordlight Legal");
        model.put("pageId", "client-portal-link");
        model.put("link", link);

        Element form = render("en", new Samples.Page("link", "client-portal-link.ftl", model))
                .getElementById("client-portal-open");

        assertThat(form.select("input[name=signOut]").val()).isEqualTo("true");
        assertThat(form.text()).isEqualTo("Sign out and continue as a•••@example.ee");
        assertThat(form.hasAttr("data-auto-press")).isFalse();
    }

    @Test
    void linkPagesAreNotCarriedAwayByALoginInAnotherTab() {
        assertThat(page("link-same").body().hasAttr("data-session-url")).isFalse();
        assertThat(page("sent-plain").body().hasAttr("data-session-url")).isTrue();
    }

    @Test
    void companiesCanBeSearchedFromEightOn() {
        assertThat(page("companies-few").select("#company-search")).isEmpty();
        assertThat(page("companies-many").select("#company-search")).hasSize(1);
        assertThat(page("companies-many").select("button[name=company]")).hasSize(8);
    }

    @Test
    void companyPageIsNotCarriedAwayByALoginInAnotherTab() {
        assertThat(page("companies-few").body().hasAttr("data-session-url")).isFalse();
    }

    @Test
    void pagesWithoutBrandFallBackToTheRealm() {
        assertThat(page("address-unbranded").getElementById("kc-header").text()).contains("Tamm OÜ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error",
                "info",
                "login",
                "login-username",
                "login-password",
                "login-page-expired",
                "login-reset-password",
                "logout-confirm",
                "select-authenticator",
                "select-organization",
                "terms",
                "login-otp",
                "login-update-profile"
            })
    void pagesOfKeycloakWorkInOurFrameUnderTheStrictPolicy(String name) {
        Map<String, Object> model = stock(name);

        Document document = Jsoup.parse(THEME.render(name + ".ftl", "en", model));

        assertThat(document.select("main")).hasSize(1);
        // Keycloak's forms guard against a second press in an attribute; js/forms.js does it where that is forbidden.
        document.select("[onsubmit]").removeAttr("onsubmit");
        assertKeepsStrictPolicy(document);
    }

    @Test
    void everyPageOfKeycloakWithAScriptInsideIsListed() {
        List<String> listed = List.of(Theme.read("theme/client-portal/login/theme.properties")
                .getProperty("clientPortalInlineScriptPages")
                .split(","));

        assertThat(StockPages.withInlineScript()).isNotEmpty().allMatch(listed::contains);
    }

    static Map<String, Object> stock(String name) {
        Map<String, Object> model = Samples.common("en", "Nordlight Legal");
        model.put("pageId", name);
        model.put("auth", new Samples.Auth(!name.equals("select-authenticator")));
        model.put("message", Map.of("type", "warning", "summary", "Something needs your attention."));
        model.remove("isAppInitiatedAction");
        model.put("client", Map.of("baseUrl", "/app"));
        model.put("logoutConfirm", Map.of("code", "c", "skipLink", false));
        model.put("enableWebAuthnConditionalUI", "true");
        model.put("isUserIdentified", "false");
        model.put("challenge", "Y2hhbGxlbmdl");
        model.put("userVerification", "preferred");
        model.put("rpId", "id.example");
        model.put("createTimeout", 0);
        model.put("authenticatorAttachment", "");
        model.put(
                "social",
                Map.of(
                        "providers",
                        List.of(Map.of(
                                "alias",
                                "google",
                                "loginUrl",
                                "/google",
                                "displayName",
                                "Google",
                                "iconClasses",
                                "fa fa-google"))));
        model.put(
                "user",
                Map.of(
                        "organizations",
                        List.of(
                                Map.of("alias", "tamm", "name", "Tamm OÜ"),
                                Map.of("alias", "kask", "name", "Kask AS"))));
        model.put(
                "otpLogin",
                Map.of(
                        "selectedCredentialId",
                        "1",
                        "userOtpCredentials",
                        List.of(Map.of("id", "1", "userLabel", "Phone"), Map.of("id", "2", "userLabel", "Tablet"))));
        model.put("profile", Map.of("attributes", profile(), "html5DataAnnotations", Map.of()));
        return model;
    }

    private static List<Map<String, Object>> profile() {
        List<Map<String, Object>> attributes = new ArrayList<>();
        for (String name : List.of("email", "firstName", "lastName")) {
            attributes.add(Map.of(
                    "name",
                    name,
                    "displayName",
                    "${" + name + "}",
                    "required",
                    true,
                    "readOnly",
                    false,
                    "multivalued",
                    false,
                    "value",
                    "Anna",
                    "annotations",
                    Map.of(),
                    "html5DataAnnotations",
                    Map.of()));
        }
        return attributes;
    }

    private static void assertKeepsStrictPolicy(Document document) {
        assertThat(document.select("style, [style], base, object, iframe")).isEmpty();
        assertThat(document.select("script"))
                .allMatch(script -> script.hasAttr("src") && script.data().isBlank());
        for (Element element : document.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).as(element.cssSelector()).doesNotStartWith("on");
                assertThat(attribute.getValue()).doesNotStartWithIgnoringCase("javascript:");
            }
        }
        for (String name : List.of("src", "href", "action", "srcset")) {
            assertThat(document.select("[" + name + "]").eachAttr(name))
                    .noneMatch(url -> url.matches("(?i)(https?:)?//.*|data:.*"));
        }
    }
}
