package dev.clientportal.e2e.compose;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code docker compose}, or {@code docker-compose} where that is what is there, for one project. */
final class ComposeCommand {
    private static final Path LOG = Path.of("target", "compose.log");
    private static final int LIMIT_MINUTES = 15;

    private final List<String> command;
    private final Map<String, String> environment;

    private ComposeCommand(List<String> command, Map<String, String> environment) {
        this.command = command;
        this.environment = environment;
    }

    /** Aborts the test where there is neither. */
    static ComposeCommand of(String project, Map<String, String> environment) {
        List<String> tool = Stream.of(List.of("docker", "compose"), List.of("docker-compose"))
                .filter(ComposeCommand::isThere)
                .findFirst()
                .orElseGet(() -> abort("Not run: there is neither docker compose nor docker-compose"));
        List<String> command = new ArrayList<>(tool);
        command.addAll(List.of(
                "--project-name",
                project,
                "--file",
                Repository.file(ComposeFile.NAME).toString()));
        return new ComposeCommand(command, environment);
    }

    /** Its output is in the log. */
    void run(String... arguments) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        call(all, environment);
    }

    /** Any program, whose output is in the log as well. */
    static void call(List<String> command, Map<String, String> environment) {
        try {
            Files.createDirectories(LOG.getParent());
            int exitCode = exitCode(command, environment, ProcessBuilder.Redirect.appendTo(LOG.toFile()));
            if (exitCode != 0) {
                throw new AssertionError("%s ends with %d: see %s".formatted(command, exitCode, LOG.toAbsolutePath()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isThere(List<String> tool) {
        List<String> version = new ArrayList<>(tool);
        version.add("version");
        try {
            return exitCode(version, Map.of(), ProcessBuilder.Redirect.DISCARD) == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static int exitCode(List<String> command, Map<String, String> environment, ProcessBuilder.Redirect output)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) return process.exitValue();
            process.destroy();
            throw new AssertionError(command + " does not end");
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
