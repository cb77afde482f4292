package dev.clientportal.connectors.csvimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.connectors.project.ProjectReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever comes, it is read or refused with its place, soon; and what is read is as the schema wants it. */
@Tag("D2")
@Tag("S20")
class OddFilesTest {
    private final ProjectReader schema = new ProjectReader(ProjectMakerTest.JSON);

    @Test
    void thousandOddFilesAreReadOrRefusedWithAReason() {
        Random random = new Random(1000);
        int read = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] file = OddFiles.next(random, i);
            boolean good = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(file));
            if (good) read++;
        }
        // Neither all refused for nothing, nor nothing refused.
        assertThat(read).isBetween(200, 950);
    }

    private boolean read(byte[] file) {
        List<PlannedProject> projects;
        try {
            projects = CsvFiles.projects(file, CsvFiles.AS_IT_SAYS);
        } catch (UnreadableFile refused) {
            assertThat(refused.error().detail()).isNotBlank();
            assertThat(refused.error().line()).isPositive();
            return false;
        } catch (IOException | RuntimeException e) {
            return fail("A file of " + file.length + " bytes: " + new String(file, StandardCharsets.ISO_8859_1), e);
        }
        for (PlannedProject project : projects) {
            assertThat(project.errors()).allMatch(error -> error.line() >= project.line());
            if (!project.isGood()) {
                assertThat(project.errors()).isNotEmpty();
                continue;
            }
            JsonNode body = ProjectMakerTest.JSON.valueToTree(project.project());
            assertThat(schema.errors(body, "")).as(body.toString()).isEmpty();
        }
        return true;
    }
}
