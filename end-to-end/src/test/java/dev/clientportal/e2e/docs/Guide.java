package dev.clientportal.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.e2e.Documentation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shell commands of a guide, run as a reader would: one after the other, in one shell. */
final class Guide {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh$\n(.*?)^```$");

    /** Ends at the first command that fails, and takes every answer from 400 on for a failure. */
    private static final String STRICT = """
            set -euo pipefail
            curl() { command curl -f -w '%{stderr}%{http_code} %{method} %{url_effective}\\n' "$@"; }
            """;

    private static final int PATIENCE = 60;

    private final String commands;

    private Guide(String commands) {
        this.commands = commands;
    }

    static Guide named(String name) {
        String text = Documentation.text("guide-" + name + ".md");
        StringBuilder commands = new StringBuilder();
        Matcher blocks = BLOCK.matcher(text);
        while (blocks.find()) commands.append(blocks.group(1));
        assertThat(commands).as(name).contains("curl");
        return new Guide(commands.toString());
    }

    /** Puts in what the guide leaves to its reader. */
    Guide with(String blank, String filled) {
        assertThat(commands).contains(blank);
        return new Guide(commands.replaceFirst(Pattern.quote(blank), Matcher.quoteReplacement(filled)));
    }

    /** Returns what the commands print; the files that they write are in the directory. */
    String run(Path directory, Map<String, String> variables) throws IOException, InterruptedException {
        Path out = Files.createTempFile(directory, "out", ".txt");
        Path errors = Files.createTempFile(directory, "errors", ".txt");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", STRICT + commands)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(variables);
        Process shell = builder.start();
        if (!shell.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            shell.destroyForcibly();
            throw new AssertionError("The commands do not end: " + Files.readString(errors));
        }
        assertThat(shell.exitValue())
                .as("%s%n%s", Files.readString(errors), Files.readString(out))
                .isZero();
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
