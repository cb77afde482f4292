package dev.clientportal.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @TempDir
    Path folder;

    @Test
    void secondStartTakesTheSamePort() {
        int first = ports().of("http", 0);

        assertThat(ports().of("http", 0)).isEqualTo(first);
    }

    @Test
    void portThatIsTakenMeanwhileIsReplaced() throws Exception {
        int first = ports().of("http", 0);
        try (var somebodyElse = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ports().of("http", 0)).isNotEqualTo(somebodyElse.getLocalPort());
        }
    }

    @Test
    void twoNamesNeverShareAPort() {
        var ports = ports();

        assertThat(ports.of("http", 0)).isNotEqualTo(ports.of("management", 0));
    }

    private Ports ports() {
        return new Ports(folder.resolve("ports.properties"));
    }
}
