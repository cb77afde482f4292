package dev.clientportal.e2e.portal;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Parallel;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.Stack;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What machines make in the portal application. */
@ExtendWith({Stack.class, LandsInPortal.class})
class ProjectsApiIT {
    private static final PortalApi API = PortalApi.automation();

    /** Of these tests alone: its contacts would all see what is made. */
    private static final String COMPANY = "api-" + UUID.randomUUID();

    @BeforeAll
    static void openCompany() {
        Portal.ok(Portal.mia().post(Portal.ADMIN + "/companies/" + Portal.addCompany(COMPANY) + "/activate"));
    }

    @Test
    @Tag("D4")
    void projectIsMadeFromItsTemplateAndItsOwnTasksInOneCall() {
        Contact contact = Portal.newContact("birch-bakery");
        String template = "Annual report " + UUID.randomUUID();
        Portal.ok(API.post(
                "/templates",
                Map.of(
                        "name",
                        template,
                        "tasks",
                        List.of(
                                Map.of("title", "Send the bank statements", "kind", "UPLOAD", "dueDays", 14),
                                Map.of("title", "Check the draft", "remind", false)))));

        Answer made = API.post(
                "/projects",
                Map.of(
                        "company",
                        "birch-bakery",
                        "name",
                        "Annual report 2026",
                        "description",
                        "What we need from you this year.",
                        "template",
                        template,
                        "contacts",
                        List.of(contact.email().toUpperCase(Locale.ROOT)),
                        "tasks",
                        List.of(
                                Map.of("title", "Anything new?", "kind", "QUESTION", "due", "2026-12-24"),
                                Map.of("title", "Never mind", "remind", false))));

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        JsonNode project = made.json();
        assertThat(project.path("company").asText()).isEqualTo(Portal.company("birch-bakery"));
        assertThat(project.path("tasks").asInt()).isEqualTo(4);
        assertThat(made.header("Location"))
                .isEqualTo(PortalApi.portal() + "/api/v1/projects/"
                        + project.path("id").asText());
        List<JsonNode> tasks =
                Facts.list(Portal.ok(API.get(path(project) + "/tasks")).json().path("items"));
        assertThat(tasks)
                .extracting(task -> task.path("title").asText())
                .containsExactly("Send the bank statements", "Check the draft", "Anything new?", "Never mind");
        assertThat(tasks).extracting(task -> task.path("remind").asBoolean()).containsExactly(true, false, true, false);
        assertThat(tasks.get(0).path("due").asText()).isNotEmpty();
        assertThat(tasks.get(1).has("due")).isFalse();
        assertThat(tasks.get(2).path("due").asText()).isEqualTo("2026-12-24");
        assertThat(Portal.ok(API.get("/tasks/" + tasks.get(2).path("id").asText()))
                        .json())
                .isEqualTo(tasks.get(2));
    }

    @Test
    @Tag("D4")
    void sameExternalIdWithTheSameContentIsTheSameProjectAndWithOtherContentIsRefused() {
        Map<String, Object> wanted = project();
        JsonNode first = Portal.ok(API.post("/projects", wanted)).json();
        Map<String, Object> otherOrder = new LinkedHashMap<>();
        wanted.keySet().stream()
                .sorted(Comparator.reverseOrder())
                .forEach(name -> otherOrder.put(name, wanted.get(name)));

        Answer again = API.post("/projects", otherOrder);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first);
        for (Map<String, ?> other : List.of(
                Map.of("name", "Another name"),
                Map.of("company", "cedar-cycles"),
                Map.of("tasks", List.of(Map.of("title", "Another task"))))) {
            Map<String, Object> changed = new LinkedHashMap<>(wanted);
            changed.putAll(other);
            assertProblem(API.post("/projects", changed), 409, "external-id-used");
        }
        assertThat(Facts.list(API.get("/projects?externalId=" + wanted.get("externalId"))
                        .json()
                        .path("items")))
                .containsExactly(first);
    }

    @Test
    @Tag("D4")
    void sameCallAHundredTimesAtOnceMakesOneProject() {
        Map<String, Object> wanted = project();

        List<Answer> answers =
                Parallel.calls(100, number -> PortalApi.automation().post("/projects", wanted));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 201));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers.stream().map(answer -> answer.json().path("id").asText()))
                .containsOnly(answers.get(0).json().path("id").asText());
        assertThat(answers.get(0).json().path("tasks").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsNotThereIsNamedAndNothingIsMade() {
        Contact elsewhere = Portal.newContact("cedar-cycles");
        Map<String, Object> wanted = project();
        Map<String, Map<String, ?>> wrong = Map.of(
                "unknown-company", Map.of("company", "no-such-company"),
                "unknown-template", Map.of("template", "no-such-template"),
                "unknown-contact", Map.of("contacts", List.of(elsewhere.email())));

        wrong.forEach((type, values) -> {
            Map<String, Object> changed = new LinkedHashMap<>(wanted);
            changed.putAll(values);
            JsonNode problem = assertProblem(API.post("/projects", changed), 422, type);
            assertThat(problem.path("pointer").asText())
                    .startsWith("/" + values.keySet().iterator().next());
        });
        JsonNode ofTask = assertProblem(
                API.post(
                        "/projects",
                        Map.of(
                                "company",
                                "birch-bakery",
                                "name",
                                "A project",
                                "tasks",
                                List.of(Map.of("title", "A task", "assignees", List.of(elsewhere.id()))))),
                422,
                "unknown-contact");
        assertThat(ofTask.path("pointer").asText()).isEqualTo("/tasks/0/assignees/0");
        assertThat(API.get("/projects?externalId=" + wanted.get("externalId"))
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"company":"birch-bakery"}                                     | /name
                    {"company":"birch-bakery","name":" "}                          | /name
                    {"name":"A"}                                                   | /company
                    {"company":"birch-bakery","name":"A","more":1}                 | /more
                    {"company":"birch-bakery","name":1.5}                          | /name
                    {"company":"birch-bakery","name":"A","tasks":[{}]}             | /tasks/0/title
                    {"company":"birch-bakery","name":"A","tasks":[{"title":"T","kind":"X"}]}   | /tasks/0/kind
                    {"company":"birch-bakery","name":"A","tasks":[{"title":"T","due":"soon"}]} | /tasks/0/due
                    {"company":"birch-bakery","name":"A\\u0000"}                   | /name
                    {"company":"birch-bakery","name":"A","externalId":""}          | /externalId
                    {"company":"birch-bakery","name":"A","contacts":[" "]}         | /contacts/0
                    {"company":"birch-bakery","name":"A","tasks":[null]}           | /tasks/0
                    []                                                             | ''
                    {                                                              | ''
                    """)
    void bodyThatIsNotWhatItShouldBeIsRefusedWithThePlace(String body, String pointer) {
        JsonNode problem = assertProblem(API.post("/projects", body), 400, "invalid");

        assertThat(problem.path("pointer").asText()).isEqualTo(pointer);
        assertThat(problem.path("detail").asText()).isNotEmpty();
    }

    @Test
    void bodyOfAnotherTypeIsRefused() {
        assertProblem(
                API.send(API.request("/projects")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("{}"))),
                415,
                "unsupported-type");
    }

    @Test
    void listGoesOnWhereThePageBeforeEnded() {
        List<String> made = new ArrayList<>();
        String company = "dune-design";
        for (int i = 0; i < 5; i++) {
            made.add(
                    0,
                    Portal.ok(API.post("/projects", Map.of("company", company, "name", "Number " + i)))
                            .json()
                            .path("id")
                            .asText());
        }
        List<String> found = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = Portal.ok(API.get("/projects?max=2&company=" + company + after))
                    .json();
            page.path("items").forEach(item -> found.add(item.path("id").asText()));
            after = page.has("next") ? "&after=" + page.path("next").asText() : "";
        } while (!after.isEmpty());

        assertThat(found).containsSubsequence(made).doesNotHaveDuplicates();
        assertProblem(API.get("/projects?max=101&company=" + company), 400, "invalid");
        assertProblem(API.get("/projects"), 400, "invalid");
    }

    @Test
    @Tag("E2")
    void templatesAreMadeChangedAndDeleted() {
        String name = "Template " + UUID.randomUUID();
        Map<String, Object> content = Map.of("name", name, "tasks", List.of(Map.of("title", "One")));
        JsonNode made = Portal.ok(API.post("/templates", content)).json();
        String path = "/templates/" + made.path("id").asText();
        assertProblem(API.post("/templates", content), 409, "name-taken");

        Map<String, Object> other = Map.of(
                "name",
                name,
                "version",
                made.path("version").asInt(),
                "tasks",
                List.of(Map.of("title", "Two", "kind", "SIGN"), Map.of("title", "Three")));
        JsonNode changed = Portal.ok(API.put(path, other)).json();

        assertThat(Facts.list(changed.path("tasks")))
                .extracting(task -> task.path("title").asText())
                .containsExactly("Two", "Three");
        assertProblem(API.put(path, other), 412, "version-conflict");
        assertThat(Facts.list(API.get("/templates?max=100").json().path("items")))
                .extracting(item -> item.path("name").asText())
                .contains(name)
                .isSorted();
        assertThat(API.delete(path).status()).isEqualTo(204);
        assertProblem(API.get(path), 404, "not-found");
        assertProblem(API.put(path, other), 404, "not-found");
        assertProblem(API.delete(path), 404, "not-found");
    }

    @Test
    @Tag("E2")
    void firmHasOneTemplateForTheSampleTask() {
        JsonNode first = sample();

        JsonNode second = sample();

        assertThat(API.get("/templates/" + first.path("id").asText())
                        .json()
                        .path("sample")
                        .asBoolean())
                .isFalse();
        assertThat(second.path("sample").asBoolean()).isTrue();
        API.delete("/templates/" + second.path("id").asText());
    }

    @Test
    void auditTellsPageByPageWhoDidWhat() {
        String alias = "audit-" + UUID.randomUUID();
        String company = Portal.addCompany(alias);
        Map<String, Object> wanted = project();
        wanted.put("company", company);
        JsonNode project = Portal.ok(API.post("/projects", wanted)).json();
        Portal.ok(API.put(path(project), Map.of("name", "Moved in", "status", "closed", "version", 0)));

        List<JsonNode> entries = new ArrayList<>();
        String after = "";
        do {
            JsonNode page =
                    Portal.ok(API.get("/audit?max=3&company=" + alias + after)).json();
            page.path("items").forEach(entries::add);
            after = page.has("next") ? "&after=" + page.path("next").asText() : "";
        } while (!after.isEmpty());

        assertThat(entries)
                .extracting(entry -> entry.path("action").asText())
                .containsExactlyInAnyOrder("PROJECT_CHANGED", "PROJECT_CLOSED", "TASK_CREATED", "PROJECT_CREATED");
        assertThat(entries)
                .isSortedAccordingTo(Comparator.comparingLong(
                                (JsonNode entry) -> entry.path("happenedAt").asLong())
                        .reversed());
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.path("actor").path("kind").asText()).isEqualTo("MACHINE");
            assertThat(entry.path("actor").path("name").asText()).isEqualTo("portal-automation");
            assertThat(entry.path("project")).isEqualTo(project.path("id"));
            assertThat(entry.path("subject").path("title").asText()).isIn("Moved in", "Say hello");
        });
        long last = entries.get(0).path("happenedAt").asLong();
        assertThat(Portal.ok(API.get("/audit?company=" + company + "&since=" + last))
                        .json()
                        .path("items"))
                .contains(entries.get(0));
        assertThat(Portal.ok(API.get("/audit?company=" + company + "&since=" + (last + 1)))
                        .json()
                        .path("items"))
                .isEmpty();
        assertProblem(API.get("/audit?company=no-such"), 422, "unknown-company");
        assertProblem(API.get("/audit?max=101"), 400, "invalid");
        JsonNode template = Portal.ok(API.post("/templates", Map.of("name", "T " + alias, "tasks", List.of())))
                .json();
        Portal.ok(API.delete("/templates/" + template.path("id").asText()));
        assertThat(Portal.ok(API.get("/audit?since=" + last)).json().path("items"))
                .filteredOn(entry -> entry.path("subject").path("id").equals(template.path("id")))
                .extracting(entry -> entry.path("action").asText())
                .containsExactlyInAnyOrder("TEMPLATE_DELETED", "TEMPLATE_CREATED");
    }

    private static JsonNode sample() {
        return Portal.ok(API.post(
                        "/templates",
                        Map.of(
                                "name",
                                "Sample " + UUID.randomUUID(),
                                "sample",
                                true,
                                "tasks",
                                List.of(Map.of("title", "Have a look around")))))
                .json();
    }

    private static Map<String, Object> project() {
        return new TreeMap<>(Map.of(
                "externalId",
                UUID.randomUUID().toString(),
                "company",
                COMPANY,
                "name",
                "Moving in",
                "tasks",
                List.of(Map.of("title", "Say hello"))));
    }

    private static String path(JsonNode project) {
        return "/projects/" + project.path("id").asText();
    }
}
