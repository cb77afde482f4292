package dev.clientportal.connectors.csvimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientportal.connectors.csvimport.Import.State;
import dev.clientportal.connectors.door.ProblemException;
import dev.clientportal.connectors.jobs.Command;
import dev.clientportal.connectors.jobs.CommandStore;
import dev.clientportal.connectors.jobs.Filling;
import dev.clientportal.connectors.jobs.Job;
import dev.clientportal.connectors.jobs.JobStore;
import dev.clientportal.connectors.project.ProjectReader;
import dev.clientportal.connectors.settings.Settings;
import dev.clientportal.connectors.storage.Database;
import dev.clientportal.connectors.upstream.Away;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports in a real database; what is there already is told by the test. */
@Tag("D2")
@Tag("D3")
@Tag("D5")
class ImportWorkerTest {
    private static final String HEADER = "company_id,company_name,project_id,project_name,email\n";

    @TempDir
    private Path data;

    private final KnownPeople known = new KnownPeople();
    private final Later clock = new Later();
    private Database database;
    private ImportStore store;
    private ImportFiles files;
    private JobStore jobs;
    private CommandStore commands;
    private Filling filling;
    private ImportWorker worker;

    @BeforeEach
    void open() {
        database = new Database(settings());
        store = new ImportStore(database.jdbi(), clock);
        jobs = new JobStore(database.jdbi(), clock);
        commands = new CommandStore(database.jdbi(), clock, jobs, new ProjectReader(ProjectMakerTest.JSON));
        files = new ImportFiles(store, commands, ProjectMakerTest.JSON, 1_000_000);
        filling = new Filling(database.jdbi(), clock, jobs, commands);
        worker = worker(known);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void fileIsPlannedThenCheckedThenFilledInItsOrder() throws Exception {
        Import sent = upload(rows(1000), false);
        worker.work();
        Import planned = find(sent);
        assertThat(planned.state()).isEqualTo(State.PLANNED);
        assertThat(planned.totalRows()).isEqualTo(1000);

        commit(planned);
        Import done = find(sent);
        assertThat(done.state()).isEqualTo(State.COMMITTED);
        Job job = jobs.find("firm", done.jobId()).orElseThrow();
        assertThat(job.total()).isEqualTo(1000);
        assertThat(job.state()).isEqualTo(Job.State.RUNNING);
        assertThat(commands.list(job.id(), null, 0, 2000))
                .extracting(Command::externalId)
                .containsExactlyElementsOf(
                        IntStream.range(0, 1000).mapToObj(i -> "P" + i).toList());
    }

    @Test
    void whatADeadNodeBeganToFillIsFilledAgainFromTheStart() throws Exception {
        Import sent = upload(rows(10), true);
        worker.work();
        worker.work();
        Import filled = find(sent);
        assertThat(filled.state()).isEqualTo(State.FILLING);
        filling.add(
                filled.jobId(),
                "firm",
                0,
                List.of(Files.projects(HEADER + "1,Elm,OTHER,Tax,a@x.ee\n")
                        .get(0)
                        .project()));

        worker.work();
        assertThat(commands.list(filled.jobId(), null, 0, 100))
                .extracting(Command::externalId)
                .hasSize(10)
                .doesNotContain("OTHER");
    }

    @Test
    void nodeThatDiesWhilePlanningLeavesItToAnotherOne() throws Exception {
        Import sent = upload(rows(10), false);
        assertThat(store.claim()).isPresent();
        worker.work();
        assertThat(find(sent).state()).isEqualTo(State.PLANNING);

        clock.pass(31_000);
        worker.work();
        assertThat(find(sent).state()).isEqualTo(State.PLANNED);
    }

    @Test
    void keycloakThatIsAwayIsAskedAgain() throws Exception {
        Import sent = upload(rows(10), false);
        worker((realm, projects) -> {
                    throw Away.unreachable("keycloak");
                })
                .work();
        assertThat(find(sent).state()).isEqualTo(State.PLANNING);
        clock.pass(6_000);
        worker.work();
        assertThat(find(sent).state()).isEqualTo(State.PLANNED);
    }

    @Test
    void planThatHoldsNoLongerIsNotCarriedOut() throws Exception {
        Import sent = upload(rows(10), false);
        worker.work();
        Import planned = find(sent);
        assertThat(store.commit(sent.id(), "another")).isFalse();
        known.company("id:1").contact("id:1", "a1@x.ee", "ENABLED", true, true);
        commit(planned);

        Import now = find(sent);
        assertThat(now.state()).isEqualTo(State.PLANNED);
        assertThat(now.jobId()).isNull();
        assertThat(now.planHash()).isNotEqualTo(planned.planHash());
    }

    @Test
    void projectsWithErrorsAreLeftOutAndComeBackInTheErrorFile() throws Exception {
        String bad = "1,Elm,P1,Tax,nobody,more\r\n";
        Import sent = upload(
                HEADER.replace("\n", ",x\n") + "1,Elm,P0,Tax,a@x.ee,\n" + bad
                        + "1,Elm,P1,Tax,=b@x.ee,\n9,,P2,Tax,c@x.ee,\n1,Elm,P3,Tax,d@x.ee,\n",
                true);
        worker.work();
        worker.work();
        worker.work();
        Import done = find(sent);
        List<Command> written = commands.list(done.jobId(), null, 0, 10);
        assertThat(written).extracting(Command::externalId).containsExactly("P0", "P3");
        commands.fail(written.get(1), "urn:refused", "Somebody else has this id.");

        String errors = errorFile(done);
        assertThat(errors)
                .isEqualTo(CsvLines.MARK + "company_id,company_name,project_id,project_name,email,x,error\r\n"
                        + "1,Elm,P1,Tax,nobody,more,\"email: Is not an e-mail address. Write the address alone, as"
                        + " name@example.com.\"\r\n"
                        + "1,Elm,P1,Tax,'=b@x.ee,,\r\n"
                        + "9,,P2,Tax,c@x.ee,,\"company_name: There is no company “9” yet, and the project gives no name for it."
                        + " Write its name, or correct the company.\"\r\n"
                        + "1,Elm,P3,Tax,d@x.ee,,Somebody else has this id.\r\n");
        List<PlannedProject> again = Files.projects(errors.replace("nobody", "somebody@x.ee"));
        assertThat(again)
                .extracting(project -> project.rows().first().get(Column.PROJECT_ID))
                .containsExactly("P1", "P2", "P3");
        assertThat(again.get(0).project().contacts()).hasSize(2);
    }

    @Test
    void fileThatCannotBeReadToItsEndIsNotDoneByHalf() throws Exception {
        Import sent = upload(rows(300) + "1,Elm,\"P,Tax,a@x.ee\n", true);
        worker.work();
        Import refused = find(sent);
        assertThat(refused.state()).isEqualTo(State.UNREADABLE);
        assertThat(refused.problem()).contains("302");
        assertThat(refused.jobId()).isNull();
    }

    @Test
    void cancelledImportIsNotPlannedToItsEnd() throws Exception {
        Import sent = upload(rows(1000), false);
        worker((realm, projects) -> {
                    clock.pass(2_000);
                    store.cancel(find(sent));
                    return known.lookUp(realm, projects);
                })
                .work();
        assertThat(find(sent).state()).isEqualTo(State.CANCELLED);
    }

    @Test
    @Tag("S20")
    void fileThatIsTooLargeOrBreaksOffLeavesNothing() {
        Import begun = begun(false);
        assertThatThrownBy(() -> new Uploads(store, 1000).take(begun, new ByteArrayInputStream(new byte[1001])))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("1000 bytes");
        assertThat(store.find("firm", begun.id())).isEmpty();

        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatThrownBy(() -> new Uploads(store, 1000).take(begun, broken)).isInstanceOf(ProblemException.class);
        assertThat(store.find("firm", begun.id())).isEmpty();
    }

    @Test
    void fileOfManyChunksIsReadAsItWas() throws Exception {
        byte[] file = rows(30_000).getBytes(StandardCharsets.UTF_8);
        Import sent = begun(false);
        new Uploads(store, file.length).take(sent, new ByteArrayInputStream(file));
        assertThat(new StoredFile(store, sent.id()).readAllBytes()).isEqualTo(file);
    }

    @Test
    void oldFilesAreForgotten() throws Exception {
        Import sent = upload(rows(1), false);
        worker.work();
        store.begin(begun(false));
        clock.pass(3_700_000);
        assertThat(store.purge(0, clock.millis() - 3_600_000)).isEqualTo(1);
        assertThat(store.purge(clock.millis(), 0)).isEqualTo(1);
        assertThat(store.find("firm", sent.id())).isEmpty();
    }

    private String errorFile(Import one) throws IOException {
        try (ErrorFile errors = files.errors(one)) {
            return new String(errors.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void commit(Import planned) {
        assertThat(store.commit(planned.id(), planned.planHash())).isTrue();
        worker.work();
        worker.work();
    }

    private Import find(Import one) {
        return store.find("firm", one.id()).orElseThrow();
    }

    private Import upload(String text, boolean atOnce) {
        Import begun = begun(atOnce);
        new Uploads(store, 10_000_000).take(begun, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return begun;
    }

    private Import begun(boolean atOnce) {
        return new Import(
                UUID.randomUUID().toString(),
                "firm",
                "automation",
                "a.csv",
                null,
                null,
                atOnce,
                State.UPLOADING,
                0,
                null,
                0,
                0,
                null,
                null,
                null,
                null,
                0,
                clock.millis());
    }

    private ImportWorker worker(Directory directory) {
        return new ImportWorker(store, files, directory, filling, ProjectMakerTest.JSON, clock);
    }

    private static String rows(int count) {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < count; i++) rows.append("1,Elm,P%d,Tax,a%d@x.ee\n".formatted(i, i));
        return rows.toString();
    }

    private Settings settings() {
        Map<String, String> given = Map.of(
                "client-portal.connectors.realms", "firm",
                "client-portal.connectors.keycloak-url", "http://localhost",
                "client-portal.connectors.portal-url", "http://localhost",
                "client-portal.connectors.client-secret", "secret",
                "client-portal.connectors.data", data.toString());
        return Settings.read(given::get, none -> null);
    }

    /** A clock that a test moves. */
    private static final class Later extends Clock {
        private long millis = 1_800_000_000_000L;

        void pass(long some) {
            millis += some;
        }

        @Override
        public long millis() {
            return millis;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
