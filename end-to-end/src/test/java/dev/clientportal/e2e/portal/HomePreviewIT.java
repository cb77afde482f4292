package dev.clientportal.e2e.portal;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.StaffMember;
import dev.clientportal.e2e.TestFirm;
import dev.clientportal.e2e.TestSupport;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The portal's first page in a brand that is not saved, as the admin console gets it: Keycloak signs, the portal app shows. */
@ExtendWith(Stack.class)
@Tag("A4")
class HomePreviewIT {
    private static final String ODD_NAME = "Müller & <b>Söhne</b>";

    @AfterEach
    void resetClock() {
        TestSupport.resetClock();
    }

    @Test
    @Tag("S16")
    void brandIsShownAsTextInTheLanguageAskedFor() {
        String sample =
                sample(Portal.mia(), Map.of("language", "en", "name", ODD_NAME, "help", "Mia", "whiteLabel", true));

        Answer answer = show(sample, "et");

        Document page = Jsoup.parse(Portal.ok(answer).json().path("html").asText());
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.select("html").attr("lang")).isEqualTo("et");
        assertThat(page.select("base").attr("href")).isEqualTo(PortalApi.portal() + "/");
        assertThat(page.select(".app-brand bdi").text()).isEqualTo(ODD_NAME);
        assertThat(page.select("footer bdi").text()).isEqualTo("Mia");
        assertThat(page.select(".cp-powered")).isEmpty();
        assertThat(page.select("script, form[action$=sign-out]")).isEmpty();
        assertThat(Portal.ok(Portal.mia().get(Portal.ADMIN + "/firm")).body()).doesNotContain("Söhne");
    }

    @Test
    @Tag("S13")
    void onlyABrandThatTheFirmsRealmSignedForThisIsShown() {
        Map<String, String> brand = Map.of("language", "en", "name", "Southwind");
        String good = sample(Portal.mia(), brand);
        TestFirm other = TestFirm.create();
        String ofAnotherRealm = sample(Portal.administrator(), other.admin(), brand);
        other.remove();
        TestSupport.moveClock(Duration.ofMinutes(-10));
        String over = sample(Api.administrator(), Portal.ADMIN, brand);
        TestSupport.resetClock();

        for (String bad : new String[] {
            "",
            "nonsense",
            good.substring(0, good.length() - 6) + "AAAAAA",
            Api.automation().freshToken(),
            ofAnotherRealm,
            over
        }) {
            assertProblem(show(bad, "en"), 401, "not-authenticated");
        }
        assertThat(show(good, "en").status()).isEqualTo(200);
    }

    @Test
    @Tag("S1")
    void onlyPagesOfKeycloakMayReadIt() {
        String sample = sample(Portal.mia(), Map.of("language", "en"));

        for (Answer answer : new Answer[] {show(sample, "en"), show("nonsense", "en")}) {
            assertThat(answer.header("Access-Control-Allow-Origin"))
                    .isEqualTo(Stack.local().baseUrl());
            assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        }
        assertThat(new Http().get(address()).status()).isEqualTo(405);
        assertThat(new Http().postForm(address(), Map.of("sample", sample)).status())
                .isEqualTo(415);
    }

    @Test
    void brandIsSignedForThoseWhoMayLookAtTheSettingsAndOpensNothing() throws ParseException {
        Map<String, String> brand = Map.of("language", "en");
        StaffMember viewer = StaffMember.create().with("view-realm");
        StaffMember other = StaffMember.create().with("manage-users");

        String sample = sample(Portal.staff(viewer.name()), brand);

        assertProblem(Portal.staff(other.name()).post(Portal.ADMIN + "/firm/home/sample", brand), 403, "forbidden");
        JWTClaimsSet claims = SignedJWT.parse(sample).getJWTClaimsSet();
        assertThat(claims.getAudience()).containsExactly("client-portal-home");
        assertThat(claims.getSubject()).isNull();
        assertThat(Api.bearer(sample).get(Portal.ADMIN + "/firm").status()).isEqualTo(401);
        assertProblem(PortalApi.bearer(sample).get("/projects?company=birch-bakery"), 401, "not-authenticated");
    }

    private static String sample(Api staff, Map<String, ?> brand) {
        return sample(staff, Portal.ADMIN, brand);
    }

    private static String sample(Api staff, String admin, Map<String, ?> brand) {
        return Portal.ok(staff.post(admin + "/firm/home/sample", brand))
                .json()
                .path("sample")
                .asText();
    }

    private static Answer show(String sample, String language) {
        return new Http()
                .send(HttpRequest.newBuilder(URI.create(address()))
                        .header("Content-Type", "text/plain;charset=UTF-8")
                        .header("Origin", Stack.local().baseUrl())
                        .header("Accept-Language", language)
                        .POST(BodyPublishers.ofString(sample)));
    }

    private static String address() {
        return PortalApi.portal() + "/api/preview/home";
    }
}
