package dev.clientportal.connectors.csvimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What leaves us comes back as it was, and nothing that leaves us is a formula. */
@Tag("S20")
@Tag("D3")
class RoundTripTest {
    private static final String[] PIECES = {
        "=", "+", "-", "@", "\t", "\r", "\n", "\0", "'", "\"", ",", ";", " ", "a", "õ", "😀", "\u00a0", "1", "\r\n"
    };

    @Test
    void everyCellComesBackAsItWas() throws Exception {
        Random random = new Random(20);
        for (int file = 0; file < 300; file++) {
            List<List<String>> rows = new ArrayList<>();
            StringBuilder text = new StringBuilder(CsvLines.MARK).append("company_id,project_name,x,y\r\n");
            for (int row = 0; row < 10; row++) {
                List<String> cells = List.of("1", cell(random), cell(random), cell(random));
                rows.add(cells);
                text.append(CsvLines.of(cells));
            }
            assertThat(CsvFiles.rows(text.toString())).isEqualTo(rows);
        }
    }

    @Test
    void noCellThatLeavesUsBeginsAFormula() {
        Random random = new Random(21);
        for (int i = 0; i < 20_000; i++) {
            assertThat(Cells.guarded(cell(random))).doesNotMatch("(?s)[=+\\-@\\t\\r\\x00].*");
        }
    }

    @Test
    void ownApostropheStays() throws Exception {
        assertThat(CsvFiles.rows("company_id,project_name\n'90s,'tHart\n")).containsExactly(List.of("'90s", "'tHart"));
        assertThat(Cells.guarded("'90s")).isEqualTo("'90s");
    }

    private static String cell(Random random) {
        StringBuilder cell = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) cell.append(PIECES[random.nextInt(PIECES.length)]);
        return cell.toString();
    }
}
