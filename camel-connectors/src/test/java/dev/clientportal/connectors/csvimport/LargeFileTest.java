package dev.clientportal.connectors.csvimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A million rows are planned by a Java that could not hold a tenth of them. */
@Tag("D1")
@Tag("S20")
class LargeFileTest {
    private static final String SMALL = "-Xmx96m";

    @Test
    void millionRowsAreReadInLittleMemory() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        SMALL,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadMany.class.getName(),
                        "1000000")
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(said).contains("rows 1000000, projects 333334, contacts 1000000");
        assertThat(process.exitValue()).isZero();
    }
}
