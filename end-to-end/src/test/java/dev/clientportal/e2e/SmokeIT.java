package dev.clientportal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Stack.class)
class SmokeIT {
    @Test
    void realmIsUpWithItsCompanies() {
        var companies = Api.staff("mia").get("/admin/realms/northwind/organizations?max=1000");

        assertThat(companies.status()).isEqualTo(200);
        assertThat(companies.json().findValuesAsText("alias")).contains("birch-bakery", "cedar-cycles", "dune-design");
    }

    @Test
    void staffRolesDiffer() {
        String path = "/admin/realms/northwind/organizations";
        var company = Map.of("name", "Elm Estates", "alias", "elm-estates", "domains", List.of());

        assertThat(Api.staff("theo").get(path).status()).isEqualTo(200);
        assertThat(Api.staff("theo").post(path, company).status()).isEqualTo(403);
        assertThat(Api.automation().get(path).status()).isEqualTo(200);
        assertThat(Api.anonymous().get(path).status()).isEqualTo(401);
    }

    @Test
    void accountConsoleAsksWhoItIs() {
        try (var browser = Browser.start();
                var window = browser.desktop()) {
            Page page = window.newPage();
            page.navigate(Stack.local().realmUrl() + "/account/");
            page.waitForURL(url -> url.contains("/protocol/openid-connect/auth"));
            page.waitForSelector("input[type=email], input[autocomplete~=username]");
            Browser.screenshot(page, "smoke-login");
        }
    }

    @Test
    void testSupportSeesTheServer() {
        assertThat(TestSupport.select("SELECT name FROM REALM WHERE name = 'northwind'")
                        .findValuesAsText("name"))
                .containsExactly("northwind");
        assertThat(TestSupport.cpuTime()).isPositive();
        assertThat(TestSupport.cpuTimeOf("executor-thread")).isPositive();
        assertThat(TestSupport.cpuTimeOf("nobody")).isZero();

        String nobody = UUID.randomUUID().toString();
        assertThat(TestSupport.statements(() -> Portal.mia().get("/admin/realms/northwind/users/" + nobody)))
                .anySatisfy(sql -> assertThat(sql).containsIgnoringCase("user_entity"));

        TestSupport.moveClock(Duration.ofHours(1));
        TestSupport.resetClock();
    }
}
