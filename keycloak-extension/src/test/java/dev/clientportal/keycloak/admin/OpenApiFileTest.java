package dev.clientportal.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenApiFileTest {
    @ParameterizedTest
    @EnumSource
    void fileInTheDocsIsWhatTheClassesSay(RestSurface surface) throws IOException {
        Path file = Path.of("..", "docs", "openapi", surface.file());
        String made = OpenApiFile.yaml(surface);
        String kept = Files.exists(file) ? Files.readString(file) : "";
        Files.createDirectories(file.getParent());
        Files.writeString(file, made);

        assertThat(made)
                .as("%s was out of date and has been written anew: look at it and commit it", file)
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @EnumSource
    void everyOperationIsDescribed(RestSurface surface) {
        String made = OpenApiFile.yaml(surface);

        assertThat(made).contains(surface.example() + ":");
        assertThat(made.lines().filter(line -> line.strip().startsWith("operationId:")))
                .doesNotHaveDuplicates()
                .hasSameSizeAs(made.lines()
                        .filter(line -> line.strip().startsWith("summary:"))
                        .toList());
    }
}
