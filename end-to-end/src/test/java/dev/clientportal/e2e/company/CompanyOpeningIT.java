package dev.clientportal.e2e.company;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.StaffMember;
import dev.clientportal.e2e.TestFirm;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A company is opened by what another system calls it. */
@ExtendWith(Stack.class)
@Tag("D4")
class CompanyOpeningIT {
    private static final String COMPANIES = Portal.ADMIN + "/companies";

    private final String key = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void openPortal() {
        Portal.open();
    }

    @Test
    void companyThatIsNotThereIsMadeAndFoundAgain() {
        Answer made = open(Map.of("externalId", "CRM " + key + "/Ä", "name", "Elm Events " + key, "active", true));

        assertThat(made.status()).isEqualTo(201);
        JsonNode company = made.json();
        assertThat(company.path("externalId").asText()).isEqualTo("CRM " + key + "/Ä");
        assertThat(company.path("alias").asText()).isEqualTo("crm-" + key + "-a");
        assertThat(company.path("name").asText()).isEqualTo("Elm Events " + key);
        assertThat(company.path("active").asBoolean()).isTrue();
        assertThat(company.path("enabled").asBoolean()).isTrue();
        assertThat(Portal.ok(Portal.mia().get(made.header("Location").replaceFirst("^https?://[^/]+", "")))
                        .json())
                .isEqualTo(company);
        assertThat(organization(company).path("domains")).isEmpty();

        Answer again = open(Map.of("externalId", "CRM " + key + "/Ä", "name", "Another name", "alias", "no-matter"));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(company);
        assertThat(listed("Elm Events " + key)).containsExactly(company);
        assertThat(events(company))
                .extracting(event -> event.path("resourceType").asText(), event -> event.path("operationType")
                        .asText())
                .containsExactlyInAnyOrder(
                        tuple("CLIENT_PORTAL_COMPANY", "CREATE"), tuple("CLIENT_PORTAL_COMPANY", "ACTION"));
    }

    @Test
    void companyFoundByItsAliasGetsTheExternalIdOnce() {
        String id = Portal.addCompany("fir-" + key);

        JsonNode found = Portal.ok(open(Map.of("alias", "fir-" + key))).json();
        JsonNode named = Portal.ok(open(Map.of("alias", "fir-" + key, "externalId", "F-" + key)))
                .json();

        assertThat(found.path("id").asText()).isEqualTo(id);
        assertThat(found.has("externalId")).isFalse();
        assertThat(named.path("externalId").asText()).isEqualTo("F-" + key);
        assertThat(named.path("name").asText()).isEqualTo("fir-" + key);
        assertThat(named.path("active").asBoolean()).isFalse();
        assertProblem(open(Map.of("alias", "fir-" + key, "externalId", "G-" + key)), 409, "external-id-used");
        assertThat(open(Map.of("externalId", "F-" + key)).json()).isEqualTo(named);
        assertThat(events(named)).singleElement().satisfies(event -> {
            assertThat(event.path("operationType").asText()).isEqualTo("UPDATE");
            assertThat(event.path("details").path("fields").asText()).isEqualTo("externalId");
        });
    }

    @Test
    void caseOfAnExternalIdCountsAndSimilarOnesGetAliasesOfTheirOwn() {
        List<JsonNode> made = List.of(
                Portal.ok(open(Map.of("externalId", "g " + key, "name", "One " + key)))
                        .json(),
                Portal.ok(open(Map.of("externalId", "G " + key, "name", "Two " + key)))
                        .json(),
                Portal.ok(open(Map.of("externalId", "G-" + key, "name", "Three " + key)))
                        .json(),
                Portal.ok(open(Map.of("externalId", "№ ☂", "name", "Äpfel & Öl " + key)))
                        .json());

        assertThat(made)
                .extracting(company -> company.path("alias").asText())
                .containsExactly("g-" + key, "g-" + key + "-2", "g-" + key + "-3", "no");
        made.forEach(this::remove);
    }

    @Test
    void refusedOpeningLeavesNothingBehind() {
        Portal.ok(open(Map.of("externalId", "H-" + key, "name", "Hazel " + key)));

        assertProblem(open(Map.of("name", "Hazel " + key)), 400, "invalid");
        assertThat(assertProblem(open(Map.of("externalId", "I-" + key)), 400, "invalid")
                        .path("field")
                        .asText())
                .isEqualTo("name");
        assertThat(assertProblem(open(Map.of("externalId", "I-" + key, "name", "Hazel " + key)), 409, "name-taken")
                        .path("field")
                        .asText())
                .isEqualTo("name");
        assertProblem(open(Map.of("alias", "with space", "name", "Ivy " + key)), 400, "invalid");
        TestFirm closed = TestFirm.create();
        try {
            assertProblem(
                    Portal.administrator()
                            .post(
                                    closed.admin() + "/companies",
                                    Map.of("externalId", "K-" + key, "name", "Kiwi", "active", true)),
                    409,
                    "firm-inactive");
            assertThat(Portal.ok(Portal.administrator().get(closed.admin() + "/companies"))
                            .json()
                            .path("items"))
                    .isEmpty();
        } finally {
            closed.remove();
        }
        assertThat(listed("Ivy " + key)).isEmpty();
    }

    @Test
    @Tag("B1")
    void whoMayOnlyLookFindsAndNeitherMakesNorNames() {
        Portal.ok(open(Map.of("externalId", "L-" + key, "name", "Lime " + key)));
        Portal.addCompany("maple-" + key);
        Api theo = Portal.staff("theo");

        assertThat(theo.post(COMPANIES, Map.of("externalId", "L-" + key)).status())
                .isEqualTo(200);
        assertProblem(theo.post(COMPANIES, Map.of("externalId", "L-" + key, "active", true)), 403, "forbidden");
        assertProblem(
                theo.post(COMPANIES, Map.of("externalId", "M-" + key, "alias", "maple-" + key)), 403, "forbidden");
        assertProblem(theo.post(COMPANIES, Map.of("externalId", "N-" + key, "name", "Nut " + key)), 404, "not-found");
        String plain = StaffMember.create().name();
        assertThat(Api.user("northwind", plain, plain)
                        .post(COMPANIES, Map.of("externalId", "L-" + key))
                        .status())
                .isEqualTo(403);
        assertThat(Api.anonymous()
                        .post(COMPANIES, Map.of("externalId", "L-" + key))
                        .status())
                .isEqualTo(401);
        assertThat(listed("Nut " + key)).isEmpty();
    }

    @Test
    @Tag("B1")
    void sameExternalIdInAnotherFirmIsAnotherCompany() {
        JsonNode here = Portal.ok(open(Map.of("externalId", "O-" + key, "name", "Oak " + key)))
                .json();
        TestFirm other = TestFirm.create();
        try {
            Answer there = Portal.administrator()
                    .post(other.admin() + "/companies", Map.of("externalId", "O-" + key, "name", "Oak " + key));

            assertThat(there.status()).isEqualTo(201);
            assertThat(there.json().path("id")).isNotEqualTo(here.path("id"));
            assertThat(Portal.mia()
                            .post(other.admin() + "/companies", Map.of("externalId", "O-" + key))
                            .status())
                    .isIn(401, 403, 404);
        } finally {
            other.remove();
        }
    }

    private static Answer open(Map<String, ?> company) {
        return Portal.mia().post(COMPANIES, company);
    }

    private static List<JsonNode> listed(String name) {
        return Facts.list(Portal.ok(Portal.mia().get(COMPANIES + "?search=" + name.replace(" ", "%20")))
                .json()
                .path("items"));
    }

    private static JsonNode organization(JsonNode company) {
        return Portal.ok(Portal.mia()
                        .get("/admin/realms/northwind/organizations/"
                                + company.path("id").asText()))
                .json();
    }

    private void remove(JsonNode company) {
        Portal.ok(Portal.mia()
                .delete("/admin/realms/northwind/organizations/"
                        + company.path("id").asText()));
    }

    private static List<JsonNode> events(JsonNode company) {
        return Facts.list(Portal.ok(Portal.mia()
                        .get("/admin/realms/northwind/admin-events?resourcePath=client-portal/companies/"
                                + company.path("id").asText()))
                .json());
    }
}
