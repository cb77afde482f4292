package dev.clientportal.e2e.portal;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Parallel;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.SampleFiles;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.Visitor;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Projects that machines rename, close and open again, and what their contacts can do meanwhile. */
@ExtendWith({Stack.class, LandsInPortal.class})
class ClosedProjectsIT {
    private static final PortalApi API = PortalApi.automation();

    private String alias;
    private Contact contact;

    @BeforeEach
    void openCompany() {
        alias = "closed-" + UUID.randomUUID();
        String company = Portal.addCompany(alias);
        Portal.ok(Portal.mia().post(Portal.ADMIN + "/companies/" + company + "/activate"));
        contact = Portal.addContactTo(company, alias + "@client.example");
    }

    @Test
    @Tag("D4")
    void projectIsChangedWithTheVersionThatWasReadAndListedByItsStatus() {
        JsonNode project = project("TO_DO");
        JsonNode other = project("TO_DO");
        assertThat(project.path("status").asText()).isEqualTo("open");

        JsonNode closed = Portal.ok(change(project, "Renamed", "closed")).json();

        assertThat(closed.path("name").asText()).isEqualTo("Renamed");
        assertThat(closed.path("status").asText()).isEqualTo("closed");
        assertThat(closed.has("description")).isFalse();
        assertThat(closed).isEqualTo(Portal.ok(API.get(path(project))).json());
        JsonNode problem = assertProblem(change(project, "Too late", "open"), 412, "version-conflict");
        assertThat(problem.path("pointer").asText()).isEqualTo("/version");
        assertThat(ids("&status=open")).containsExactly(id(other));
        assertThat(ids("&status=closed")).containsExactly(id(project));
        assertThat(ids("")).containsExactlyInAnyOrder(id(project), id(other));
        assertProblem(API.get("/projects?status=ajar&company=" + alias), 400, "invalid");
        assertProblem(API.put("/projects/none", body("A", "open", 0)), 404, "not-found");
        assertProblem(document(task(project)), 409, "project-closed");

        assertThat(Portal.ok(change(closed, "Renamed", "open"))
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("open");
        assertThat(document(task(project)).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"status":"open","version":0}                          | /name
                    {"name":" ","status":"open","version":0}               | /name
                    {"name":"A","version":0}                               | /status
                    {"name":"A","status":"ajar","version":0}               | /status
                    {"name":"A","status":"open"}                           | /version
                    {"name":"A","status":"open","version":"x"}             | /version
                    {"name":"A","status":"open","version":0,"closed":true} | /closed
                    """)
    void changeThatIsNotWhatItShouldBeIsRefusedWithThePlace(String body, String pointer) {
        JsonNode problem = assertProblem(API.put(path(project("TO_DO")), body), 400, "invalid");

        assertThat(problem.path("pointer").asText()).isEqualTo(pointer);
    }

    @Test
    @Tag("E4")
    void contactsReadAClosedProjectAndChangeNothingInIt() {
        Http browser = Visitor.inPortal(contact, alias);
        JsonNode project = project("TO_DO", "QUESTION", "UPLOAD", "SIGN");
        List<String> tasks = tasks(project);
        assertThat(toDo(browser)).contains(tasks);

        JsonNode closed = Portal.ok(change(project, "Done with", "closed")).json();

        assertThat(toDo(browser)).doesNotContain(tasks);
        assertThat(browser.get(home() + "tasks?done=true").body()).contains(tasks);
        assertThat(browser.get(home() + "projects").body()).doesNotContain("Done with");
        assertThat(browser.get(home() + "projects?closed=true").body()).contains("Done with");
        for (String task : tasks) {
            String page = home() + "tasks/" + task;
            Answer read = browser.get(page);
            assertThat(read.status()).isEqualTo(200);
            assertThat(read.document().select("main form")).as(read.body()).isEmpty();
            assertThat(read.document().select("main [role=status]").text()).contains("The project is finished");
            Answer comment = post(browser, page + "/comments", "text=Too+late");
            assertThat(comment.status()).isEqualTo(409);
            assertThat(comment.document().select("#unsent").val()).isEqualTo("Too late");
            assertThat(comment.document().select(".app-talk-text")).isEmpty();
            assertThat(post(browser, page + "/comments", "text=Too+late&answer=true")
                            .status())
                    .isEqualTo(409);
            assertThat(upload(browser, page + "/documents").status()).isEqualTo(409);
            assertThat(post(browser, page + "/done", "").status()).isIn(409, 404);
            assertThat(post(browser, page + "/reopen", "").status()).isIn(409, 404);
        }
        Answer signed = post(browser, home() + "tasks/" + tasks.get(3) + "/signature", "name=Con+Tact&consent=true");
        assertThat(signed.location()).isEqualTo(URI.create(home() + "tasks/" + tasks.get(3)));
        assertThat(Portal.ok(API.get(path(project))).json().path("tasksDone").asInt())
                .isZero();

        Portal.ok(change(closed, "Done with", "open"));

        assertThat(toDo(browser)).contains(tasks);
        assertThat(post(browser, home() + "tasks/" + tasks.get(0) + "/done", "").status())
                .isEqualTo(303);
        assertThat(toDo(browser)).doesNotContain(tasks.get(0)).contains(tasks.get(1));
    }

    /** Whoever comes second finds the project closed, or is overtaken by the closing. */
    @Test
    void projectThatClosesWhileItsContactsWorkLeavesThemNothingToDo() {
        Http browser = Visitor.inPortal(contact, alias);
        JsonNode project = project(IntStream.range(0, 12).mapToObj(i -> "TO_DO").toArray(String[]::new));
        List<String> tasks = tasks(project);
        for (String task : tasks) post(browser, home() + "tasks/" + task + "/done", "");
        assertThat(toDo(browser)).doesNotContain(tasks);

        List<Integer> answers = Parallel.calls(
                tasks.size() + 1,
                i -> i == tasks.size()
                        ? change(project, "Closed", "closed").status()
                        : post(browser.elsewhere(), home() + "tasks/" + tasks.get(i) + "/reopen", "")
                                .status());

        assertThat(answers.get(tasks.size())).isEqualTo(200);
        assertThat(answers.subList(0, tasks.size())).isSubsetOf(303, 409);
        assertThat(toDo(browser)).doesNotContain(tasks);
        JsonNode closed = Portal.ok(API.get(path(project))).json();
        Portal.ok(change(closed, "Open", "open"));
        long open = answers.stream().filter(status -> status == 303).count();
        String page = browser.get(home() + "tasks").body();
        assertThat(tasks.stream().filter(page::contains)).hasSize((int) open);
    }

    private JsonNode project(String... kinds) {
        return Portal.ok(API.post(
                        "/projects",
                        Map.of(
                                "company",
                                alias,
                                "name",
                                "Project",
                                "description",
                                "What it is about",
                                "contacts",
                                List.of(contact.id()),
                                "tasks",
                                IntStream.range(0, kinds.length)
                                        .mapToObj(i -> Map.of("title", "Number " + i, "kind", kinds[i]))
                                        .toList(),
                                "notify",
                                false)))
                .json();
    }

    private static Answer change(JsonNode project, String name, String status) {
        return API.put(path(project), body(name, status, project.path("version").asInt()));
    }

    private static Map<String, Object> body(String name, String status, int version) {
        return new HashMap<>(Map.of("name", name, "status", status, "version", version));
    }

    private List<String> ids(String filter) {
        return Facts.list(Portal.ok(API.get("/projects?company=" + alias + filter))
                        .json()
                        .path("items"))
                .stream()
                .map(ClosedProjectsIT::id)
                .toList();
    }

    private static List<String> tasks(JsonNode project) {
        return Facts.list(Portal.ok(API.get(path(project) + "/tasks")).json().path("items")).stream()
                .map(ClosedProjectsIT::id)
                .toList();
    }

    private static String task(JsonNode project) {
        return tasks(project).get(0);
    }

    private static Answer document(String task) {
        return API.send(API.request("/tasks/" + task + "/documents?name=plan.pdf")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(SampleFiles.pdf("plan"))));
    }

    /** What the contact's lists of what is to be done say. */
    private String toDo(Http browser) {
        return browser.get(home() + "tasks").body() + browser.get(home()).body();
    }

    private String home() {
        return PortalApi.portal() + "/c/" + alias + "/";
    }

    private static Answer post(Http browser, String address, String form) {
        return send(browser, address, "application/x-www-form-urlencoded", "id=" + UUID.randomUUID() + "&" + form);
    }

    private static Answer upload(Http browser, String address) {
        String file =
                "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\nHello\r\n--b--\r\n";
        return send(browser, address, "multipart/form-data; boundary=b", file);
    }

    private static Answer send(Http browser, String address, String type, String body) {
        return browser.send(HttpRequest.newBuilder(URI.create(address))
                .header("Origin", Stack.local().portalUrl())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private static String path(JsonNode project) {
        return "/projects/" + id(project);
    }

    private static String id(JsonNode node) {
        return node.path("id").asText();
    }
}
