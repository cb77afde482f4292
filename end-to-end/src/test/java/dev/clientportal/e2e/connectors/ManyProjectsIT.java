package dev.clientportal.e2e.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.OwnStack;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.Stack;
import dev.clientportal.stack.ReceivedMail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A whole firm in one file, with the connectors killed twice while they work on it. */
@Tag("D1")
@Tag("D2")
@Tag("D3")
@Tag("D5")
class ManyProjectsIT {
    @Order(1)
    @RegisterExtension
    static final OwnStack STACK = OwnStack.toBreakWithPortal();

    @Order(2)
    @RegisterExtension
    static final LandsInPortal FIRM = new LandsInPortal();

    private static final int PROJECTS = 1000;
    private static final int CONTACTS = 3;
    private static final int BAD = 10;

    private final String id = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void thousandProjectsAndThreeThousandContactsAreThereOnceAfterTwoCrashesAndACorrection() {
        String file = file();
        JsonNode planned = Imports.planned(file);
        assertThat(planned.at("/plan/rows").asInt()).isEqualTo(PROJECTS * CONTACTS);
        assertThat(planned.at("/plan/projects").toString()).isEqualTo("{\"create\":990,\"there\":0,\"withErrors\":10}");
        assertThat(planned.at("/plan/contacts/create").asInt()).isEqualTo((PROJECTS - BAD) * CONTACTS);
        assertThat(planned.at("/plan/mails/invitations").asInt()).isEqualTo((PROJECTS - BAD) * CONTACTS);

        // Nobody reads its answer: the connectors die before.
        CompletableFuture<Answer> unanswered = CompletableFuture.supplyAsync(() -> Imports.commit(planned));
        Imports.until(planned, now -> !now.path("state").asText().equals("planned"));
        kill();
        assertThat(unanswered).isCompletedExceptionally();
        Imports.until(planned, now -> now.at("/job/done").asInt() > 100);
        kill();
        JsonNode done = Imports.rested(planned);
        assertThat(done.at("/job/done").asInt()).as(done.toString()).isEqualTo(PROJECTS - BAD);
        assertThat(done.at("/job/failed").asInt() + done.at("/job/setAside").asInt())
                .isZero();
        assertThere(PROJECTS - BAD);

        String errors = Imports.errors(done);
        assertThat(errors.lines().count()).isEqualTo(1 + BAD * CONTACTS);
        JsonNode rest = Imports.done(Imports.planned(errors.replace(" at ", "@")));
        assertThat(rest.at("/job/done").asInt()).isEqualTo(BAD);
        assertThere(PROJECTS);

        JsonNode again = Imports.planned(file.replace(" at ", "@"));
        assertThat(again.at("/plan/projects").toString()).isEqualTo("{\"create\":0,\"there\":1000,\"withErrors\":0}");
        assertThat(again.at("/plan/contacts").toString())
                .isEqualTo("{\"create\":0,\"add\":0,\"there\":3000,\"blocked\":0}");
        assertThat(again.at("/plan/mails").toString()).isEqualTo("{\"invitations\":0,\"notices\":0}");
        assertThat(Imports.done(again).at("/job/done").asInt()).isEqualTo(PROJECTS);
        assertThere(PROJECTS);
    }

    private static void kill() {
        Stack.local().killConnectors();
        Stack.local().restartConnectors();
    }

    /** Each project once, and one mail to each contact, which is the invitation. */
    private void assertThere(int projects) {
        Map<String, Long> mails = await("mails")
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofSeconds(1))
                .until(this::mails, sent -> sent.size() >= projects * CONTACTS);
        assertThat(mails).hasSize(projects * CONTACTS);
        assertThat(mails.values()).containsOnly(1L);
        PortalApi api = PortalApi.automation();
        int count = 0;
        for (int company = 0; company < PROJECTS / 4; company++) {
            String alias = "c-" + id + "-" + company;
            List<JsonNode> found = Facts.list(
                    Portal.ok(api.get("/projects?company=" + alias)).json().path("items"));
            assertThat(found).extracting(one -> one.path("externalId").asText()).doesNotHaveDuplicates();
            count += found.size();
        }
        assertThat(count).isEqualTo(projects);
    }

    private Map<String, Long> mails() {
        return Stack.local().mailServer().received().stream()
                .map(ReceivedMail::recipient)
                .filter(to -> to.endsWith(id + ".example"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private String file() {
        StringBuilder file = new StringBuilder(Imports.HEADER);
        for (int project = 0; project < PROJECTS; project++) {
            for (int contact = 0; contact < CONTACTS; contact++) {
                String email = email(project, contact);
                boolean bad = project % (PROJECTS / BAD) == 50 && contact == 1;
                file.append("c-%s-%d,Company %s %d,%s,Annual report %d,%s,Kati,Kuusk,%s\n"
                        .formatted(
                                id,
                                project / 4,
                                id,
                                project / 4,
                                project(project),
                                project,
                                bad ? email.replace("@", " at ") : email,
                                contact == 0 ? "Send the bank statements" : ""));
            }
        }
        return file.toString();
    }

    private String project(int number) {
        return "p-" + id + "-" + number;
    }

    private String email(int project, int contact) {
        return "c%d.%d@%s.example".formatted(project, contact, id);
    }
}
