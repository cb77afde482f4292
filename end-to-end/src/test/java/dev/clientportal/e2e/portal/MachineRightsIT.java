package dev.clientportal.e2e.portal;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.Visitor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may call the portal application's machine REST, and what they see. */
@ExtendWith({Stack.class, LandsInPortal.class})
class MachineRightsIT {
    private static final Map<String, Object> PROJECT =
            Map.of("company", "birch-bakery", "name", "Whose is it?", "notify", false);
    private static final Map<String, Object> CHANGE = Map.of("name", "Forged", "status", "closed", "version", 0);
    private static final List<String> SEES_ALL = List.of("view-organizations", "view-users");

    @Test
    @Tag("S11")
    void callerWithoutATokenOfTheRealmForThePortalIsRefused() {
        String ofNobody = Api.automation().freshToken();
        String broken = ofNobody.substring(0, ofNobody.length() - 6) + "AAAAAA";
        for (String token : new String[] {
            null,
            "",
            "nonsense",
            broken,
            Portal.mia().freshToken(),
            Api.administrator().freshToken()
        }) {
            PortalApi api = PortalApi.bearer(token);
            assertProblem(api.get("/projects?company=birch-bakery"), 401, "not-authenticated");
            assertProblem(api.post("/projects", PROJECT), 401, "not-authenticated");
        }
    }

    @Test
    @Tag("S11")
    void contactsTokenIsNoMachines() {
        Visitor visitor = Visitor.invited(Portal.newContact("birch-bakery"));
        Answer back = visitor.begin();

        PortalApi api = PortalApi.bearer(
                visitor.login().tokens(back).path("access_token").asText());

        assertThat(api.get("/projects?company=birch-bakery").status()).isIn(401, 403);
    }

    @Test
    void whoMayOnlyReadMakesNothing() {
        try (Machine reader = Machine.with(Map.of("portal", List.of("view-projects"), "realm-management", SEES_ALL))) {
            assertThat(reader.api().get("/projects?company=birch-bakery").status())
                    .isEqualTo(200);
            assertProblem(reader.api().post("/projects", PROJECT), 403, "forbidden");
            assertProblem(reader.api().put("/projects/some", CHANGE), 403, "forbidden");
            assertProblem(reader.api().delete("/templates/some"), 403, "forbidden");
        }
    }

    @Test
    void whomKeycloakShowsNoCompanySeesNoneHere() {
        JsonNode project =
                Portal.ok(PortalApi.automation().post("/projects", PROJECT)).json();
        String path = "/projects/" + project.path("id").asText();
        Map<String, Object> named = Map.of("company", "birch-bakery", "name", "Named", "externalId", path);
        Portal.ok(PortalApi.automation().post("/projects", named));
        try (Machine blind = Machine.with(Map.of("portal", List.of("view-projects", "manage-projects")))) {
            assertProblem(blind.api().get(path), 404, "not-found");
            assertProblem(blind.api().get(path + "/tasks"), 404, "not-found");
            assertProblem(blind.api().put(path, CHANGE), 404, "not-found");
            assertProblem(blind.api().get("/projects?company=birch-bakery"), 422, "unknown-company");
            assertProblem(blind.api().get("/audit?company=birch-bakery"), 422, "unknown-company");
            assertProblem(blind.api().post("/projects", PROJECT), 422, "unknown-company");
            assertThat(blind.api().get("/projects?externalId=" + path).json().path("items"))
                    .isEmpty();
        }
    }

    @Test
    void unknownIdsAndAddressesAreNotFound() {
        PortalApi api = PortalApi.automation();
        for (String path :
                Set.of("/projects/none", "/projects/none/tasks", "/tasks/none", "/templates/none", "/none")) {
            assertProblem(api.get(path), 404, "not-found");
        }
        assertProblem(api.put("/projects/none", CHANGE), 404, "not-found");
    }
}
