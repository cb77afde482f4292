package dev.clientportal.connectors.csvimport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.connectors.jobs.Command;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in a folder, and where they end. */
@Tag("D1")
@Tag("D3")
class InboxTest {
    @TempDir
    private Path data;

    private TestImports imports;
    private Inbox inbox;
    private Path folder;

    @BeforeEach
    void open() {
        imports = new TestImports(data);
        folder = data.resolve("imports");
        inbox = inbox();
        inbox.create();
    }

    private Inbox inbox() {
        return new Inbox(
                "firm",
                folder,
                new Inbox.Parts(
                        imports.uploads,
                        imports.store,
                        imports.files,
                        imports.jobs,
                        ProjectMakerTest.JSON,
                        imports.clock));
    }

    @AfterEach
    void close() {
        imports.close();
    }

    @Test
    void fileIsImportedAndMovedToDoneWhenItsJobHasEnded() throws Exception {
        inbox.take(put("a.csv", TestImports.rows(2)));
        List<Command> commands = worked();
        inbox.settle();
        assertThat(in("done")).isEmpty();

        commands.forEach(command -> imports.commands.succeed(command, "{}"));
        inbox.settle();
        assertThat(in("done")).containsExactly("a.csv");
        assertThat(in("inbox")).isEmpty();
        assertThat(in("working")).isEmpty();
    }

    @Test
    void fileWithErrorsIsMovedToFailedWithThemBesideIt() throws Exception {
        inbox.take(put("a.csv", TestImports.rows(1) + "1,Elm,P9,Tax,nobody\n"));
        worked().forEach(command -> imports.commands.succeed(command, "{}"));
        inbox.settle();
        assertThat(in("failed")).containsExactlyInAnyOrder("a.csv", "a.errors.csv");
        assertThat(Files.readString(folder.resolve("failed/a.errors.csv")))
                .contains("P9")
                .contains("Is not an e-mail address")
                .doesNotContain("P0");
    }

    @Test
    void fileThatCannotBeReadIsMovedToFailedWithTheReasonBesideIt() throws Exception {
        inbox.take(put("a.csv", "hello\n"));
        imports.worker(imports.known).work();
        inbox.settle();
        assertThat(in("failed")).containsExactlyInAnyOrder("a.csv", "a.errors.csv");
        assertThat(Files.readString(folder.resolve("failed/a.errors.csv"))).contains("There is no column project_name");
    }

    @Test
    void nameTellsTheCharset() throws Exception {
        Path file = folder.resolve("inbox/a.windows-1257.csv");
        Files.write(file, TestImports.rows(1).replace("Elm", "Jõgi").getBytes(Charset.forName("windows-1257")));
        inbox.take(file);
        assertThat(worked().get(0).body()).contains("Jõgi");
    }

    @Test
    void fileThatTwoConnectorsSeeIsImportedOnce() throws Exception {
        Path file = put("a.csv", TestImports.rows(1));
        inbox.take(file);
        inbox().take(file);
        assertThat(in("working")).hasSize(1);
        worked();
        assertThat(imports.store.claim()).isEmpty();
    }

    @Test
    void fileOfANodeThatDiedBeforeItWasStoredIsTakenAgain() throws Exception {
        Path left = folder.resolve("working/7d0bd1a1-0a3d-4c6e-9a0e-000000000000~a.csv");
        Files.writeString(left, TestImports.rows(1));
        Files.setLastModifiedTime(left, FileTime.fromMillis(imports.clock.millis()));
        inbox.settle();
        assertThat(in("inbox")).isEmpty();
        imports.clock.pass(301_000);
        inbox.settle();
        assertThat(in("inbox")).containsExactly("a.csv");
    }

    private List<Command> worked() throws IOException {
        ImportWorker worker = imports.worker(imports.known);
        for (int step = 0; step < 3; step++) worker.work();
        try (Stream<Path> working = Files.list(folder.resolve("working"))) {
            String id =
                    working.findFirst().orElseThrow().getFileName().toString().split("~")[0];
            return imports.commands.list(
                    imports.store.find("firm", id).orElseThrow().jobId(), null, 0, 100);
        }
    }

    private Path put(String name, String text) throws IOException {
        return Files.writeString(folder.resolve("inbox").resolve(name), text, StandardCharsets.UTF_8);
    }

    private List<String> in(String part) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(part))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
