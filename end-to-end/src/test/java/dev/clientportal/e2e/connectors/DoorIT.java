package dev.clientportal.e2e.connectors;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.ConnectorsApi;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Stack;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call the connectors, and what nobody gets in. */
@ExtendWith({Stack.class, LandsInPortal.class})
class DoorIT {
    private static final String CLIENTS = "/admin/realms/northwind/clients";
    private static final String SECRET = "secret-of-a-test";

    /** A machine of the firm with these roles of the connectors' client. */
    private static String newClient(String... roles) {
        String name = "machine-" + UUID.randomUUID();
        String id = Portal.ok(Portal.administrator()
                        .post(
                                CLIENTS,
                                Map.of(
                                        "clientId",
                                        name,
                                        "secret",
                                        SECRET,
                                        "serviceAccountsEnabled",
                                        true,
                                        "standardFlowEnabled",
                                        false)))
                .header("Location")
                .replaceAll(".*/", "");
        String account = Portal.ok(Portal.administrator().get(CLIENTS + "/" + id + "/service-account-user"))
                .json()
                .path("id")
                .asText();
        String connectors = Portal.ok(Portal.administrator().get(CLIENTS + "?clientId=client-portal-connectors"))
                .json()
                .path(0)
                .path("id")
                .asText();
        for (String role : roles) {
            Portal.ok(Portal.administrator()
                    .post(
                            "/admin/realms/northwind/users/" + account + "/role-mappings/clients/" + connectors,
                            List.of(Portal.ok(Portal.administrator().get(CLIENTS + "/" + connectors + "/roles/" + role))
                                    .json())));
        }
        return name;
    }

    @Test
    void clientsSecretAndItsTokenTellWhoCallsAndWhatItMayDo() {
        String client = newClient("create-projects");

        Answer basic = ConnectorsApi.basic(client, SECRET).get("/me");
        Answer bearer = ConnectorsApi.bearer(
                        Api.client("northwind", client, SECRET).freshToken())
                .get("/me");

        assertThat(basic.status()).as(basic.toString()).isEqualTo(200);
        assertThat(basic.json().path("client").asText()).isEqualTo(client);
        assertThat(basic.json().path("roles")).hasSize(1);
        assertThat(bearer.json()).isEqualTo(basic.json());
    }

    @Test
    void nobodyIsToldToSayWhoTheyAre() {
        for (ConnectorsApi nobody : List.of(
                ConnectorsApi.anonymous(),
                ConnectorsApi.basic("portal-automation", "wrong"),
                ConnectorsApi.basic("nobody", "nothing"),
                ConnectorsApi.bearer("x"),
                ConnectorsApi.bearer(Api.administrator().freshToken()))) {
            Answer answer = nobody.post("/projects", Calls.project());
            assertProblem(answer, 401, "not-authenticated");
            assertThat(answer.header("WWW-Authenticate")).contains("Bearer", "Basic");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !!!", "Basic eA==", "Digest x", "Bearer", "x", "Bearer  a b"})
    void unreadableCredentialsAreRefused(String authorization) {
        assertProblem(
                ConnectorsApi.anonymous()
                        .send(ConnectorsApi.anonymous().request("/me").header("Authorization", authorization)),
                401,
                "not-authenticated");
    }

    @Test
    void missingRoleIsForbiddenAndNamed() {
        ConnectorsApi api = ConnectorsApi.basic(newClient("import-projects"), SECRET);

        assertThat(assertProblem(api.post("/projects", Calls.project()), 403, "forbidden")
                        .path("detail")
                        .asText())
                .contains("create-projects");
        assertProblem(api.get("/dead-letters"), 403, "forbidden");
        assertProblem(api.post("/companies/birch-bakery/portal", Map.of("action", "activate")), 403, "forbidden");
    }

    @Test
    void disabledClientIsNobodyWithinSecondsAlsoWithATokenThatHasNotExpired() {
        String client = newClient("create-projects");
        ConnectorsApi basic = ConnectorsApi.basic(client, SECRET);
        ConnectorsApi bearer =
                ConnectorsApi.bearer(Api.client("northwind", client, SECRET).freshToken());
        Portal.ok(basic.get("/me"));
        Portal.ok(bearer.get("/me"));
        ObjectNode found = (ObjectNode) Portal.ok(Portal.administrator().get(CLIENTS + "?clientId=" + client))
                .json()
                .path(0);

        Portal.ok(Portal.administrator().put(CLIENTS + "/" + found.path("id").asText(), found.put("enabled", false)));

        for (ConnectorsApi api : List.of(basic, bearer)) {
            await().atMost(Duration.ofSeconds(10)).until(() -> api.get("/me").status() == 401);
        }
    }

    @Test
    void clientSeesItsOwnJobsAndWhoManagesJobsSeesAll() {
        ConnectorsApi one = ConnectorsApi.basic(newClient("create-projects"), SECRET);
        ConnectorsApi other = ConnectorsApi.basic(newClient("create-projects"), SECRET);
        Answer made = Portal.ok(one.post("/projects", Calls.project(Calls.newAddress())));
        String job = "/jobs/" + made.header("Location").replaceAll(".*/", "");

        assertThat(Portal.ok(one.get(job)).json().path("total").asInt()).isEqualTo(1);
        assertThat(Portal.ok(one.get("/jobs")).json().path("items")).hasSize(1);
        assertProblem(other.get(job), 404, "not-found");
        assertProblem(other.get(job + "/results"), 404, "not-found");
        assertProblem(other.post(job + "/cancel", Map.of()), 404, "not-found");
        assertThat(Portal.ok(other.get("/jobs")).json().path("items")).isEmpty();
        Portal.ok(ConnectorsApi.automation().get(job));
    }

    @Test
    void clientSeesItsOwnImportsNewestFirstByPagesAndWhoManagesJobsSeesAll() {
        ConnectorsApi one = ConnectorsApi.basic(newClient("import-projects"), SECRET);
        ConnectorsApi other = ConnectorsApi.basic(newClient("import-projects"), SECRET);
        upload(one, "first.csv", Imports.HEADER + "c1,Oak,p1,Report,a@oak.example,Ann,Lind,\n");
        upload(one, "second.csv", Imports.HEADER + "c1,Oak,p1,Report,a at oak,Ann,Lind,\n");

        JsonNode page = Portal.ok(one.get("/imports?max=1")).json();
        assertThat(page.at("/items/0/fileName").asText()).isEqualTo("second.csv");
        String path = "/imports/" + page.at("/items/0/id").asText();
        JsonNode next = Portal.ok(
                        one.get("/imports?max=1&after=" + page.path("next").asText()))
                .json();
        assertThat(next.at("/items/0/fileName").asText()).isEqualTo("first.csv");
        assertThat(next.has("next")).isFalse();
        assertThat(Portal.ok(other.get("/imports")).json().path("items")).isEmpty();
        assertThat(Portal.ok(ConnectorsApi.automation().get("/imports")).json().path("items"))
                .hasSizeGreaterThan(1);
        assertProblem(one.get("/imports?after=x"), 400, "invalid");
        assertProblem(one.get("/imports?max=0"), 400, "invalid");

        JsonNode rows = Portal.ok(one.get(path + "/rows")).json();
        assertThat(rows.path("items")).hasSize(1);
        assertThat(rows.at("/items/0/line").asInt()).isEqualTo(2);
        assertThat(rows.at("/items/0/cells/4").asText()).isEqualTo("a at oak");
        assertThat(rows.at("/items/0/errors/0/column").asText()).isEqualTo("email");
        assertProblem(other.get(path + "/rows"), 404, "not-found");
    }

    private static void upload(ConnectorsApi api, String name, String file) {
        Portal.ok(api.send(api.request("/imports?name=" + name)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(file))));
    }

    @Test
    void unknownRealmPathAndMethodAreRefusedInOurWords() {
        String url = Stack.local().connectorsUrl();
        Http http = new Http();
        assertProblem(http.get(url + "/v1/nowhere/me"), 404, "not-found");
        assertProblem(http.get(url + "/v1/northwind/nothing"), 404, "not-found");
        assertProblem(http.get(url + "/"), 404, "not-found");
        Answer deleted = http.send(
                HttpRequest.newBuilder(URI.create(url + "/v1/northwind/me")).DELETE());
        assertProblem(deleted, 405, "no-such-method");
        assertThat(deleted.header("Allow")).isEqualTo("GET");
    }

    @Test
    void bodyThatIsTooLargeIsRefused() {
        Answer answer = ConnectorsApi.automation()
                .send(ConnectorsApi.automation()
                        .request("/projects")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(new byte[9_000_000])));

        assertProblem(answer, 413, "too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CamelHttpUri",
                "camelHttpUri",
                "CAMELHttpUri",
                "CamelHttpPath",
                "CamelBeanMethodName",
                "cAmelBeanMethodName",
                "CamelJmsDestinationName",
                "CamelJmsDestination",
                "CamelFileName",
                "CamelExecCommandExecutable",
                "CamelHttpResponseCode",
                "CamelSqlQuery",
                "org.apache.camel.x",
                "JMSReplyTo",
                "JMSDestination",
                "commandId",
                "breadcrumbId",
                "MethodName"
            })
    @Tag("S21")
    void controlHeadersFromOutsideHaveNoEffectAsHeadersOrAsParameters(String name) throws Exception {
        Path file = Path.of("target", "attack-" + UUID.randomUUID()).toAbsolutePath();
        Map<String, Object> project = Calls.project(Calls.newAddress());
        ConnectorsApi api = ConnectorsApi.automation();

        Answer answer =
                api.send(api.json("/projects?" + name + "=" + file, project).header(name, file.toString()));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(Calls.inPortal(project)).hasSize(1);
        assertThat(Files.exists(file)).isFalse();
        assertThat(answer.response().headers().map().keySet())
                .allSatisfy(header -> assertThat(header).doesNotContainIgnoringCase("camel"));
    }

    @Test
    @Tag("A6")
    void portalIsClosedAndOpenedByAnActionAsOftenAsYouLike() {
        String alias = "switch-" + UUID.randomUUID();
        String company = Portal.addCompany(alias);
        ConnectorsApi api = ConnectorsApi.automation();

        for (String action : List.of("activate", "activate", "deactivate", "deactivate", "activate")) {
            Answer answer = Portal.ok(api.post("/companies/" + alias + "/portal", Map.of("action", action)));
            assertThat(answer.json().path("active").asBoolean()).isEqualTo(action.equals("activate"));
            assertThat(Portal.ok(Portal.mia().get(Portal.ADMIN + "/companies/" + company))
                            .json()
                            .path("active")
                            .asBoolean())
                    .isEqualTo(action.equals("activate"));
        }
        assertProblem(
                api.post("/companies/" + alias + "/portal", Map.of("action", "password", "password", "x")),
                400,
                "invalid");
        assertProblem(api.post("/companies/no-such-company/portal", Map.of("action", "activate")), 404, "not-found");
    }

    @Test
    @Tag("B9")
    void contactIsInvitedBlockedAndUnblockedByActions() {
        ConnectorsApi api = ConnectorsApi.automation();
        String email = Calls.newAddress();
        String path = "/companies/birch-bakery/contacts";

        assertThat(Portal.ok(api.post(path, Map.of("action", "invite", "email", email, "firstName", "Liis")))
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("ENABLED");
        assertThat(Portal.ok(api.post(path, Map.of("action", "block", "email", email)))
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("BLOCKED");
        Portal.ok(api.post(path, Map.of("action", "unblock", "email", email)));
        assertProblem(api.post(path, Map.of("action", "block", "email", Calls.newAddress())), 404, "not-found");
        assertProblem(api.post(path, Map.of("action", "invite", "email", "no address")), 422, "invalid");
    }

    @Test
    void companiesAndTemplatesAreListedForForms() {
        ConnectorsApi api = ConnectorsApi.automation();

        assertThat(Facts.list(
                        Portal.ok(api.get("/companies?search=birch")).json().path("items")))
                .extracting(company -> company.path("alias").asText())
                .contains("birch-bakery");
        Portal.ok(api.get("/templates"));
    }
}
