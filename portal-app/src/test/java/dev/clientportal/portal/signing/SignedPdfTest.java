package dev.clientportal.portal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clientportal.portal.signing.UnfitPdfException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("E4")
class SignedPdfTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path dir;

    private Path original;
    private Path signed;

    @BeforeEach
    void files() {
        original = dir.resolve("original.pdf");
        signed = dir.resolve("signed.pdf");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1, false", "3, true", "500, true", "500, false"})
    void theOriginalStaysToItsLastByteAndThePageComesBehindIt(int pages, boolean compressed) throws Exception {
        write(pages, compressed ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);

        SignedPdf.check(original);
        SignedPdf.make(original, evidence("Mari Maasikas"), NOON, signed);

        byte[] before = Files.readAllBytes(original);
        byte[] after = Files.readAllBytes(signed);
        assertThat(Arrays.copyOf(after, before.length)).isEqualTo(before);
        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(pages + 1);
            assertThat(text(document, pages)).contains("Page " + pages + " of the contract");
            assertThat(text(document, pages + 1)).contains("Evidence of signature", "Mari Maasikas", "The end.");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Contract (signed)");
            assertThat(document.getPage(pages).getCropBox())
                    .hasToString(document.getPage(pages).getMediaBox().toString());
            assertThat(document.getPage(pages).getRotation()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Õnne Šmidt-Žukova",
                "Дмитрий Шостакович",
                "Ελένη Παπαδοπούλου",
                "王小明",
                "山田 太郎 ひらがな カタカナ",
                "김철수",
                "D\u0027Arcy \"O\u0027Neill\" <b>&amp;</b>",
                "{name} ${evil} \\q"
            })
    void namesOfAnyScriptCanBeReadOffThePage(String name) throws Exception {
        assertThat(evidenceFor(name)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"محمد عبد السلام", "שרה לוי", "فاطمة گلپایگانی"})
    void namesFromRightToLeftTooInTheOrderOfReading(String name) throws Exception {
        assertThat(evidenceFor(name)).contains(name);
    }

    @ParameterizedTest
    @CsvSource({
        "Ann\u202Eeilrahc, Ann[U+202E]eilrahc",
        "अनिल, [U+0905][U+0928][U+093F][U+0932]",
        "Bob 🦄, Bob [U+1F984]",
        "A\u0000B\u0007C, A[U+0000]B[U+0007]C",
        "Zero\u200Bwidth, Zero[U+200B]width"
    })
    void whatCannotBeShownIsWrittenAsItsNumber(String name, String shown) throws Exception {
        assertThat(evidenceFor(name)).contains(shown);
    }

    @Test
    void aLoneHalfOfACharacterBreaksNothing() throws Exception {
        assertThat(evidenceFor("Half \uD83D")).contains("Half [U+D83D]");
    }

    @Test
    void anEmojiThatTheFontHasIsShown() throws Exception {
        assertThat(evidenceFor("Ann 😀")).contains("Ann 😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"W", "m ", "王", "م", "🦄"})
    void twoHundredCharactersStayOnThePage(String character) throws Exception {
        evidenceFor(character.repeat(200));

        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            assertThat(new Edges(document, 1)).satisfies(edges -> {
                assertThat(edges.left()).isGreaterThanOrEqualTo(56);
                assertThat(edges.right()).isLessThanOrEqualTo(PDRectangle.A4.getWidth() - 56 + 1);
            });
        }
    }

    @Test
    void moreThanAPageOfEvidenceGoesOnOnTheNext() throws Exception {
        String text = evidenceFor("many words ".repeat(1000));

        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            assertThat(document.getNumberOfPages()).isGreaterThan(3);
        }
        assertThat(text.split("words", -1)).hasSize(1001);
        assertThat(text).contains("The end.");
    }

    @Test
    void thePageIsUprightBehindATurnedOne() throws Exception {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A6));
            document.getPages().getCOSObject().setInt(COSName.ROTATE, 90);
            document.save(original.toFile());
        }

        SignedPdf.make(original, evidence("Ann"), NOON, signed);

        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            assertThat(document.getPage(0).getRotation()).isEqualTo(90);
            assertThat(document.getPage(1).getRotation()).isZero();
        }
    }

    @Test
    void aSignedFileCanBeSignedAgain() throws Exception {
        write(2, CompressParameters.DEFAULT_COMPRESSION);
        SignedPdf.make(original, evidence("Ann"), NOON, signed);
        Path twice = dir.resolve("twice.pdf");

        SignedPdf.check(signed);
        SignedPdf.make(signed, evidence("Ben"), NOON, twice);

        try (PDDocument document = Loader.loadPDF(twice.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(4);
            assertThat(text(document, 3)).contains("Ann");
            assertThat(text(document, 4)).contains("Ben");
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "secret"})
    void anEncryptedFileIsRefused(String password) throws Exception {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            document.save(original.toFile());
        }

        assertRefused(Reason.ENCRYPTED);
    }

    @Test
    void aDynamicFormIsRefused() throws Exception {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            PDAcroForm form = new PDAcroForm(document);
            form.getCOSObject().setItem(COSName.XFA, new COSStream());
            document.getDocumentCatalog().setAcroForm(form);
            document.save(original.toFile());
        }

        assertRefused(Reason.DYNAMIC_FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%PD", "<html>", "PK\u0003\u0004"})
    void whatIsNoPdfIsRefused(String content) throws Exception {
        Files.writeString(original, content);

        assertRefused(Reason.NO_PDF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%PDF-1.7",
                "%PDF-1.7\n%%EOF",
                "%PDF-1.7\ntrailer << /Root 1 0 R >>\n1 0 obj << /Type /Catalog >> endobj"
            })
    void aDamagedFileIsRefused(String content) throws Exception {
        Files.writeString(original, content);

        assertRefused(Reason.BROKEN);
    }

    @Test
    void aFileThatNestsWithoutEndIsRefused() throws Exception {
        Files.writeString(
                original, "%PDF-1.7\n1 0 obj " + "[".repeat(2_000_000) + " endobj\ntrailer << /Root 1 0 R >>\n");

        assertRefused(Reason.BROKEN);
    }

    @Test
    void aFileCutInTheMiddleIsRefused() throws Exception {
        write(3, CompressParameters.DEFAULT_COMPRESSION);
        byte[] whole = Files.readAllBytes(original);
        Files.write(original, Arrays.copyOf(whole, whole.length / 3));

        assertRefused(Reason.BROKEN);
    }

    @Test
    void aFileWithTooManyPagesIsRefused() throws Exception {
        try (PDDocument document = new PDDocument()) {
            for (int page = 0; page <= SignedPdf.MOST_PAGES; page++) document.addPage(new PDPage());
            document.save(original.toFile());
        }

        assertRefused(Reason.TOO_MANY_PAGES);
    }

    @Test
    void aFileThatLiesAboutItsPagesIsRefused() throws Exception {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getPages().getCOSObject().setInt(COSName.COUNT, 7);
            document.save(original.toFile());
        }

        assertRefused(Reason.BROKEN);
    }

    private void assertRefused(Reason reason) {
        assertThatExceptionOfType(UnfitPdfException.class)
                .isThrownBy(() -> SignedPdf.check(original))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private void write(int pages, CompressParameters compression) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            for (int number = 1; number <= pages; number++) {
                PDPage page = new PDPage(PDRectangle.LETTER);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, 12);
                    content.newLineAtOffset(72, 700);
                    content.showText("Page " + number + " of the contract");
                    content.endText();
                }
            }
            document.save(original.toFile(), compression);
        }
    }

    /** The text of all pages that were added to a document of one page, as a reader of the file would copy it. */
    private String evidenceFor(String name) throws Exception {
        write(1, CompressParameters.DEFAULT_COMPRESSION);
        SignedPdf.make(original, evidence(name), NOON, signed);
        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(2);
            return stripper.getText(document);
        }
    }

    private static Evidence evidence(String name) {
        return new Evidence(
                "en",
                "Contract (signed)",
                "Evidence of signature",
                List.of(
                        new Evidence.Fact("Signed by", name),
                        new Evidence.Fact("SHA-256 of the original", "0123456789abcdef".repeat(4))),
                List.of("The end."));
    }

    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }
}
