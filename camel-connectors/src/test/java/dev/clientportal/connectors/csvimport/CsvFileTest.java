package dev.clientportal.connectors.csvimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clientportal.connectors.csvimport.CsvFile.Reading;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("D1")
class CsvFileTest {
    private static final String TEXT = "company_id,project_name,first_name\n1,Õppeaasta,Jüri\n2,Aruanne,Šura 😀\n";
    private static final List<List<String>> ROWS =
            List.of(List.of("1", "Õppeaasta", "Jüri"), List.of("2", "Aruanne", "Šura 😀"));

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void charsetIsToldWithAndWithoutAMark(String charset) throws Exception {
        assertThat(CsvFiles.rows(CsvFiles.in(charset, TEXT), CsvFiles.AS_IT_SAYS))
                .isEqualTo(ROWS);
        assertThat(CsvFiles.rows(CsvFiles.in(charset, "\uFEFF" + TEXT), CsvFiles.AS_IT_SAYS))
                .isEqualTo(ROWS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "windows-1257", "ISO-8859-15"})
    void chosenCodePageIsRead(String charset) throws Exception {
        String text = TEXT.replace(" 😀", "");
        Charset chosen = Encoding.chosen(charset).orElseThrow();
        assertThat(CsvFiles.rows(CsvFiles.in(charset, text), new Reading(chosen, null, 10)))
                .containsExactly(ROWS.get(0), List.of("2", "Aruanne", "Šura"));
    }

    @Test
    void markWinsOverTheChosenCharset() throws Exception {
        Reading wrong = new Reading(Encoding.chosen("windows-1252").orElseThrow(), null, 10);
        assertThat(CsvFiles.rows(CsvFiles.in("UTF-8", "\uFEFF" + TEXT), wrong)).isEqualTo(ROWS);
    }

    @Test
    void byteThatIsNoTextIsNamedWithItsPlaceAndAWayOut() {
        String text = "company_id,project_name\n" + "1,a\n".repeat(3000) + "2,Jüri\n";
        byte[] file = CsvFiles.in("windows-1252", text);
        RowError error = refusal(file, CsvFiles.AS_IT_SAYS);
        assertThat(error.detail())
                .contains("0xFC")
                .contains("position " + text.indexOf('ü'))
                .contains("UTF-8");
        assertThat(error.hint()).contains("charset=windows-1252").contains("charset=windows-1257");
        assertThat(error.line()).isEqualTo(3002);
    }

    @Test
    void fileThatEndsWithinACharacterIsRefused() {
        byte[] whole = CsvFiles.in("UTF-8", "company_id,project_name\n1,ü");
        assertThat(refusal(java.util.Arrays.copyOf(whole, whole.length - 1), CsvFiles.AS_IT_SAYS)
                        .detail())
                .contains("0xC3");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void delimiterIsToldByTheHeader(String delimiter) throws Exception {
        String text = "company_id,project_name,email\n1,\"a,b;c\td\",x@y.ee\n".replace(",", "#");
        String file = text.replace("\"a#b", "\"a,b").replace("#", delimiter);
        assertThat(CsvFiles.rows(file)).containsExactly(List.of("1", "a,b;c\td", "x@y.ee"));
    }

    @Test
    void lineOfExcelThatNamesTheDelimiterIsNoHeader() throws Exception {
        try (CsvFile file = CsvFiles.open("sep=;\r\ncompany_id;project_name\r\n1;a\r\n")) {
            assertThat(file.next()).extracting(Row::cells, Row::line).containsExactly(List.of("1", "a"), 3L);
        }
    }

    @Test
    void quotesHoldLineBreaksAndLinesAreCountedAsAnEditorShowsThem() throws Exception {
        String file = "company_id,project_name,description\r\n\r\n1,a,\"one\r\ntwo \"\"2\"\"\"\r\n,,\r\n2,b,c";
        try (CsvFile csv = CsvFiles.open(file)) {
            Row first = csv.next();
            assertThat(first.line()).isEqualTo(3);
            assertThat(first.get(Column.PROJECT_DESCRIPTION)).isEqualTo("one\r\ntwo \"2\"");
            assertThat(csv.next().line()).isEqualTo(6);
            assertThat(csv.next()).isNull();
            assertThat(csv.rows()).isEqualTo(2);
        }
    }

    @Nested
    class Headers {
        @Test
        void orderIsFreeAndNamesArePeoples() throws Exception {
            String file = "E-Mail;Projekt ;Kundennummer;Eesnimi;Tähtaeg;Muu\na@b.ee;P;7;Mari;2027-01-01;?\n";
            try (CsvFile csv = CsvFiles.open(file)) {
                Row row = csv.next();
                assertThat(row.get(Column.EMAIL)).isEqualTo("a@b.ee");
                assertThat(row.get(Column.PROJECT_NAME)).isEqualTo("P");
                assertThat(row.get(Column.COMPANY_ID)).isEqualTo("7");
                assertThat(row.get(Column.FIRST_NAME)).isEqualTo("Mari");
                assertThat(row.get(Column.TASK_DUE)).isEqualTo("2027-01-01");
                assertThat(csv.header().unknown()).containsExactly("Muu");
            }
        }

        @Test
        void twoColumnsOfOneMeaningAreRefused() {
            assertThat(refusal("company_id,project_name,email,E-Mail\n").detail())
                    .contains("email")
                    .contains("E-Mail");
        }

        @Test
        void missingColumnsAreNamed() {
            assertThat(refusal("email,company_id\n").detail()).contains("project_name");
            assertThat(refusal("email,project_name\n").detail()).contains("company_id");
            assertThat(refusal("").detail()).contains("empty");
        }

        @Test
        void noTwoColumnsShareAName() {
            for (Column column : Column.values()) {
                assertThat(Column.called(column.title())).contains(column);
                assertThat(column.otherNames())
                        .allSatisfy(name -> assertThat(Column.called(name)).contains(column));
            }
        }
    }

    @Nested
    @Tag("S20")
    class Limits {
        @Test
        void quoteThatIsNeverClosedIsNamedByItsLine() {
            RowError error = refusal("company_id,project_name\n1,a\n2,\"b\n3,c\n");
            assertThat(error.line()).isEqualTo(3);
            assertThat(error.detail()).contains("never closed");
        }

        @Test
        void quoteInTheMiddleOfACellIsNamedByItsLine() {
            RowError error = refusal("company_id,project_name\n1,\"a\"b\n");
            assertThat(error.line()).isEqualTo(2);
            assertThat(error.hint()).contains("\"\"");
        }

        @Test
        void rowWithoutAnEndIsNotTakenIntoMemory() {
            String file = "company_id,project_name\n1,\"" + "x\n".repeat(1_000_000);
            assertThat(refusal(file).detail()).contains("longer than");
        }

        @Test
        void moreRowsThanAllowedAreRefused() {
            byte[] file = CsvFiles.in("UTF-8", "company_id,project_name\n1,a\n1,b\n1,c\n");
            assertThat(refusal(file, new Reading(null, null, 2)).detail()).contains("more than 2 rows");
            assertThat(catchThrowableOfType(
                            UnreadableFile.class, () -> CsvFiles.rows(file, new Reading(null, null, 3))))
                    .isNull();
        }
    }

    private static RowError refusal(String file) {
        return refusal(CsvFiles.in("UTF-8", file), CsvFiles.AS_IT_SAYS);
    }

    private static RowError refusal(byte[] file, Reading reading) {
        UnreadableFile refused = catchThrowableOfType(UnreadableFile.class, () -> CsvFiles.rows(file, reading));
        assertThat(refused).isNotNull();
        return refused.error();
    }
}
