package dev.clientportal.e2e.portal;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestSupport;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A project for many contacts, of whom some are told of it and some have another mail on its way. */
@ExtendWith({Stack.class, LandsInPortal.class})
@Tag("D4")
class NotToldIT {
    private static final PortalApi API = PortalApi.automation();

    private final String key = UUID.randomUUID().toString();
    private String company;

    @BeforeEach
    void openPortal() {
        Portal.open();
        company = Portal.newCompany();
    }

    @Test
    void whoeverIsNotToldGetsNoMailOfAProjectForSome() {
        // Names in the order in which mails go out: the one that is not to come would come first.
        Contact left = contact("a");
        Contact told = contact("b");

        JsonNode project = made(wanted(
                "contacts", List.of(left.id(), told.email()),
                "notTold", List.of(left.email().toUpperCase(Locale.ROOT))));

        awaitMail(told);
        assertThat(mails(left)).isEmpty();
        assertThat(project.path("tasks").asInt()).isEqualTo(2);
    }

    @Test
    void whoeverIsNotToldGetsNoMailOfAProjectForEverybody() {
        Contact left = contact("a");
        Contact alsoLeft = contact("b");
        Contact told = contact("c");

        made(wanted("notTold", List.of(left.id(), alsoLeft.id())));

        awaitMail(told);
        assertThat(mails(left)).isEmpty();
        assertThat(mails(alsoLeft)).isEmpty();
    }

    @Test
    void sameProjectIsTheSameWhoeverWasNotToldOfIt() {
        Contact one = contact("a");
        Contact other = contact("b");
        Map<String, Object> wanted = wanted("externalId", key, "notTold", List.of(one.id()));
        JsonNode made = made(wanted);

        for (List<String> notTold : List.of(List.of(other.id()), List.<String>of())) {
            wanted.put("notTold", notTold);
            Answer again = API.post("/projects", wanted);
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.json()).isEqualTo(made);
        }
        wanted.remove("notTold");
        assertThat(API.post("/projects", wanted).status()).isEqualTo(200);
        wanted.put("name", "Another");
        assertProblem(API.post("/projects", wanted), 409, "external-id-used");
        awaitMail(other);
        assertThat(mails(one)).isEmpty();
    }

    @Test
    void whoeverIsNotToldHasToBeAContactOfTheCompany() {
        Contact elsewhere = Portal.newContact("birch-bakery");
        Contact here = contact("a");

        JsonNode problem = assertProblem(
                API.post("/projects", wanted("notTold", List.of(here.id(), elsewhere.id()))), 422, "unknown-contact");

        assertThat(problem.path("pointer").asText()).isEqualTo("/notTold/1");
    }

    @Test
    void projectForAThousandContactsAsksKeycloakAsOftenAsOneForOne() {
        // Some at a time: a call is to be answered within a minute, on a busy machine, too.
        List<String> ids = IntStream.range(0, 5)
                .mapToObj(part -> added(part * 200, 200))
                .flatMap(List::stream)
                .toList();
        assertThat(ids).hasSize(1000);
        made(wanted("contacts", ids.subList(0, 1), "notify", false));

        List<String> ofOne = TestSupport.statements(() -> made(wanted("contacts", ids.subList(0, 1), "notify", false)));
        List<String> ofMany = TestSupport.statements(() -> made(wanted("contacts", ids, "notify", false)));

        assertThat(ofMany).hasSizeLessThanOrEqualTo(ofOne.size() + 5);
        assertProblem(
                API.post(
                        "/projects",
                        wanted(
                                "contacts",
                                Stream.concat(ids.stream(), ids.stream()).toList())),
                400,
                "invalid");
    }

    private List<String> added(int first, int count) {
        List<Map<String, String>> people = IntStream.range(first, first + count)
                .mapToObj(i -> Map.of("email", i + "." + key + "@client.example"))
                .toList();
        return Portal.ok(Portal.mia()
                        .post(Portal.ADMIN + "/companies/" + company + "/contacts/bulk", Map.of("contacts", people)))
                .json()
                .path("contacts")
                .findValuesAsText("userId");
    }

    private Contact contact(String name) {
        return Portal.addContactTo(company, name + "." + key + "@client.example");
    }

    private Map<String, Object> wanted(Object... more) {
        Map<String, Object> project = new HashMap<>(Map.of(
                "company",
                company,
                "name",
                "Annual report",
                "tasks",
                List.of(Map.of("title", "One"), Map.of("title", "Two"))));
        for (int i = 0; i < more.length; i += 2) project.put((String) more[i], more[i + 1]);
        return project;
    }

    private static JsonNode made(Map<String, ?> project) {
        Answer answer = API.post("/projects", project);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    private static void awaitMail(Contact contact) {
        await().untilAsserted(() -> assertThat(mails(contact)).hasSize(1));
    }

    /** What Keycloak was asked to mail. */
    private static List<JsonNode> mails(Contact contact) {
        return Facts.list(TestSupport.select(
                "SELECT ID FROM CP_MAIL WHERE KIND = 'TASK_ASSIGNED' AND USER_ID = '" + contact.id() + "'"));
    }
}
