package dev.clientportal.e2e.rest;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static dev.clientportal.e2e.ProblemAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Connector;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.Json;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.OpenApi;
import dev.clientportal.e2e.OpenApi.Operation;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.RawHttp;
import dev.clientportal.e2e.ServerLog;
import dev.clientportal.e2e.Stack;
import dev.clientportal.stack.ReceivedMail;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything wrong that can be sent to staff REST, to every operation of it: each is refused with a problem document,
 * changes nothing, and leaves neither a failure nor a secret in the log.
 */
@ExtendWith(Stack.class)
@Tag("S15")
class BadInputIT {
    private static final String UNKNOWN = "7d0bd1a1-0a3d-4c6e-9a0e-000000000000";

    /** What no id looks like, as it stands in a path. */
    private static final List<String> NO_IDS = List.of(
            UNKNOWN,
            "not-a-uuid",
            "0",
            "-1",
            "null",
            "%00",
            "a%00b",
            "%0d%0aX-Evil:%20yes",
            "%F0%9F%98%80",
            "%D7%A9%D7%A8%D7%94",
            "%27%20OR%20%271%27=%271",
            "%24%7B7*7%7D",
            "*",
            "a".repeat(2_000));

    /** Operations that take a thousand of something. */
    private static final Set<String> LISTS = Set.of("addManyContacts", "findContacts");

    private static final Map<String, List<String>> WRONG_QUERIES = Map.of(
            "max", List.of("-1", "0", "101", "2147483648", "99999999999999999999", "abc", "1.5", "1%0d%0aX:1"),
            "after", List.of("!!!", "a.b.c.d.e.f", "A".repeat(3_000), "AA", "%F0%9F%98%80", "..", "_"),
            "state", List.of("nosuch", "1", "enabled%0d%0a", "a".repeat(2_000)),
            "kind", List.of("nosuch", "1", "%F0%9F%98%80"),
            "bounced", List.of("maybe", "1", "TRUE"),
            "days", List.of("0", "31", "-1", "99999999999999999999", "week"),
            "zone", List.of("Nowhere/Land", "%2B02:00", "utc", "a".repeat(2_000), "%F0%9F%98%80"),
            "format", List.of("xml", "text/csv", "csv%0d%0aX:1", "%F0%9F%98%80"),
            "search", List.of("a".repeat(256), "x%0d%0ay"));

    @SuppressWarnings("NonFinalStaticField") // All operations are tried on one contact.
    private static Contact contact;

    private static String opening;

    @SuppressWarnings("NonFinalStaticField")
    private static List<String> secrets;

    @SuppressWarnings("NonFinalStaticField")
    private static Connector connector;

    private Map<String, String> before;
    private ServerLog log;

    @BeforeAll
    static void invitedContact() {
        Portal.open();
        contact = Portal.addContactTo(Portal.newCompany(), "bad.input." + UUID.randomUUID() + "@client.example");
        opening = Portal.ok(Portal.mia()
                        .post(
                                Portal.ADMIN + "/openings",
                                Map.of("companies", List.of(contact.companyId()), "silent", true)))
                .json()
                .path("id")
                .asText();
        Mailbox mailbox = Mailbox.of(contact.email());
        Portal.ok(Portal.invite(contact));
        ReceivedMail mail = mailbox.next();
        String link = Mailbox.link(mail);
        connector = Connector.create();
        secrets = List.of(link.substring(link.lastIndexOf('/') + 1), contact.email(), "evil.example");
    }

    @BeforeEach
    void remember() {
        before = State.of(contact);
        log = ServerLog.fromNow();
    }

    @AfterEach
    void nothingChangedAndTheLogIsClean() {
        assertThat(State.of(contact)).isEqualTo(before);
        log.assertNoFailure();
        log.assertSilentAbout(secrets);
    }

    static Stream<Operation> all() {
        return OpenApi.operations();
    }

    static Stream<Operation> withJson() {
        return all().filter(Operation::isJson);
    }

    /** A portal file is judged entry by entry and may be of any length: its own tests do this for it. */
    static Stream<Operation> withOneDocument() {
        return withJson().filter(operation -> !operation.id().equals("runImport"));
    }

    static Stream<Operation> withIds() {
        return all().filter(operation -> !ids(operation).isEmpty());
    }

    static Stream<Operation> withQuery() {
        return all().filter(operation -> !operation.query().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("withJson")
    void whatIsNoSuchDocumentIsRefused(Operation operation) {
        for (String body : Faults.documents(operation)) {
            assertProblem(send(operation, body), 400, "invalid");
        }
        if (operation.needsBody()) assertProblem(send(operation, ""), 400, "invalid");
        assertProblem(
                send(operation, BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xC3, 0x28, '"', ':', '1', '}'
                })),
                400,
                "invalid");
    }

    @ParameterizedTest
    @MethodSource("withOneDocument")
    void wrongValueOfAPropertyIsRefusedAndThePropertyNamed(Operation operation) {
        Faults.properties(operation, right(operation)).forEach((property, bodies) -> {
            for (String body : bodies) {
                JsonNode problem = assertProblem(send(operation, body), 400, "invalid");
                assertThat(problem.path("field").asText())
                        .as(shortened(body) + "\n" + problem)
                        .startsWith(property);
                assertThat(problem.toString()).doesNotContain("evil", "ää", "jackson", "dev.clientportal");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("withJson")
    void otherMediaTypesAreRefused(Operation operation) {
        for (String type : List.of(
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/html",
                "image/png",
                "application/json-patch+json")) {
            // RESTEasy answers 500 to a multipart body that does not end, so this one does.
            String body = type.startsWith("multipart")
                    ? "--x\r\nContent-Disposition: form-data; name=\"silent\"\r\n\r\ntrue\r\n--x--\r\n"
                    : "{\"x\": 1}";
            Answer answer = send(request(operation, Map.of()).setHeader("Content-Type", type), operation, body);
            assertProblem(answer, 415, "unsupported-type");
        }
        Answer without = caller(operation)
                .send(caller(operation)
                        .request(operation.path(ids(Map.of())))
                        .method(operation.method(), BodyPublishers.ofString("{\"x\": 1}")));
        assertProblem(without, 415, "unsupported-type");
    }

    @ParameterizedTest
    @MethodSource("withOneDocument")
    void bodyThatIsTooLargeIsRefused(Operation operation) {
        int most = LISTS.contains(operation.id()) ? 2 * 1024 * 1024 : 256 * 1024;
        for (int size : new int[] {most + 1, 3 * 1024 * 1024}) {
            String body = "{\"x\": \"" + "a".repeat(size - 9) + "\"}";
            assertProblem(send(operation, body), 413, "too-large");
        }
    }

    @ParameterizedTest
    @MethodSource("withIds")
    void idThatNobodyHasIsNotFound(Operation operation) {
        for (String parameter : ids(operation)) {
            for (String id : NO_IDS) {
                assertProblem(
                        send(
                                request(operation, Map.of(parameter, id)),
                                operation,
                                right(operation).toString()),
                        404,
                        "not-found");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void pathsThatLeadElsewhereLeadNowhere(Operation operation) {
        for (String realm : List.of("no-such-realm", "%00", "%F0%9F%98%80", "northwind%2F..%2Fmaster")) {
            Answer answer = send(request(operation, Map.of("realm", realm)), operation, "{}");
            assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
        }
        for (String tail : List.of("/nosuch", "/..%2f..%2f..", "/%00", ";x=y/nosuch")) {
            Answer answer = Portal.mia()
                    .send(Portal.mia()
                            .request(operation.path(ids(Map.of())) + tail)
                            .method(operation.method(), BodyPublishers.noBody()));
            assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
        }
        Answer patched = Portal.mia()
                .send(Portal.mia()
                        .request(operation.path(ids(Map.of())))
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString("{}")));
        assertThat(patched.status()).as(patched.toString()).isBetween(400, 499);
    }

    @ParameterizedTest
    @MethodSource("all")
    void tokenThatIsNoneIsRefused(Operation operation) {
        for (String header : List.of("Bearer x", "Bearer", "Bearer " + unsigned(), "Basic bWlhOm1pYQ==", "x")) {
            Answer answer = new Http()
                    .send(Api.anonymous()
                            .request(operation.path(ids(Map.of())))
                            .header("Authorization", header)
                            .header("Content-Type", "application/json")
                            .method(
                                    operation.method(),
                                    body(operation, right(operation).toString())));
            assertThat(answer.status()).as(answer.toString()).isIn(400, 401);
        }
    }

    @ParameterizedTest
    @MethodSource("withQuery")
    void wrongQueryIsRefusedAndItsNameSaid(Operation operation) {
        for (String name : operation.query()) {
            for (String value : WRONG_QUERIES.getOrDefault(name, List.of())) {
                Answer answer = Portal.mia().get(operation.path(ids(Map.of())) + "?" + name + "=" + value);
                JsonNode problem = assertProblem(answer, 400, "invalid");
                assertThat(problem.path("field").asText()).isEqualTo(name);
            }
            // Keycloak itself refuses a NUL, in its own form.
            assertThat(Portal.mia()
                            .get(operation.path(ids(Map.of())) + "?" + name + "=%00")
                            .status())
                    .isEqualTo(400);
            for (String value :
                    List.of("%F0%9F%98%80", "%D7%A9", "%25", "_", "'", "%0d%0a", "%ff", "a".repeat(3_000))) {
                Answer answer = Portal.mia().get(operation.path(ids(Map.of())) + "?" + name + "=" + value);
                if (answer.status() != 200) assertRefused(answer);
            }
            String twice = name + "=%F0%9F%98%80&" + name + "=1";
            assertThat(Portal.mia()
                            .get(operation.path(ids(Map.of())) + "?" + twice)
                            .status())
                    .isLessThan(500);
        }
    }

    /** An escape that is none never reaches a Java client's wire. */
    @ParameterizedTest
    @MethodSource("withQuery")
    void brokenEscapesAreRefused(Operation operation) {
        for (String query : List.of("%", "%zz", "%e0%80%80")) {
            String answer = RawHttp.send(
                    "GET",
                    operation.path(ids(Map.of())) + "?" + operation.query().get(0) + "=" + query,
                    Map.of(),
                    "");
            assertThat(RawHttp.status(answer)).as(answer).isBetween(400, 499);
            assertThat(answer).doesNotContain("Exception", "\tat ");
        }
    }

    /** Mia's, if nobody looked at signatures. */
    private static String unsigned() {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        JsonNode claims = Json.tree(
                Map.of("iss", Stack.local().realmUrl(), "sub", "mia", "typ", "Bearer", "exp", 4_000_000_000L));
        return base64.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
                + '.'
                + base64.encodeToString(claims.toString().getBytes(StandardCharsets.UTF_8))
                + '.';
    }

    private static List<String> ids(Operation operation) {
        return Stream.of("company", "user", "mail", "field", "template", "opening")
                .filter(operation::has)
                .toList();
    }

    private static Map<String, String> ids(Map<String, String> others) {
        Map<String, String> ids = new HashMap<>(Map.of(
                "realm",
                "northwind",
                "company",
                contact.companyId(),
                "user",
                contact.id(),
                "mail",
                UNKNOWN,
                "field",
                "firstName",
                "template",
                "reminder",
                "opening",
                opening));
        ids.putAll(others);
        return ids;
    }

    /** A body that the operation would take. One of a new operation has to be added here. */
    private static ObjectNode right(Operation operation) {
        if (operation.id().equals("saveFirm")) {
            ObjectNode firm = (ObjectNode)
                    Portal.ok(Portal.mia().get(Portal.ADMIN + "/firm")).json();
            return firm.without(List.of("version"));
        }
        Object body =
                switch (operation.id()) {
                    case "addCompanies" -> Map.of("externalId", "bad-input", "alias", "bad-input", "name", "Bad input");
                    case "addContacts" ->
                        Map.of("email", "new." + UUID.randomUUID() + "@client.example", "silent", true);
                    case "addManyContacts" ->
                        Map.of(
                                "contacts",
                                List.of(Map.of("email", "many." + UUID.randomUUID() + "@client.example")),
                                "silent",
                                true);
                    case "findContacts" -> Map.of("keys", List.of(UNKNOWN));
                    case "inviteCompany" -> Map.of("contacts", List.of(UNKNOWN), "once", true);
                    case "openCompanies", "startOpenings", "previewOpenings" ->
                        Map.of("companies", List.of(UNKNOWN), "silent", true);
                    case "reportDelivery" ->
                        Map.of("lease", UNKNOWN, "outcomes", List.of(Map.of("mail", UNKNOWN, "outcome", "SENT")));
                    case "bouncesDelivery" ->
                        Map.of("bounces", List.of(Map.of("messageId", "<" + UNKNOWN + ".1@x>", "status", "5.1.1")));
                    case "previewFirmLogin" -> Map.of("language", "en");
                    case "previewFirmMails", "testFirmMails" -> Map.of("template", "reminder", "language", "en");
                    case "saveFirmText" -> Map.of("subject", "A word", "text", "More words");
                    case "saveRecord" -> Map.of("firstName", "Con", "lastName", "Tact", "email", contact.email());
                    case "resolveAllDifferences" ->
                        Map.of(
                                "differences",
                                List.of(Map.of(
                                        "companyId",
                                        UNKNOWN,
                                        "userId",
                                        UNKNOWN,
                                        "field",
                                        "phone",
                                        "action",
                                        "ACCEPT")));
                    case "sendContactMails" ->
                        Map.of("kind", "reminder", "title", "A reminder", "target", "http://127.0.0.1:1/tasks/17");
                    case "setRightsContact" -> Map.of("rights", List.of("VIEW_TASKS"));
                    default -> Map.of();
                };
        return (ObjectNode) Json.tree(body);
    }

    private static Answer send(Operation operation, String body) {
        return send(request(operation, Map.of()), operation, body);
    }

    private static Answer send(Operation operation, BodyPublisher body) {
        return caller(operation).send(request(operation, Map.of()).method(operation.method(), body));
    }

    private static Answer send(HttpRequest.Builder request, Operation operation, String body) {
        return caller(operation).send(request.method(operation.method(), body(operation, body)));
    }

    /** Somebody who would be let through. */
    private static Api caller(Operation operation) {
        return operation.path().contains("/deliveries/") ? connector.api() : Portal.mia();
    }

    private static BodyPublisher body(Operation operation, String body) {
        return operation.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    }

    private static HttpRequest.Builder request(Operation operation, Map<String, String> ids) {
        HttpRequest.Builder request = Portal.mia().request(operation.path(ids(ids)));
        return operation.body() == null ? request : request.header("Content-Type", "application/json");
    }

    private static String shortened(String body) {
        return body.substring(0, Math.min(200, body.length()));
    }
}
