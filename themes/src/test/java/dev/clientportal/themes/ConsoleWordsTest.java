package dev.clientportal.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console says in the admin's language what the server says in English. */
class ConsoleWordsTest {
    private static final Path PARTS = Path.of("src/main/console/src/parts");
    private static final Path STAFF_REST = Path.of("../docs/openapi/client-portal-admin.yaml");
    private static final Path CONNECTORS = Path.of("../camel-connectors/src/main/java/dev/clientportal/connectors");
    private static final Path EXTENSION = Path.of("../keycloak-extension/src/main/java/dev/clientportal/keycloak");

    @Test
    void everyFindingHasWordsInAllLanguages() throws IOException {
        List<String> codes = enumOf("Finding", "code");
        Map<String, String> words = words("findingWords.ts", "(\\w+): \\{\\s*text: \"(\\w+)\"");

        assertThat(codes).hasSizeGreaterThan(30);
        assertThat(words).containsOnlyKeys(codes);
        words.values().forEach(ConsoleWordsTest::assertSpoken);
    }

    @Test
    void everyProblemHasWordsInAllLanguages() throws IOException {
        List<String> ofStaffRest = enumOf("Problem", "type").stream()
                .map(type -> type.replace("urn:client-portal:problem:", ""))
                .toList();
        List<String> ofConnectors = all("(?m)^    ([A-Z_]+)\\(\\d", CONNECTORS.resolve("door/Problem.java")).stream()
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        Map<String, String> words = words("problemWords.ts", "\"?([\\w-]+)\"?: \"(clientPortalAdmin\\w+)\"");

        assertThat(ofStaffRest).hasSizeGreaterThan(30);
        assertThat(ofConnectors).hasSizeGreaterThan(10);
        assertThat(words).containsKeys(ofStaffRest.toArray(String[]::new));
        assertThat(words).containsKeys(ofConnectors.toArray(String[]::new));
        words.values().forEach(ConsoleWordsTest::assertSpoken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SendFailure", "MailRenderer", "MailLane"})
    void everySentenceOfTheLedgerHasWordsInAllLanguages(String source) throws IOException {
        List<String> sentences = all("\"(The mail [^\"]*\\.)\"", EXTENSION.resolve("mail/" + source + ".java"));
        Map<String, String> words = words("mailReasons.ts", "\"([^\"]+)\": \"(clientPortalAdmin\\w+)\"");

        assertThat(sentences).isNotEmpty();
        assertThat(words).containsKeys(sentences.toArray(String[]::new));
        words.values().forEach(ConsoleWordsTest::assertSpoken);
    }

    private static void assertSpoken(String key) {
        for (String language : Theme.LANGUAGES) {
            assertThat(Theme.admin().messages(language).getProperty(key))
                    .as("%s in %s", key, language)
                    .isNotBlank();
        }
    }

    /** What a property of a schema may be. */
    private static List<String> enumOf(String schema, String property) throws IOException {
        Matcher found = Pattern.compile("\n    " + schema + ":\n(?:      .*\n)*?        " + property
                        + ":\n(?:          [^-].*\n)*?          enum:\n((?:          - .*\n)+)")
                .matcher(Files.readString(STAFF_REST));
        assertThat(found.find()).as("values of %s in %s", property, schema).isTrue();
        return found.group(1).lines().map(line -> line.replaceFirst(" *- ", "")).toList();
    }

    private static Map<String, String> words(String file, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(PARTS.resolve(file)))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
    }

    private static List<String> all(String pattern, Path file) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
