package dev.clientportal.connectors.csvimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientportal.connectors.door.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D1")
class MultipartFileTest {
    private static final String TYPE = "multipart/form-data; boundary=\"XX\"";
    private static final String FIELD = "--XX\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n";
    private static final String FILE = "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n";

    @Test
    void fileIsReadToItsBoundary() throws Exception {
        for (String content :
                new String[] {"", "a,b\r\n1,2\r\n", "\r\n\r\n--X\r\n--Xa\r", "\r\r\n-\r\n--", "x".repeat(200_000)}) {
            MultipartFile file = open(FIELD + FILE + content + "\r\n--XX--\r\n");
            assertThat(file.fileName()).isEqualTo("a.csv");
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(content);
        }
    }

    @Test
    void bodyWithoutAFileIsRefused() {
        assertThatThrownBy(() -> open(FIELD + "--XX--\r\n")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> open("hello")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new MultipartFile(new ByteArrayInputStream(new byte[0]), "multipart/form-data"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void bodyThatBreaksOffIsNoFile() throws Exception {
        MultipartFile file = open(FILE + "a,b\r\n--X");
        assertThatThrownBy(file::readAllBytes).isInstanceOf(IOException.class);
    }

    private static MultipartFile open(String body) throws IOException {
        return new MultipartFile(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), TYPE);
    }
}
