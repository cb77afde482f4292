package dev.clientportal.keycloak.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.keycloak.DocSection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GuideTest {
    @Test
    void guideNamesEveryProblem() throws IOException {
        String rows = Arrays.stream(Problem.values())
                .map(problem -> "| " + problem.status() + " | `" + problem.type() + "` | " + problem.title() + " |\n")
                .collect(Collectors.joining());
        new DocSection(Path.of("..", "docs", "guide-admin.md"), "problems")
                .mustBe("\n| Status | Type | Title |\n|---|---|---|\n" + rows);
    }

    @Test
    void typesAreStable() {
        assertThat(Problem.FIRM_INACTIVE.type()).isEqualTo("urn:client-portal:problem:firm-inactive");
        assertThat(Problem.TOO_MANY.type()).isEqualTo("urn:client-portal:problem:too-many");
    }
}
