package dev.clientportal.e2e.connectors;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.ConnectorsApi;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Parallel;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.Visitor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The webhook: a project with its company, contacts, tasks and invitations in one call. */
@ExtendWith({Stack.class, LandsInPortal.class})
class CreateProjectIT {
    private static final ConnectorsApi API = ConnectorsApi.automation();

    @Test
    @Tag("D4")
    @Tag("B13")
    void oneCallOpensTheCompanyLetsItsContactInMakesTheProjectAndInvites() {
        String email = Calls.newAddress();
        Mailbox mailbox = Mailbox.of(email);
        Map<String, Object> project = Calls.project(email);

        Answer answer = API.post("/projects", project);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        JsonNode made = answer.json();
        assertThat(Calls.companies(project)).singleElement().satisfies(company -> {
            assertThat(company.path("id")).isEqualTo(made.at("/company/id"));
            assertThat(company.path("active").asBoolean()).isTrue();
        });
        assertThat(Calls.inPortal(project)).singleElement().satisfies(found -> {
            assertThat(found.path("id")).isEqualTo(made.at("/project/id"));
            assertThat(found.path("tasks").asInt()).isEqualTo(1);
        });
        assertThat(made.at("/contacts/0/invitation").asText()).isEqualTo("invited");
        Contact contact = new Contact(
                made.at("/contacts/0/id").asText(),
                email,
                made.at("/company/id").asText());
        assertThat(Facts.contact(contact).path("state").asText()).isEqualTo("ENABLED");
        assertThat(Facts.ledger(contact)).hasSize(1);
        assertThat(mailbox.next().subject()).contains("Northwind");
        assertThat(Calls.job(answer).path("done").asInt()).isEqualTo(1);
    }

    @Test
    @Tag("D4")
    void aHundredEqualCallsAtOnceMakeOneProjectAndGetEqualAnswers() {
        String email = Calls.newAddress();
        Map<String, Object> project = Calls.project(email);

        List<Answer> answers = Parallel.calls(100, i -> API.post("/projects", "hundred-" + email, project));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers).extracting(Answer::body).containsOnly(answers.get(0).body());
        assertThat(Calls.companies(project)).hasSize(1);
        assertThat(Calls.inPortal(project)).hasSize(1);
        JsonNode made = answers.get(0).json();
        assertThat(Facts.ledger(new Contact(
                        made.at("/contacts/0/id").asText(),
                        email,
                        made.at("/company/id").asText())))
                .hasSize(1);
    }

    @Test
    @Tag("D4")
    void sameCallLaterGetsTheStoredAnswerWhateverTheOrderOfItsNames() {
        Map<String, Object> project = Calls.project(Calls.newAddress());
        Answer first = Portal.ok(API.post("/projects", project));
        Map<String, Object> otherOrder = new LinkedHashMap<>();
        List.copyOf(project.keySet()).stream().sorted().forEach(name -> otherOrder.put(name, project.get(name)));

        Answer again = API.post("/projects", otherOrder);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    @Tag("D4")
    void keyOfAnotherCallIsRefusedAndNothingIsMade() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> project = Calls.project(Calls.newAddress());
        Portal.ok(API.post("/projects", key, project));
        Map<String, Object> other = Calls.project(Calls.newAddress());

        assertProblem(API.post("/projects", key, other), 422, "key-used");
        assertProblem(API.post("/projects", Calls.with(project, "name", "Another name")), 422, "external-id-used");

        assertThat(Calls.inPortal(other)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "", "ä", "\"\"", "  "})
    @Tag("D4")
    void malformedKeyIsRefused(String key) {
        assertProblem(API.post("/projects", key, Calls.project(Calls.newAddress())), 400, "invalid-idempotency-key");
    }

    @Test
    @Tag("D4")
    void refusedCallSaysWhyAndTheCorrectedOneMayHaveItsExternalId() {
        String email = Calls.newAddress();
        Mailbox mailbox = Mailbox.of(email);
        Map<String, Object> project = Calls.project(email);

        Answer refused = API.post("/projects", Calls.with(project, "template", "No such template"));
        assertProblem(refused, 422, "unknown-template");
        assertThat(Calls.job(refused).path("failed").asInt()).isEqualTo(1);
        assertThat(mailbox.unseen()).isEmpty();

        assertThat(API.post("/projects", project).status()).isEqualTo(201);
        mailbox.next();
    }

    @Test
    @Tag("B12")
    @Tag("B13")
    void silentProjectLetsItsContactInWithoutAnInvitation() {
        String email = Calls.newAddress();
        Mailbox mailbox = Mailbox.of(email);
        Map<String, Object> silent = Calls.with(Calls.project(email), "invite", false);

        JsonNode made = Portal.ok(API.post("/projects", Calls.with(silent, "notify", false)))
                .json();

        Contact contact = new Contact(
                made.at("/contacts/0/id").asText(),
                email,
                made.at("/company/id").asText());
        assertThat(Facts.contact(contact).path("state").asText()).isEqualTo("ENABLED");
        assertThat(Facts.ledger(contact)).isEmpty();
        assertThat(mailbox.unseen()).isEmpty();
    }

    @Test
    @Tag("B13")
    void whoIsInAlreadyIsToldOfTheTasksAndWhoIsInvitedIsNotToldTwice() {
        Contact known = Portal.newContact("birch-bakery");
        Visitor.invited(known);
        Mailbox knownMailbox = Mailbox.of(known.email());
        String email = Calls.newAddress();
        Mailbox mailbox = Mailbox.of(email);
        Map<String, Object> project =
                Calls.with(Calls.project(known.email(), email), "company", Map.of("alias", "birch-bakery"));

        JsonNode made = Portal.ok(API.post("/projects", project)).json();

        assertThat(made.at("/contacts/0/outcome").asText()).isEqualTo("already_open");
        assertThat(made.at("/contacts/0").has("invitation")).isFalse();
        assertThat(made.at("/contacts/1/invitation").asText()).isEqualTo("invited");
        assertThat(knownMailbox.next().text()).contains("Send the bank statements");
        mailbox.next();
        assertThat(mailbox.unseen()).isEmpty();
    }

    @Test
    @Tag("B3")
    void blockedContactStaysBlockedAndIsToldAsSuch() {
        Contact blocked = Portal.newContact("birch-bakery");
        Portal.ok(Portal.mia().post(blocked.path() + "/block"));
        Mailbox mailbox = Mailbox.of(blocked.email());
        Map<String, Object> project =
                Calls.with(Calls.project(blocked.email()), "company", Map.of("alias", "birch-bakery"));

        JsonNode made = Portal.ok(API.post("/projects", project)).json();

        assertThat(made.at("/contacts/0/outcome").asText()).isEqualTo("blocked");
        assertThat(Facts.contact(blocked).path("state").asText()).isEqualTo("BLOCKED");
        assertThat(mailbox.unseen()).isEmpty();
    }

    @Test
    @Tag("D4")
    void bulkCallMakesEachOfItsProjectsAndTellsTheResultOfEach() {
        Map<String, Object> first = Calls.project(Calls.newAddress());
        Map<String, Object> second = Calls.with(Calls.project(Calls.newAddress()), "template", "No such template");
        Map<String, Object> third = Calls.project(Calls.newAddress());

        Answer accepted = API.post("/projects/bulk", Map.of("projects", List.of(first, second, third)));

        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        JsonNode job =
                await().atMost(Duration.ofSeconds(30)).until(() -> Calls.job(accepted), told -> told.has("finishedAt"));
        assertThat(job.path("done").asInt()).isEqualTo(2);
        assertThat(job.path("failed").asInt()).isEqualTo(1);
        String results = "/jobs/" + job.path("id").asText() + "/results";
        List<JsonNode> told = Facts.list(Portal.ok(API.get(results)).json().path("items"));
        assertThat(told).extracting(one -> one.path("state").asText()).containsExactly("done", "failed", "done");
        assertThat(told.get(1).at("/problem/type").asText()).endsWith("unknown-template");
        assertThat(Portal.ok(API.get(results + "?state=failed&max=1")).json().path("items"))
                .hasSize(1);
        assertThat(Calls.inPortal(first)).hasSize(1);
        assertThat(Calls.inPortal(second)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                            | ''",
                "{\"name\":\"x\",\"company\":{}}                               | /company",
                "{\"name\":\" \",\"company\":{\"alias\":\"a\"}}                | /name",
                "{\"name\":\"x\",\"company\":{\"alias\":\"a\"},\"colour\":1}   | ''",
                "{\"name\":\"x\",\"company\":{\"alias\":\"a\"},\"contacts\":[{\"email\":\"no\"}]} | /contacts/0/email",
                "{\"name\":\"x\",\"company\":{\"alias\":\"a\"},\"tasks\":[{\"title\":\"t\",\"due\":\"2026-13-40\"}]} | /tasks/0/due",
            })
    void whatIsWrongIsSaidWithAPointerToIt(String body, String pointer) {
        JsonNode problem = assertProblem(API.post("/projects", body), 400, "invalid");

        assertThat(Facts.list(problem.path("errors")))
                .extracting(error -> error.path("pointer").asText())
                .contains(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"name\":\"a\",\"name\":\"b\"}", "null", "\u0000"})
    void whatIsNoJsonObjectIsRefused(String body) {
        assertProblem(API.post("/projects", body), 400, "invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {" {}", "]", " x", ",", "\u0000"})
    void whatComesBehindAGoodBodyRefusesIt(String rest) throws Exception {
        Map<String, Object> project = Calls.project();

        assertProblem(API.post("/projects", new ObjectMapper().writeValueAsString(project) + rest), 400, "invalid");

        assertThat(Calls.inPortal(project)).isEmpty();
    }

    @Test
    void otherContentTypeIsRefused() {
        assertProblem(
                API.send(API.json("/projects", Calls.project()).setHeader("Content-Type", "text/plain")),
                415,
                "unsupported-type");
    }

    @Test
    @Tag("D5")
    void tokenOfThePortalIsNeverInAnAnswer() {
        String body = Portal.ok(API.post("/projects", Calls.project(Calls.newAddress())))
                .body()
                .toLowerCase(Locale.ROOT);

        assertThat(body).doesNotContain("token", "secret", "/invitation/");
    }

    @Test
    void sampleCanBeSentAsItIsAndTheSchemaIsPublished() {
        JsonNode sample = Portal.ok(API.get("/projects/sample")).json();
        assertThat(Portal.ok(API.get("/projects/sample")).json()).isEqualTo(sample);
        assertThat(API.post("/projects", sample).status()).isEqualTo(201);
        assertThat(Portal.ok(API.get("/projects/schema")).json().path("title").asText())
                .isEqualTo("CreateProject");
        assertThat(PortalApi.automation()
                        .get("/projects?externalId=" + sample.path("externalId").asText())
                        .json()
                        .path("items"))
                .hasSize(1);
    }
}
