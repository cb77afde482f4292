package dev.clientportal.e2e.firm;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestFirm;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What anybody may ask about a portal's domain. */
@ExtendWith(Stack.class)
@Tag("A3")
class PortalLookUpIT {
    private final String domain = "bücher." + UUID.randomUUID() + ".example";
    private TestFirm firm;

    @BeforeEach
    void newFirm() {
        firm = TestFirm.create();
        Portal.ok(firm.save(Map.of("domain", domain, "name", "Bücher & Söhne")));
    }

    @AfterEach
    void removeFirm() {
        firm.remove();
    }

    @Test
    void domainInAnySpellingAndAtAnyRealmNamesItsFirm() {
        for (String realm : List.of("master", "northwind", firm.realm())) {
            for (String spelling :
                    List.of(domain, domain.toUpperCase(Locale.ROOT), "xn--bcher-kva" + domain.substring(6))) {
                JsonNode found = Portal.ok(lookUp(realm, spelling)).json();

                assertThat(found.path("realm").asText()).isEqualTo(firm.realm());
                assertThat(found.path("issuer").asText())
                        .isEqualTo(Stack.local().realmUrl(firm.realm()));
                assertThat(found.path("name").asText()).isEqualTo("Bücher & Söhne");
                assertThat(found.path("clientId").asText()).isEqualTo("account-console");
                assertThat(new Http().get(found.path("stylesheet").asText()).status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    @Tag("A1")
    void portalSaysWhetherItIsOpen() {
        assertThat(lookUp("master", domain).json().path("active").asBoolean(true))
                .isFalse();

        Portal.ok(firm.activate());

        assertThat(lookUp("master", domain).json().path("active").asBoolean()).isTrue();
    }

    @Test
    void domainThatNobodyHasIsNotFound() {
        assertProblem(lookUp("master", "nobody." + UUID.randomUUID() + ".example"), 404, "not-found");
        assertProblem(lookUp("master", "no domain"), 404, "not-found");
    }

    @Test
    void switchedOffRealmIsNotFound() {
        Portal.ok(lookUp("master", domain));
        Portal.ok(Portal.administrator().put("/admin/realms/" + firm.realm(), Map.of("enabled", false)));

        assertProblem(lookUp("master", domain), 404, "not-found");
    }

    private static Answer lookUp(String realm, String domain) {
        return new Http()
                .get(Stack.local().realmUrl(realm) + "/client-portal/portals/"
                        + URLEncoder.encode(domain, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
