package dev.clientportal.e2e.compose;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.ContainerEngine;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.Mailbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.testcontainers.utility.DockerImageName;

/**
 * What {@code docker-compose.yml} starts, with the jars of this build, on free ports, with secrets and data of its own that
 * go with it. Starting it aborts the test, with the reason, where that cannot be.
 */
final class ComposeStack implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(8);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int keycloakPort = ContainerEngine.freePort();
    private final int portalPort = ContainerEngine.freePort();
    private final int connectorsPort = ContainerEngine.freePort();
    private final int mailPort = ContainerEngine.freePort();
    private final Path secrets = Path.of("target", "compose-secrets").toAbsolutePath();
    private final Http asker = new Http();
    private ComposeCommand compose;

    static ComposeStack start() {
        assumeTrue(System.getenv("CI") == null, "Not run: it takes minutes, and a CI has better to do");
        ComposeFile file = ComposeFile.read();
        Map<String, String> built = new HashMap<>(new Dockerfile().baseImages());
        built.remove(Dockerfile.SOURCE);
        Stream<String> others =
                file.services().filter(service -> !service.isBuiltHere()).map(service -> service.text("image"));
        Stream.concat(others, built.values().stream().distinct())
                .map(DockerImageName::parse)
                .forEach(ContainerEngine::take);
        assumeTrue(ContainerEngine.isOnThisMachine(), "Not run: the containers' ports are on another machine");
        ComposeStack stack = new ComposeStack();
        try {
            stack.up();
            return stack;
        } catch (RuntimeException | Error e) {
            stack.close();
            throw e;
        }
    }

    private void up() {
        compose = ComposeCommand.of(
                "client-portal-test",
                Map.of(
                        "CLIENT_PORTAL_JARS",
                        "target",
                        "CLIENT_PORTAL_TAG",
                        "test",
                        "CLIENT_PORTAL_SECRETS",
                        secrets.toString(),
                        "KEYCLOAK_PORT",
                        Integer.toString(keycloakPort),
                        "PORTAL_PORT",
                        Integer.toString(portalPort),
                        "CONNECTORS_PORT",
                        Integer.toString(connectorsPort),
                        "MAIL_PORT",
                        Integer.toString(mailPort),
                        // For engines whose default is the builder of before.
                        "DOCKER_BUILDKIT",
                        "1",
                        "COMPOSE_DOCKER_CLI_BUILD",
                        "1"));
        makeSecrets(secrets);
        compose.run("down", "--volumes", "--remove-orphans");
        compose.run("up", "--build", "--detach");
        awaitAnswer(portalUrl(), 303);
        awaitAnswer(connectorsUrl() + "/me", 401);
    }

    private void awaitAnswer(String address, int status) {
        await(address)
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofSeconds(2))
                .ignoreExceptions()
                .until(() -> asker.get(address).status() == status);
    }

    private static void makeSecrets(Path folder) {
        ComposeCommand.call(
                List.of("sh", Repository.file("docker/make-secrets.sh").toString(), folder.toString()), Map.of());
    }

    /** The demo firm's portal. */
    String portalUrl() {
        return "http://localhost:" + portalPort + "/f/portal.northwind.example/";
    }

    String realmUrl() {
        return "http://localhost:" + keycloakPort + "/realms/northwind";
    }

    String connectorsUrl() {
        return "http://localhost:" + connectorsPort + "/v1/northwind";
    }

    String secret(String name) {
        try {
            return Files.readString(secrets.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first link of the newest mail that was caught for this address; waits for the mail. */
    String link(String address) {
        JsonNode mail = await("a mail to " + address)
                .atMost(PATIENCE)
                .until(
                        () -> caught("search?query=" + encoded("to:\"" + address + "\"")),
                        found -> found.path("messages").has(0))
                .path("messages")
                .path(0);
        return Mailbox.link(
                caught("message/" + mail.path("ID").asText()).path("Text").asText());
    }

    private JsonNode caught(String path) {
        return asker.get("http://localhost:" + mailPort + "/api/v1/" + path).json();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        if (compose != null) compose.run("down", "--volumes", "--remove-orphans");
    }
}
