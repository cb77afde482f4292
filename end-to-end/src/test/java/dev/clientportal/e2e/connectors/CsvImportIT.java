package dev.clientportal.e2e.connectors;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.ConnectorsApi;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of projects: planned, committed, corrected and sent again. */
@ExtendWith({Stack.class, LandsInPortal.class})
class CsvImportIT {
    private static final ConnectorsApi API = Imports.API;

    private final String id = UUID.randomUUID().toString();

    @Test
    @Tag("D1")
    @Tag("B13")
    void templateComesBackAsTheProjectThatItShows() {
        Answer template = Portal.ok(API.get("/imports/template.csv"));
        assertThat(template.header("Content-Disposition"))
                .contains("attachment")
                .contains(".csv");
        String file = template.body()
                .replace("1001", "company-" + id)
                .replace("Example Ltd", "Example " + id)
                .replace("P-2026-001", "project-" + id)
                .replace("@example.com", "@" + id + ".example");
        Mailbox mari = Mailbox.of("mari@" + id + ".example");
        Mailbox jaan = Mailbox.of("jaan@" + id + ".example");

        JsonNode planned = Imports.planned(file);

        assertThat(planned.path("state").asText()).isEqualTo("planned");
        assertThat(planned.at("/plan/projects/create").asInt()).isEqualTo(1);
        assertThat(planned.at("/plan/companies/create").asInt()).isEqualTo(1);
        assertThat(planned.at("/plan/contacts/create").asInt()).isEqualTo(2);
        assertThat(planned.at("/plan/mails/invitations").asInt()).isEqualTo(2);
        assertThat(inPortal("project-" + id)).isEmpty();
        assertThat(mari.unseen()).isEmpty();

        JsonNode done = Imports.done(planned);

        assertThat(done.at("/job/done").asInt()).as(done.toString()).isEqualTo(1);
        assertThat(inPortal("project-" + id))
                .singleElement()
                .satisfies(project -> assertThat(project.path("tasks").asInt()).isEqualTo(1));
        mari.next();
        jaan.next();
        JsonNode result = Portal.ok(API.get("/jobs/" + done.at("/job/id").asText() + "/results"))
                .json()
                .at("/items/0");
        assertThat(result.path("externalId").asText()).isEqualTo("project-" + id);
        assertThat(result.path("state").asText()).isEqualTo("done");
    }

    @Test
    @Tag("D2")
    @Tag("D3")
    void sameFileAgainMakesNothingNewAndSendsNothing() {
        String file = Imports.HEADER + row("p1", "a") + row("p1", "b") + row("p2", "a") + row("", "c");
        Mailbox a = Mailbox.of(email("a"));
        Mailbox c = Mailbox.of(email("c"));
        assertThat(Imports.done(Imports.planned(file)).at("/job/done").asInt()).isEqualTo(3);
        a.next();
        c.next();

        JsonNode again = Imports.planned(file);

        assertThat(again.at("/plan/projects/create").asInt()).isZero();
        assertThat(again.at("/plan/projects/there").asInt()).isEqualTo(3);
        assertThat(again.at("/plan/companies/there").asInt()).isEqualTo(1);
        assertThat(again.at("/plan/contacts/there").asInt()).isEqualTo(3);
        assertThat(again.at("/plan/mails/invitations").asInt()).isZero();
        assertThat(again.at("/plan/mails/notices").asInt()).isZero();
        assertThat(Imports.done(again).at("/job/done").asInt()).isEqualTo(3);
        assertThat(inPortal("p1-" + id)).hasSize(1);
        // The second project of the first import may have told the contact of its task.
        assertThat(c.unseen()).isEmpty();
        assertThat(Facts.list(Portal.ok(PortalApi.automation()
                                .get("/projects?company="
                                        + company().path("alias").asText()))
                        .json()
                        .path("items")))
                .hasSize(3);
    }

    @Test
    @Tag("D2")
    @Tag("D3")
    void projectsWithErrorsAreToldByLineAndColumnAndComeBackCorrected() {
        Mailbox good = Mailbox.of(email("good"));
        String file = Imports.HEADER
                + row("p1", "good")
                + row("p2", "bad").replace("@", " at ")
                + row("p2", "fine")
                + row("p3", "third").replace("\n", ",more\n");

        JsonNode planned = Imports.planned(file);
        assertThat(planned.at("/plan/errorCount").asInt()).isEqualTo(2);
        JsonNode error = planned.at("/plan/errors/0");
        assertThat(error.path("line").asInt()).isEqualTo(3);
        assertThat(error.path("column").asText()).isEqualTo("email");
        assertThat(error.path("value").asText()).contains(" at ");
        assertThat(error.path("hint").asText()).isNotEmpty();

        JsonNode done = Imports.done(planned);
        assertThat(done.at("/job/total").asInt()).isEqualTo(1);
        good.next();
        String errors = Imports.errors(done);
        assertThat(errors.lines()).hasSize(4);
        assertThat(errors.lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).endsWith(",error"));
        assertThat(errors).doesNotContain(email("good"));

        JsonNode corrected = Imports.planned(errors.replace(" at ", "@").replace(",more,", ","));
        assertThat(corrected.at("/plan/errorCount").asInt())
                .as(corrected.toString())
                .isZero();
        assertThat(corrected.at("/plan/projects/create").asInt()).isEqualTo(2);
        assertThat(Imports.done(corrected).at("/job/done").asInt()).isEqualTo(2);
        assertThat(inPortal("p2-" + id)).hasSize(1);
        assertThat(good.unseen()).isEmpty();
    }

    @Test
    @Tag("D3")
    void projectThatIsRefusedWhenItsTurnComesIsInTheErrorFileWithTheReason() {
        String file = Imports.HEADER.replace("task\n", "template\n")
                + row("p1", "a").replace("Send\n", "No such template\n")
                + row("p2", "a").replace("Send\n", "\n");

        JsonNode done = Imports.done(Imports.planned(file));

        assertThat(done.at("/job/done").asInt()).isEqualTo(1);
        assertThat(done.at("/job/failed").asInt()).isEqualTo(1);
        assertThat(Imports.errors(done))
                .contains("p1-" + id)
                .contains("template")
                .doesNotContain("p2-" + id);
    }

    @Test
    @Tag("D2")
    void commitNamesThePlanThatItWasShown() {
        JsonNode planned = Imports.planned(Imports.HEADER + row("p1", "a"));
        JsonNode other = Imports.planned(Imports.HEADER + row("p1", "a") + row("p1", "b"));

        assertProblem(
                API.post(
                        Imports.path(other) + "/commit",
                        Map.of("plan", planned.at("/plan/hash").asText())),
                409,
                "plan-changed");
        assertProblem(API.post(Imports.path(other) + "/commit", Map.of("plan", "")), 400, "invalid");
        assertThat(inPortal("p1-" + id)).isEmpty();

        Portal.ok(Imports.commit(other));
        assertThat(Imports.commit(other).status()).isEqualTo(202);
        assertThat(Imports.rested(other).path("state").asText()).isEqualTo("done");
        assertThat(inPortal("p1-" + id)).hasSize(1);
    }

    @Test
    @Tag("D2")
    void planThatTheWorldHasOvertakenIsNotCarriedOut() {
        JsonNode planned = Imports.planned(Imports.HEADER + row("p1", "a"));
        Imports.done(Imports.planned(Imports.HEADER + row("p0", "a")));

        assertProblem(Imports.commit(planned), 409, "plan-changed");

        JsonNode now = Imports.read(planned);
        assertThat(now.path("state").asText()).isEqualTo("planned");
        assertThat(now.at("/plan/contacts/there").asInt()).isEqualTo(1);
        assertThat(inPortal("p1-" + id)).isEmpty();
        assertThat(Imports.done(now).at("/job/done").asInt()).isEqualTo(1);
    }

    @Test
    @Tag("D2")
    @Tag("B3")
    void planTellsWhoIsThereAndWhoStaysBlocked() {
        Contact in = Portal.newContact("birch-bakery");
        Visitor.invited(in);
        Contact blocked = Portal.newContact("birch-bakery");
        Portal.ok(Portal.mia().post(blocked.path() + "/block"));
        Contact elsewhere = Portal.newContact("cedar-cycles");
        Mailbox mailbox = Mailbox.of(in.email());
        Mailbox closed = Mailbox.of(blocked.email());
        String rows = "birch-bakery,p-" + id + ",Tax," + in.email() + ",Send\n"
                + "birch-bakery,p-" + id + ",Tax," + blocked.email() + ",Send\n"
                + "birch-bakery,p-" + id + ",Tax," + elsewhere.email() + ",Send\n";

        JsonNode planned = Imports.planned("company_alias,project_id,project_name,email,task\n" + rows);

        assertThat(planned.at("/plan/companies/there").asInt()).isEqualTo(1);
        assertThat(planned.at("/plan/contacts").toString())
                .isEqualTo("{\"create\":0,\"add\":1,\"there\":1,\"blocked\":1}");
        assertThat(planned.at("/plan/mails").toString()).isEqualTo("{\"invitations\":1,\"notices\":1}");
        assertThat(Imports.done(planned).at("/job/done").asInt()).isEqualTo(1);
        assertThat(mailbox.next().text())
                .contains("There is a new task for you")
                .contains("Send");
        assertThat(closed.unseen()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"windows-1257,?charset=windows-1257", "UTF-16LE,?dryRun=true", "windows-1252,?charset=windows-1252"})
    @Tag("D1")
    void fileIsReadInItsCharset(String charset, String query) {
        String file = (Imports.HEADER + row("p1", "a")).replace("Kati", "Jüri").replace(',', ';');
        Answer answer = Imports.upload(query, "text/csv", file.getBytes(Charset.forName(charset)));
        JsonNode planned = Imports.rested(Portal.ok(answer).json());
        Imports.done(planned);
        assertThat(Facts.list(Portal.ok(Portal.mia().get(Portal.ADMIN + "/contacts?search=" + email("a")))
                        .json()
                        .path("items")))
                .singleElement()
                .satisfies(contact ->
                        assertThat(contact.path("firstName").asText()).isEqualTo("Jüri"));
    }

    @Test
    @Tag("D2")
    void wrongCharsetIsRefusedWithTheByteAndAWayOut() {
        byte[] file =
                (Imports.HEADER + row("p1", "a")).replace("Kati", "Jüri").getBytes(Charset.forName("windows-1257"));
        JsonNode refused =
                Imports.rested(Portal.ok(Imports.upload("", "text/csv", file)).json());
        assertThat(refused.path("state").asText()).isEqualTo("unreadable");
        assertThat(refused.at("/problem/line").asInt()).isEqualTo(2);
        assertThat(refused.at("/problem/detail").asText()).contains("0xFC");
        assertThat(refused.at("/problem/hint").asText()).contains("charset=windows-1257");
        assertProblem(API.post(Imports.path(refused) + "/commit", Map.of("plan", "x")), 409, "not-possible-now");
        assertProblem(API.get(Imports.path(refused) + "/errors.csv"), 409, "not-possible-now");
    }

    @Test
    @Tag("D1")
    void fileOfAFormIsReadAndSilentImportBeginsAtOnce() {
        String body = "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"clients.csv\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n"
                + Imports.HEADER + row("p1", "a") + "\r\n--XX--\r\n";
        Answer sent = Imports.upload(
                "?dryRun=false", "multipart/form-data; boundary=XX", body.getBytes(StandardCharsets.UTF_8));
        JsonNode done = Imports.rested(Portal.ok(sent).json());
        assertThat(done.path("fileName").asText()).isEqualTo("clients.csv");
        assertThat(done.path("state").asText()).isEqualTo("done");
        assertThat(inPortal("p1-" + id)).hasSize(1);
    }

    @Test
    @Tag("S20")
    void fileThatIsTooLargeIsRefusedAndBadRequestsAreNamed() {
        byte[] large = new byte[100 * 1024 * 1024 + 1];
        java.util.Arrays.fill(large, (byte) 'x');
        assertProblem(Imports.upload("", "text/csv", large), 413, "too-large");
        byte[] small = "x".getBytes(StandardCharsets.UTF_8);
        assertProblem(Imports.upload("?charset=klingon", "text/csv", small), 400, "invalid");
        assertProblem(Imports.upload("?delimiter=pipe", "text/csv", small), 400, "invalid");
        assertProblem(Imports.upload("", "application/json", small), 415, "unsupported-type");
        assertProblem(Imports.upload("", "multipart/form-data; boundary=XX", small), 400, "invalid");
    }

    @Test
    @Tag("S20")
    void nobodysFileIsNotRead() {
        Answer refused = ConnectorsApi.anonymous()
                .send(ConnectorsApi.anonymous()
                        .request("/imports")
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofByteArray(new byte[1_000_000])));
        assertProblem(refused, 401, "not-authenticated");
    }

    @Test
    @Tag("D1")
    void progressIsToldByEventsUntilTheEnd() {
        StringBuilder file = new StringBuilder(Imports.HEADER);
        for (int i = 0; i < 20; i++) file.append(row("p" + i, "a"));
        JsonNode planned = Imports.planned(file.toString());
        Portal.ok(Imports.commit(planned));

        Answer events = Portal.ok(API.get(Imports.path(planned) + "/events"));

        List<String> told =
                events.body().lines().filter(line -> line.startsWith("event:")).toList();
        assertThat(told).last().isEqualTo("event: end");
        assertThat(events.body())
                .contains("\"state\":\"done\"")
                .contains("perSecond")
                .contains("\"remaining\":0");
    }

    @Test
    @Tag("D3")
    void cancelledImportLeavesOutWhatWasNotBegunAndHasItInItsErrorFile() {
        JsonNode planned = Imports.planned(Imports.HEADER + row("p1", "a"));
        assertThat(Portal.ok(API.post(Imports.path(planned) + "/cancel", Map.of()))
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("cancelled");
        assertProblem(Imports.commit(planned), 409, "not-possible-now");

        StringBuilder file = new StringBuilder(Imports.HEADER);
        for (int i = 0; i < 300; i++) file.append(row("p" + i, "a"));
        JsonNode large = Imports.planned(file.toString());
        Portal.ok(Imports.commit(large));
        Imports.until(large, now -> now.at("/job/done").asInt() > 0);
        Portal.ok(API.post(Imports.path(large) + "/cancel", Map.of()));

        JsonNode cancelled = Imports.rested(large);
        assertThat(cancelled.path("state").asText()).isEqualTo("cancelled");
        int done = cancelled.at("/job/done").asInt();
        assertThat(done).isBetween(1, 299);
        assertThat(Imports.errors(cancelled).lines().count() - 1).isEqualTo(300 - done);
        assertProblem(API.post(Imports.path(large) + "/cancel", Map.of()), 409, "not-possible-now");
    }

    @Test
    void importIsItsSendersAlone() {
        JsonNode planned = Imports.planned(Imports.HEADER + row("p1", "a"));
        assertProblem(API.get("/imports/" + UUID.randomUUID()), 404, "not-found");
        assertProblem(ConnectorsApi.anonymous().get(Imports.path(planned)), 401, "not-authenticated");
    }

    private String row(String project, String name) {
        String key = project.isEmpty() ? "" : project + "-" + id;
        return "company-%s,Fjord %s,%s,Annual report,%s,Kati,Kuusk,Send\n".formatted(id, id, key, email(name));
    }

    private String email(String name) {
        return name + "@" + id + ".example";
    }

    private JsonNode company() {
        return Facts.list(Portal.ok(Portal.mia().get(Portal.ADMIN + "/companies?search=Fjord%20" + id))
                        .json()
                        .path("items"))
                .get(0);
    }

    private static List<JsonNode> inPortal(String externalId) {
        return Facts.list(Portal.ok(PortalApi.automation().get("/projects?externalId=" + externalId))
                .json()
                .path("items"));
    }
}
