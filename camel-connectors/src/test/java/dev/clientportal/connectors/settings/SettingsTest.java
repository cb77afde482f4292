package dev.clientportal.connectors.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final String PREFIX = "client-portal.connectors.";

    private final Map<String, String> properties = new HashMap<>(Map.of(
            PREFIX + "realms", "northwind, southwind",
            PREFIX + "keycloak-url", "https://login.example.com",
            PREFIX + "portal-url", "https://portal.example.com",
            PREFIX + "client-secret", "secret"));
    private final Map<String, String> environment = new HashMap<>();

    private Settings read() {
        return Settings.read(properties::get, environment::get);
    }

    @Test
    void tableOfTheReadmeHasEachSettingAsItIs() throws IOException {
        String table = Settings.all().stream()
                .map(setting -> "| `" + setting.name().substring(PREFIX.length()) + "` | " + setting.help() + " | "
                        + (setting.byDefault() != null
                                ? "`" + setting.byDefault() + "`"
                                : setting.isOptional() ? "" : "**needed**")
                        + " |")
                .collect(Collectors.joining("\n"));

        assertThat(Files.readString(Path.of("README.md"))).contains(table);
    }

    @Test
    void whatIsNotGivenHasItsDefault() {
        Settings settings = read();

        assertThat(settings.get(Settings.REALMS)).containsExactly("northwind", "southwind");
        assertThat(settings.get(Settings.ANSWER_WITHIN)).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.has(Settings.DATABASE_URL)).isFalse();
        assertThat(settings.publicUrl()).isEqualTo("http://127.0.0.1:8100");
    }

    @Test
    void propertyWinsOverTheEnvironment() {
        environment.put("CLIENT_PORTAL_CONNECTORS_PORT", "1234");
        assertThat(read().get(Settings.PORT)).isEqualTo(1234);

        properties.put(PREFIX + "port", "4321");
        assertThat(read().get(Settings.PORT)).isEqualTo(4321);
    }

    @Test
    void secretCanBeInAFile(@TempDir Path folder) throws IOException {
        properties.remove(PREFIX + "client-secret");
        Path file = Files.writeString(folder.resolve("secret"), "of a file\n");
        environment.put("CLIENT_PORTAL_CONNECTORS_CLIENT_SECRET_FILE", file.toString());

        assertThat(read().get(Settings.CLIENT_SECRET)).isEqualTo("of a file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "https://*.example.com", "https://a.example/", "https://A.example", "a.example", "null"})
    void originIsNamedInFull(String origin) {
        properties.put(PREFIX + "origins", "https://login.example.com:8443, " + origin);

        assertThatThrownBy(this::read).hasMessageContaining("client-portal.connectors.origins");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndNoSecretIsSaid() {
        properties.remove(PREFIX + "realms");
        properties.put(PREFIX + "port", "70000");
        properties.put(PREFIX + "keep", "long");
        properties.put(PREFIX + "consumers", "many");

        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("is missing: client-portal.connectors.realms (CLIENT_PORTAL_CONNECTORS_REALMS)")
                .hasMessageContaining(
                        "client-portal.connectors.port (CLIENT_PORTAL_CONNECTORS_PORT): must be from 1 to 65535")
                .hasMessageContaining("client-portal.connectors.keep")
                .hasMessageContaining("client-portal.connectors.consumers")
                .message()
                .doesNotContain("secret");
    }
}
