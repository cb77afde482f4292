package dev.clientportal.e2e.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The OpenAPI file of the portal application's machine REST in the docs. */
class PortalOpenApiFileIT {
    private static final Path MADE = Path.of("../portal-app/target/openapi/openapi.yaml");
    private static final Path DOCS = Path.of("../docs/openapi/client-portal-portal.yaml");

    @Test
    void fileInTheDocsIsWhatTheClassesSay() throws IOException {
        String made = Files.readString(MADE);
        assertThat(made).contains("createProject");

        if (!Files.exists(DOCS) || !Files.readString(DOCS).equals(made)) {
            Files.writeString(DOCS, made);
            fail(DOCS + " was out of date and has been written anew: look at it and commit it");
        }
    }
}
