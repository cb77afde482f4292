package dev.clientportal.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S20")
class CsvWriterTest {
    @Test
    void cellsAreSeparatedByCommasAndRowsByCrLf() throws IOException {
        StringBuilder csv = new StringBuilder();
        CsvWriter writer = new CsvWriter(csv);

        writer.row(Arrays.asList("a", "b c", "Zoë 🎉"));
        writer.row(Arrays.asList("1", null, ""));

        assertThat(csv).hasToString("a,b c,Zoë 🎉\r\n1,,\r\n");
    }

    @Test
    void separatorsQuotesAndLineBreaksAreQuoted() throws IOException {
        assertThat(row("Birch, Oak & Co")).isEqualTo("\"Birch, Oak & Co\"");
        assertThat(row("the \"portal\"")).isEqualTo("\"the \"\"portal\"\"\"");
        assertThat(row("\"")).isEqualTo("\"\"\"\"");
        assertThat(row("two\nlines")).isEqualTo("\"two\nlines\"");
        assertThat(row("two\r\nlines")).isEqualTo("\"two\r\nlines\"");
        assertThat(row("\n")).isEqualTo("\"\n\"");
        assertThat(row(",")).isEqualTo("\",\"");
        assertThat(row("a;b")).isEqualTo("a;b");
        assertThat(row(" a ")).isEqualTo(" a ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+372 555 0100", "-1", "@SUM(A1)", "\tx", "\0x", "=", "-"})
    void whatBeginsLikeAFormulaGetsAnApostrophe(String cell) throws IOException {
        assertThat(row(cell)).isEqualTo("'" + cell);
    }

    @Test
    void apostropheIsInsideTheQuotes() throws IOException {
        assertThat(row("\r=1")).isEqualTo("\"'\r=1\"");
        assertThat(row("=HYPERLINK(\"https://evil.example\",\"x\")"))
                .isEqualTo("\"'=HYPERLINK(\"\"https://evil.example\"\",\"\"x\"\")\"");
        assertThat(row("\"=1+1\"")).isEqualTo("\"\"\"=1+1\"\"\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1", "1-1", "info@client.example", "a\tb", " =1", "'=1", "3"})
    void whatOnlyContainsSuchALetterStaysAsItIs(String cell) throws IOException {
        assertThat(row(cell)).isEqualTo(cell);
    }

    private static String row(String cell) throws IOException {
        StringBuilder csv = new StringBuilder();
        new CsvWriter(csv).row(Arrays.asList("first", cell));
        assertThat(csv).startsWith("first,").endsWith("\r\n");
        return csv.substring("first,".length(), csv.length() - 2);
    }
}
