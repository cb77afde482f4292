package dev.clientportal.portal.firm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.portal.PortalSettings;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeycloakAddressTest {
    private static final String PUBLIC = "https://id.example";
    private static final String INTERNAL = "http://keycloak:8080";

    @Test
    void keycloakIsAskedWhereTheApplicationReachesIt() {
        var place = new KeycloakAddress(settings(Map.of("client-portal.keycloak-internal-url", INTERNAL)));

        assertThat(place.of(PUBLIC + "/realms/a%20b?c=d")).hasToString(INTERNAL + "/realms/a%20b?c=d");
        // As Keycloak itself gives it where its back channel follows the request.
        assertThat(place.of(INTERNAL + "/realms/a")).hasToString(INTERNAL + "/realms/a");
        assertThat(place.of(PUBLIC + ".elsewhere/realms/a")).hasToString(PUBLIC + ".elsewhere/realms/a");
    }

    @Test
    void keycloakIsAskedAtItsPublicAddressWhenThereIsNoOther() {
        var place = new KeycloakAddress(settings(Map.of()));

        assertThat(place.of(PUBLIC + "/realms/a")).hasToString(PUBLIC + "/realms/a");
    }

    private static PortalSettings settings(Map<String, String> more) {
        var values = new HashMap<>(more);
        values.putAll(Map.of(
                "client-portal.url", "https://portal.example",
                "client-portal.keycloak-url", PUBLIC,
                "client-portal.storage", "files",
                "client-portal.uploads.largest-request", "1M"));
        return new SmallRyeConfigBuilder()
                .withMapping(PortalSettings.class)
                .withDefaultValues(values)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .build()
                .getConfigMapping(PortalSettings.class);
    }
}
