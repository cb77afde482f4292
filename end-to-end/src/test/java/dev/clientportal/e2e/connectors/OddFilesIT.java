package dev.clientportal.e2e.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Heap;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Stack;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files that are none, sent one after the other: each is answered, in time, and the memory stays as it was. */
@ExtendWith({Stack.class, LandsInPortal.class})
@Tag("D2")
@Tag("S20")
class OddFilesIT {
    private static final List<String> CHARSETS = List.of("UTF-8", "UTF-16LE", "UTF-16", "windows-1252", "windows-1257");
    private static final String LONG = "x".repeat(50_000);
    private static final String[] PIECES = {
        "company_id",
        "project_name",
        "email",
        "task",
        ",",
        ",",
        ",",
        ";",
        "\t",
        "\n",
        "\n",
        "\r\n",
        "\"",
        "\"\"",
        "a@x.ee",
        "Õ",
        "😀",
        "\0",
        "'",
        "=1+1",
        "Tax",
        "1",
        "2027-01-31",
        "\r",
        " ",
        LONG
    };

    @Test
    void thousandOddFilesGetAnAnswerAndTakeNoMemory() {
        Random random = new Random(7);
        double before = 0;
        for (int i = 0; i < 1000; i++) {
            Answer answer = Imports.upload(
                    "", random.nextInt(5) == 0 ? "multipart/form-data; boundary=X" : "text/csv", file(random));
            assertThat(answer.status()).as(answer.toString()).isIn(201, 202, 400);
            if (i == 200) before = Heap.usedByConnectors();
        }
        // Of 256 MB; 800 files of half a megabyte and more that stayed would be felt.
        assertThat(Heap.usedByConnectors() - before).isLessThan(100 << 20);
    }

    private static byte[] file(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "" : "company_id,project_name,email\n");
        for (int i = random.nextInt(60); i > 0; i--) text.append(PIECES[random.nextInt(PIECES.length)]);
        Charset charset = random.nextBoolean()
                ? StandardCharsets.UTF_8
                : Charset.forName(CHARSETS.get(random.nextInt(CHARSETS.size())));
        byte[] file = text.toString().getBytes(charset);
        if (file.length > 0 && random.nextInt(4) == 0) file[random.nextInt(file.length)] = (byte) random.nextInt(256);
        return file;
    }
}
