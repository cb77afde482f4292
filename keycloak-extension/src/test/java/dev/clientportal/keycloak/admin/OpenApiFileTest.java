package dev.clientportal.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OpenApiFileTest {
    private static final Path FILE = Path.of("..", "docs", "openapi", "client-portal-admin.yaml");

    @Test
    void fileInTheDocsIsWhatTheClassesSay() throws IOException {
        String made = OpenApiFile.yaml();
        String kept = Files.exists(FILE) ? Files.readString(FILE) : "";
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, made);

        assertThat(made)
                .as("%s was out of date and has been written anew: look at it and commit it", FILE)
                .isEqualTo(kept);
    }

    @Test
    void everyOperationIsDescribed() {
        String made = OpenApiFile.yaml();

        assertThat(made)
                .contains("/admin/realms/{realm}/client-portal/companies/{company}/contacts/{user}/invitations:");
        assertThat(made.lines().filter(line -> line.strip().startsWith("operationId:")))
                .doesNotHaveDuplicates()
                .hasSameSizeAs(made.lines()
                        .filter(line -> line.strip().startsWith("summary:"))
                        .toList());
    }
}
