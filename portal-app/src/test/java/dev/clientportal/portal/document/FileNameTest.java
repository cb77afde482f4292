package dev.clientportal.portal.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("E4")
class FileNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "report.pdf",
                "Jaanuari aruanne (2).pdf",
                "отчёт.pdf",
                "報告.pdf",
                "گزارش\u200c‌ها.pdf",
                "🎂 party.png",
                "a.b.c.txt"
            })
    void nameThatIsFineStays(String name) {
        assertThat(FileName.clean(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "/etc/passwd.pdf, passwd.pdf",
        "../../../up.pdf, up.pdf",
        "C:\\temp\\win.pdf, win.pdf",
        "..\\..\\up.pdf, up.pdf",
        "mixed/..\\up.pdf, up.pdf",
        ".hidden.pdf, hidden.pdf",
        "dots.pdf..., dots.pdf",
        "'  spaces.pdf  ', spaces.pdf",
        "'what?.pdf', what_.pdf",
        "'a<b>:c|d*\".pdf', a_b__c_d__.pdf",
        "x.pdf::$DATA, x.pdf__$DATA",
        "CON, _CON",
        "con.pdf, _con.pdf",
        "NUL.tar.gz, _NUL.tar.gz",
        "COM1.txt, _COM1.txt",
        "'aux .txt', '_aux .txt'",
        "LPT¹.txt, _LPT¹.txt",
        "CONIN$, _CONIN$",
        "CONSOLE.pdf, CONSOLE.pdf",
        "COM.pdf, COM.pdf"
    })
    void pathsAndWhatNoDiskTakesGo(String given, String clean) {
        assertThat(FileName.clean(given)).isEqualTo(clean);
    }

    @Test
    void charactersThatNobodySeesGo() {
        assertThat(FileName.clean("a\u0000b\nc\r\td\u007f\u0085.pdf")).isEqualTo("abcd.pdf");
        assertThat(FileName.clean("invoice\u202Efdp.exe")).isEqualTo("invoicefdp.exe");
        assertThat(FileName.clean("\u2066a\u2069\u200F\u061C\uFEFF\u2028.pdf")).isEqualTo("a.pdf");
        assertThat(FileName.clean("half\uD83C.pdf")).isEqualTo("half.pdf");
    }

    @Test
    void sameLettersAreTheSameName() {
        assertThat(FileName.clean("Käse.pdf")).isEqualTo("Käse.pdf");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "...", "/", "\u0000", "..\\", "a/"})
    void nameOfNothingIsAFile(String given) {
        assertThat(FileName.clean(given)).isEqualTo("file");
    }

    @Test
    void longNameKeepsItsEnding() {
        String clean = FileName.clean("n".repeat(300) + ".pdf");

        assertThat(clean).hasSize(FileName.LONGEST).endsWith("nn.pdf");
        assertThat(FileName.clean("n".repeat(300))).hasSize(FileName.LONGEST);
        assertThat(FileName.clean("a." + "n".repeat(300))).hasSize(FileName.LONGEST);
    }

    @Test
    void longNameIsNotCutInsideACharacter() {
        String clean = FileName.clean("n" + "🎂".repeat(200) + ".pdf");

        assertThat(clean.length()).isBetween(FileName.LONGEST - 1, FileName.LONGEST);
        assertThat(clean).endsWith("🎂.pdf");
    }

    @ParameterizedTest
    @CsvSource({"a.pdf, pdf", "a.PDF, pdf", "a.b.Txt, txt", "a, ''", "a., ''"})
    void extensionIsWhatFollowsTheLastDot(String name, String extension) {
        assertThat(FileName.extension(name)).isEqualTo(extension);
    }
}
