package dev.clientportal.e2e.mail;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Connector;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.StaffMember;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may take mails with working links away: the connectors alone, and only where the server does not send itself. */
@ExtendWith(Stack.class)
@Tag("S14")
class DeliveryRightsIT {
    private static final String DELIVERIES = Portal.ADMIN + "/deliveries/";
    private static final List<String> CALLS = List.of("leases", "outcomes", "bounces");

    @BeforeEach
    void openPortal() {
        Portal.open();
    }

    @Test
    void adminWithEveryOtherRightIsRefused() {
        String management = Portal.ok(
                        Portal.administrator().get("/admin/realms/northwind/clients?clientId=realm-management"))
                .json()
                .path(0)
                .path("id")
                .asText();
        JsonNode roles = Portal.ok(
                        Portal.administrator().get("/admin/realms/northwind/clients/" + management + "/roles?max=200"))
                .json();
        String[] others = Facts.list(roles).stream()
                .map(role -> role.path("name").asText())
                .filter(name -> !name.equals(Connector.ROLE))
                .toArray(String[]::new);
        assertThat(others).contains("realm-admin", "manage-realm", "client-portal-send-mail");
        assertThat(roles.findValuesAsText("name")).contains(Connector.ROLE);
        StaffMember admin = StaffMember.create().with(others);
        Api caller = Api.staff(admin.name());
        Portal.ok(caller.get(Portal.ADMIN + "/mails"));

        for (String call : CALLS) {
            for (Api each : List.of(caller, Portal.mia(), Portal.administrator(), Api.automation())) {
                assertProblem(each.post(DELIVERIES + call), 403, "forbidden");
            }
        }
    }

    @Test
    void theRoleOpensNothingElse() {
        Connector connector = Connector.create();

        assertThat(connector.api().get(Portal.ADMIN + "/mails").status()).isEqualTo(403);
        assertThat(connector.api().get(Portal.ADMIN + "/companies").status()).isEqualTo(403);
        assertThat(connector.api().get("/admin/realms/northwind/users").status())
                .isEqualTo(403);
    }

    @Test
    void serverThatSendsItsMailsItselfGivesNoneAway() {
        assertProblem(Connector.create().lease(10, 60), 409, "not-for-connectors");
        assertThat(Connector.create().bounced("<nothing@of.ours>", "5.1.1")).isEqualTo("NOT_FOUND");
        assertProblem(
                Connector.create()
                        .api()
                        .post(
                                DELIVERIES + "outcomes",
                                Map.of("lease", "x", "outcomes", List.of(Map.of("mail", "x", "outcome", "FAILED")))),
                400,
                "invalid");
    }
}
