package dev.clientportal.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the console's pages are built of. */
class ConsolePackagesTest {
    private static final Path CONSOLE = Path.of("src/main/console");

    @Test
    void partsOfTheConsoleAreThoseOfTheServer() throws IOException {
        String server = all("<keycloak\\.server\\.version>([^<]+)<", Path.of("../pom.xml"))
                .get(0);

        assertThat(all("\"@keycloak/[\\w-]+\": \"([^\"]+)\"", CONSOLE.resolve("package.json")))
                .hasSize(3)
                .containsOnly(server);
    }

    @Test
    void packagesAreLockedAndComeFromWhateverRegistryIsSet() throws IOException {
        String lock = Files.readString(CONSOLE.resolve("package-lock.json"));

        assertThat(lock).contains("\"integrity\"").doesNotContain("\"resolved\"", "https://registry");
    }

    private static List<String> all(String pattern, Path file) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
