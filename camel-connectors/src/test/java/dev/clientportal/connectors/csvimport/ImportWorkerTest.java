package dev.clientportal.connectors.csvimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientportal.connectors.csvimport.Import.State;
import dev.clientportal.connectors.door.ProblemException;
import dev.clientportal.connectors.jobs.Command;
import dev.clientportal.connectors.jobs.Job;
import dev.clientportal.connectors.upstream.Away;
import dev.clientportal.connectors.upstream.Trace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    private static final String UPLOAD = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String COMMIT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @TempDir
    private Path data;

    private TestImports imports;
    private ImportStore store;
    private ImportWorker worker;

    @BeforeEach
    void open() {
        imports = new TestImports(data);
        store = imports.store;
        worker = imports.worker(imports.known);
    }

    @AfterEach
    void close() {
        imports.close();
    }

    @Test
    void fileIsPlannedThenCheckedThenFilledInItsOrder() throws Exception {
        Import sent = imports.upload(TestImports.rows(1000), false);
        worker.work();
        Import planned = imports.find(sent);
        assertThat(planned.state()).isEqualTo(State.PLANNED);
        assertThat(planned.totalRows()).isEqualTo(1000);
        assertThat(imports.toFeed).isEmpty();

        commit(planned);
        Import done = imports.find(sent);
        assertThat(done.state()).isEqualTo(State.COMMITTED);
        Job job = imports.jobs.find("firm", done.jobId()).orElseThrow();
        assertThat(job.total()).isEqualTo(1000);
        assertThat(job.state()).isEqualTo(Job.State.RUNNING);
        assertThat(imports.toFeed).containsExactly(job.id());
        assertThat(imports.commands.list(job.id(), null, 0, 2000))
                .extracting(Command::externalId)
                .containsExactlyElementsOf(
                        IntStream.range(0, 1000).mapToObj(i -> "P" + i).toList());
    }

    @Test
    @Tag("S15")
    void workBelongsToTheTraceOfTheUploadUntilItIsCommittedByAnotherCall() throws Exception {
        Trace.goOn(UPLOAD);
        Import atOnce = imports.upload(TestImports.rows(1), true);
        Import waits = imports.upload(TestImports.rows(1), false);
        Trace.goOn(null);
        List<String> planning = new ArrayList<>();
        ImportWorker tells = imports.worker((realm, projects) -> {
            planning.add(Trace.traceparent());
            return imports.known.lookUp(realm, projects);
        });
        for (int step = 0; step < 4; step++) tells.work();
        assertThat(planning).hasSizeGreaterThan(2).containsOnly(UPLOAD);
        assertThat(traces(atOnce)).containsExactly(UPLOAD);

        Trace.goOn(COMMIT);
        store.commit(waits.id(), imports.find(waits).planHash());
        Trace.goOn(null);
        for (int step = 0; step < 2; step++) tells.work();
        assertThat(traces(waits)).containsExactly(COMMIT);
    }

    private List<String> traces(Import done) {
        return imports.commands.list(imports.find(done).jobId(), null, 0, 100).stream()
                .map(Command::trace)
                .toList();
    }

    @Test
    void whatADeadNodeBeganToFillIsFilledAgainFromTheStart() throws Exception {
        Import sent = imports.upload(TestImports.rows(10), true);
        worker.work();
        worker.work();
        Import filled = imports.find(sent);
        assertThat(filled.state()).isEqualTo(State.FILLING);
        imports.filling.add(
                filled.jobId(),
                "firm",
                0,
                List.of(CsvFiles.projects(TestImports.HEADER + "1,Elm,OTHER,Tax,a@x.ee\n")
                        .get(0)
                        .project()));

        worker.work();
        assertThat(imports.commands.list(filled.jobId(), null, 0, 100))
                .extracting(Command::externalId)
                .hasSize(10)
                .doesNotContain("OTHER");
    }

    @Test
    void nodeThatDiesWhilePlanningLeavesItToAnotherOne() throws Exception {
        Import sent = imports.upload(TestImports.rows(10), false);
        assertThat(store.claim()).isPresent();
        worker.work();
        assertThat(imports.find(sent).state()).isEqualTo(State.PLANNING);

        imports.clock.pass(31_000);
        worker.work();
        assertThat(imports.find(sent).state()).isEqualTo(State.PLANNED);
    }

    @Test
    void keycloakThatIsAwayIsAskedAgain() throws Exception {
        Import sent = imports.upload(TestImports.rows(10), false);
        imports.worker((realm, projects) -> {
                    throw Away.unreachable("keycloak");
                })
                .work();
        assertThat(imports.find(sent).state()).isEqualTo(State.PLANNING);
        imports.clock.pass(6_000);
        worker.work();
        assertThat(imports.find(sent).state()).isEqualTo(State.PLANNED);
    }

    @Test
    void planThatHoldsNoLongerIsNotCarriedOut() throws Exception {
        Import sent = imports.upload(TestImports.rows(10), false);
        worker.work();
        Import planned = imports.find(sent);
        assertThat(store.commit(sent.id(), "another")).isFalse();
        imports.known.company("id:1").contact("id:1", "a1@x.ee", "ENABLED", true, true);
        commit(planned);

        Import now = imports.find(sent);
        assertThat(now.state()).isEqualTo(State.PLANNED);
        assertThat(now.jobId()).isNull();
        assertThat(now.planHash()).isNotEqualTo(planned.planHash());
    }

    @Test
    void projectsWithErrorsAreLeftOutAndComeBackInTheErrorFile() throws Exception {
        String bad = "1,Elm,P1,Tax,nobody,more\r\n";
        Import sent = imports.upload(
                TestImports.HEADER.replace("\n", ",x\n") + "1,Elm,P0,Tax,a@x.ee,\n" + bad
                        + "1,Elm,P1,Tax,=b@x.ee,\n9,,P2,Tax,c@x.ee,\n1,Elm,P3,Tax,d@x.ee,\n",
                true);
        worker.work();
        worker.work();
        worker.work();
        Import done = imports.find(sent);
        List<Command> written = imports.commands.list(done.jobId(), null, 0, 10);
        assertThat(written).extracting(Command::externalId).containsExactly("P0", "P3");
        imports.commands.fail(written.get(1), "urn:refused", "Somebody else has this id.");

        String errors = errorFile(done);
        assertThat(errors)
                .isEqualTo(CsvLines.MARK + "company_id,company_name,project_id,project_name,email,x,error\r\n"
                        + "1,Elm,P1,Tax,nobody,more,\"email: Is not an e-mail address. Write the address alone, as"
                        + " name@example.com.\"\r\n"
                        + "1,Elm,P1,Tax,'=b@x.ee,,\r\n"
                        + "9,,P2,Tax,c@x.ee,,\"company_name: There is no company “9” yet, and the project gives no name for it."
                        + " Write its name, or correct the company.\"\r\n"
                        + "1,Elm,P3,Tax,d@x.ee,,Somebody else has this id.\r\n");
        List<PlannedProject> again = CsvFiles.projects(errors.replace("nobody", "somebody@x.ee"));
        assertThat(again)
                .extracting(project -> project.rows().first().get(Column.PROJECT_ID))
                .containsExactly("P1", "P2", "P3");
        assertThat(again.get(0).project().contacts()).hasSize(2);
    }

    @Test
    void fileThatCannotBeReadToItsEndIsNotDoneByHalf() throws Exception {
        Import sent = imports.upload(TestImports.rows(300) + "1,Elm,\"P,Tax,a@x.ee\n", true);
        worker.work();
        Import refused = imports.find(sent);
        assertThat(refused.state()).isEqualTo(State.UNREADABLE);
        assertThat(refused.problem()).contains("302");
        assertThat(refused.jobId()).isNull();
    }

    @Test
    void cancelledImportIsNotPlannedToItsEnd() throws Exception {
        Import sent = imports.upload(TestImports.rows(1000), false);
        imports.worker((realm, projects) -> {
                    imports.clock.pass(2_000);
                    store.cancel(imports.find(sent));
                    return imports.known.lookUp(realm, projects);
                })
                .work();
        assertThat(imports.find(sent).state()).isEqualTo(State.CANCELLED);
    }

    @Test
    @Tag("S20")
    void fileThatIsTooLargeOrBreaksOffLeavesNothing() {
        Import begun = imports.begun(false);
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
        byte[] file = TestImports.rows(30_000).getBytes(StandardCharsets.UTF_8);
        Import sent = imports.begun(false);
        new Uploads(store, file.length).take(sent, new ByteArrayInputStream(file));
        assertThat(new StoredFile(store, sent.id()).readAllBytes()).isEqualTo(file);
    }

    @Test
    void oldFilesAreForgotten() throws Exception {
        Import sent = imports.upload(TestImports.rows(1), false);
        worker.work();
        store.begin(imports.begun(false));
        imports.clock.pass(3_700_000);
        assertThat(store.purge(0, imports.clock.millis() - 3_600_000)).isEqualTo(1);
        assertThat(store.purge(imports.clock.millis(), 0)).isEqualTo(1);
        assertThat(store.find("firm", sent.id())).isEmpty();
    }

    private String errorFile(Import one) throws IOException {
        try (ErrorFile errors = imports.files.errors(one)) {
            return new String(errors.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void commit(Import planned) {
        assertThat(store.commit(planned.id(), planned.planHash())).isTrue();
        worker.work();
        worker.work();
    }
}
