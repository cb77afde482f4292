package dev.clientportal.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @TempDir
    Path folder;

    @Test
    void secondStartTakesTheSamePort() {
        int first;
        try (var ports = ports()) {
            first = ports.of("http", 0);
        }

        try (var ports = ports()) {
            assertThat(ports.of("http", 0)).isEqualTo(first);
        }
    }

    @Test
    void portThatIsTakenMeanwhileIsReplaced() throws Exception {
        int first;
        try (var ports = ports()) {
            first = ports.of("http", 0);
        }
        try (var somebodyElse = new ServerSocket(first, 1, InetAddress.getLoopbackAddress());
                var ports = ports()) {
            assertThat(ports.of("http", 0)).isNotEqualTo(somebodyElse.getLocalPort());
        }
    }

    @Test
    void portOnWhichNothingListensYetIsNotGivenToAnotherStack() {
        try (var ports = ports();
                var ofAnotherStack = new Ports(folder.resolve("other.properties"))) {
            int first = ports.of("smtp", 0);

            assertThat(ofAnotherStack.of("smtp", first)).isNotEqualTo(first);
        }
    }

    @Test
    void portIsNotGivenToAStackOfAnotherProcess() throws Exception {
        try (var ports = ports()) {
            int first = ports.of("smtp", 0);

            assertThat(portOfAnotherProcess(first)).isNotEqualTo(first);
        }
    }

    @Test
    void twoNamesNeverShareAPort() {
        try (var ports = ports()) {
            assertThat(ports.of("http", 0)).isNotEqualTo(ports.of("management", 0));
        }
    }

    private int portOfAnotherProcess(int preferred) throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnotherStack.class.getName(),
                        folder.resolve("another.properties").toString(),
                        Integer.toString(preferred))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String port = new String(other.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(other.waitFor()).isZero();
        return Integer.parseInt(port.strip());
    }

    /** Asks for a port as a stack does. */
    static final class AnotherStack {
        private AnotherStack() {}

        public static void main(String[] arguments) {
            try (var ports = new Ports(Path.of(arguments[0]))) {
                System.out.println(ports.of("smtp", Integer.parseInt(arguments[1])));
            }
        }
    }

    private Ports ports() {
        return new Ports(folder.resolve("ports.properties"));
    }
}
