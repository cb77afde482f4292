package dev.clientportal.e2e.compose;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.config.Option;

/** The environment variables that each container's program reads; any other would be set in vain, and nobody would be told. */
final class KnownVariables {
    private static final Pattern OPTION = Pattern.compile("\\x01\\x00(.)([a-z][a-z-]+)(?![a-z-])", Pattern.DOTALL);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_,]+)[:}]");
    private static final Pattern SETTING = Pattern.compile("`([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)`");
    private static final Pattern DECLARED = Pattern.compile("Setting\\.\\w+\\(\\s*\"([a-z-]+)\"");
    private static final Pattern OPTIONS =
            Pattern.compile("\\*\\*Server options `--(spi-[a-z-]+--)…`\\*\\*\\n\\n((?:\\|.*\\n)+)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");
    private static final Pattern NEEDED = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|.*\\*\\*needed\\*\\*");
    private static final Pattern READ = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"");

    private KnownVariables() {}

    static Set<String> of(String service) {
        return switch (service) {
            // Looked up once in what the two images say of themselves.
            case "database" -> Set.of("POSTGRES_PASSWORD_FILE", "POSTGRES_INITDB_ARGS");
            case "mail" -> Set.of("MP_MAX_MESSAGES", "MP_SMTP_DISABLE_RDNS");
            case "keycloak" -> all(keycloaksOptions(), optionsOfTheExtension(), placeholdersOfTheRealm());
            case "portal" -> settingsIn("portal-app/README.md");
            case "demo" ->
                found(READ, "local-stack/src/main/java/dev/clientportal/stack/DemoData.java")
                        .map(name -> name.group(1))
                        .collect(Collectors.toSet());
            case "connectors" -> settingsOfTheConnectors();
            default -> Set.of();
        };
    }

    /**
     * Read out of the class files that declare them: to run these takes half of the server. A text there stands behind its
     * length.
     */
    private static Stream<String> keycloaksOptions() {
        return Stream.of("BootstrapAdmin", "Database", "HostnameV2", "Http")
                .map(group -> "/org/keycloak/config/" + group + "Options.class")
                .flatMap(KnownVariables::textsOfClass)
                .map(key -> variable("kc." + key));
    }

    private static Stream<String> textsOfClass(String file) {
        try (InputStream content = Option.class.getResourceAsStream(file)) {
            String code = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
            return OPTION.matcher(code)
                    .results()
                    .filter(text -> text.group(1).charAt(0) == text.group(2).length())
                    .map(text -> text.group(2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of its README: a test keeps the tables as the code declares them. */
    private static Stream<String> optionsOfTheExtension() {
        return found(OPTIONS, "keycloak-extension/README.md").flatMap(table -> ROW.matcher(table.group(2))
                .results()
                .map(row -> variable("kc." + table.group(1) + row.group(1))));
    }

    private static Stream<String> placeholdersOfTheRealm() {
        return found(PLACEHOLDER, "realm-config/src/main/resources/client-portal/realms/northwind-realm.json")
                .flatMap(placeholder -> Arrays.stream(placeholder.group(1).split(",")));
    }

    /** Of a README whose tables name every setting. */
    private static Set<String> settingsIn(String readme) {
        return found(SETTING, readme).map(setting -> variable(setting.group(1))).collect(Collectors.toSet());
    }

    static Set<String> neededByConnectors() {
        return found(NEEDED, "camel-connectors/README.md")
                .map(setting -> variable("client-portal.connectors." + setting.group(1)))
                .collect(Collectors.toSet());
    }

    private static Set<String> settingsOfTheConnectors() {
        return found(DECLARED, "camel-connectors/src/main/java/dev/clientportal/connectors/settings/Settings.java")
                .map(setting -> variable("client-portal.connectors." + setting.group(1)))
                .collect(Collectors.toSet());
    }

    private static Stream<MatchResult> found(Pattern pattern, String file) {
        return pattern.matcher(Repository.text(file)).results();
    }

    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    @SafeVarargs
    private static Set<String> all(Stream<String>... names) {
        return Stream.of(names).flatMap(each -> each).collect(Collectors.toSet());
    }
}
