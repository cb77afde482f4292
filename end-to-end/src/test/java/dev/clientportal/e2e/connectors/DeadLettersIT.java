package dev.clientportal.e2e.connectors;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.ConnectorsApi;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Stack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The connectors themselves lack a role: what cannot be done is set aside, and is done when somebody gave it. */
@ExtendWith({Stack.class, LandsInPortal.class})
class DeadLettersIT {
    private static final String CLIENTS = "/admin/realms/northwind/clients";
    /** The role is in the connectors' token, which the realm file lets live for a minute. */
    private static final Duration TOKEN = Duration.ofSeconds(90);

    private final ConnectorsApi api = ConnectorsApi.automation();
    private String mappings;
    private List<?> role;

    @BeforeEach
    void takeTheRole() {
        String connectors = idOf("client-portal-connectors");
        String portal = idOf("portal");
        String account = Portal.ok(Portal.administrator().get(CLIENTS + "/" + connectors + "/service-account-user"))
                .json()
                .path("id")
                .asText();
        mappings = "/admin/realms/northwind/users/" + account + "/role-mappings/clients/" + portal;
        role = List.of(Portal.ok(Portal.administrator().get(CLIENTS + "/" + portal + "/roles/manage-projects"))
                .json());
        Portal.ok(Portal.administrator().delete(mappings, role));
    }

    @AfterEach
    void giveTheRole() {
        Portal.ok(Portal.administrator().post(mappings, role));
    }

    private static String idOf(String client) {
        return Portal.ok(Portal.administrator().get(CLIENTS + "?clientId=" + client))
                .json()
                .path(0)
                .path("id")
                .asText();
    }

    @Test
    @Tag("D5")
    void whatWasSetAsideIsListedWithItsReasonAndDoneOnceWhenItIsSentAgain() {
        Map<String, Object> project = await().atMost(TOKEN)
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> {
                            Map<String, Object> sent = Calls.project(Calls.newAddress());
                            Answer answer = api.post("/projects", sent);
                            return answer.status() == 202
                                            && Calls.job(answer)
                                                            .path("setAside")
                                                            .asInt()
                                                    == 1
                                    ? sent
                                    : null;
                        },
                        sent -> sent != null);

        JsonNode letter = await().atMost(Duration.ofSeconds(10)).until(() -> letterOf(project), found -> found != null);
        assertThat(letter.path("reason").asText()).startsWith("The portal:");
        assertThat(Calls.inPortal(project)).isEmpty();
        assertProblem(api.get("/dead-letters/" + UUID.randomUUID()), 404, "not-found");
        assertProblem(api.get("/dead-letters/x"), 404, "not-found");
        assertThat(metric("client_portal_projects_total{outcome=\"set_aside\"")).isPositive();
        giveTheRole();

        String id = letter.path("id").asText();
        assertThat(api.post("/dead-letters/" + id + "/replay", Map.of()).status())
                .isEqualTo(202);

        await().atMost(Duration.ofSeconds(30)).until(() -> Calls.inPortal(project), found -> found.size() == 1);
        assertThat(letterOf(project)).isNull();
        assertProblem(api.post("/dead-letters/" + id + "/replay", Map.of()), 404, "not-found");
        assertThat(api.post("/projects", project).status())
                .as("the same call again")
                .isEqualTo(201);
    }

    private static double metric(String start) {
        return new Http()
                .get(Stack.local().connectorsMetricsUrl())
                .body()
                .lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private JsonNode letterOf(Map<String, Object> project) {
        for (JsonNode item :
                Facts.list(Portal.ok(api.get("/dead-letters")).json().path("items"))) {
            JsonNode letter = Portal.ok(
                            api.get("/dead-letters/" + item.path("id").asText()))
                    .json();
            if (letter.at("/command/externalId").asText().equals(project.get("externalId"))) return letter;
        }
        return null;
    }
}
