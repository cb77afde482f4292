package dev.clientportal.portal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("E4")
class UploadRulesTest {
    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
    private static final byte[] PDF = bytes("%PDF-1.7\n1 0 obj\n");
    private static final byte[] PNG = bytes("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR");
    private static final byte[] JPEG = bytes("ÿØÿà\0\u0010JFIF\0");
    private static final byte[] PROGRAM = bytes("MZ\u0090\0\u0003\0\0\0\u0004\0\0\0");

    private final UploadRules rules = new UploadRules(1000, 5000, 50, EnumSet.complementOf(EnumSet.of(FileType.ZIP)));

    @TempDir
    private Path folder;

    @Test
    void typeIsTheOneOfTheContent() throws Exception {
        assertThat(type("a.pdf", PDF)).isEqualTo("application/pdf");
        assertThat(type("a.PDF", PDF)).isEqualTo("application/pdf");
        assertThat(type("a.png", PNG)).isEqualTo("image/png");
        assertThat(type("a.jpeg", JPEG)).isEqualTo("image/jpeg");
        assertThat(type("a.gif", bytes("GIF89a\u0001\0\u0001\0"))).isEqualTo("image/gif");
        assertThat(type("a.webp", bytes("RIFF\u0010\0\0\0WEBPVP8 "))).isEqualTo("image/webp");
        assertThat(type("a.heic", bytes("\0\0\0\u0018ftypheic\0\0\0\0mif1heic")))
                .isEqualTo("image/heic");
        assertThat(type("a.heic", bytes("\0\0\0\u0018ftypmif1\0\0\0\0mif1heic")))
                .isEqualTo("image/heif");
    }

    @ParameterizedTest
    @CsvSource({"docx, wordprocessingml.document", "xlsx, spreadsheetml.sheet", "pptx, presentationml.presentation"})
    void fileOfOfficeSaysWhatItIs(String extension, String type) throws Exception {
        byte[] office = zip("[Content_Types].xml", "<Types><Override ContentType=\"" + OOXML + type + ".main+xml\"/>");

        assertThat(type("a." + extension, office)).isEqualTo(OOXML + type);
        assertThat(problem("a.odt", office)).isEqualTo(Problem.MISLABELLED);
        assertThat(problem("a.pdf", office)).isEqualTo(Problem.MISLABELLED);
    }

    @ParameterizedTest
    @CsvSource({"odt, text", "ods, spreadsheet", "odp, presentation"})
    void openDocumentSaysWhatItIs(String extension, String type) throws Exception {
        byte[] document = zip("mimetype", "application/vnd.oasis.opendocument." + type);

        assertThat(type("a." + extension, document)).isEqualTo("application/vnd.oasis.opendocument." + type);
        assertThat(problem("a.docx", document)).isEqualTo(Problem.MISLABELLED);
    }

    @ParameterizedTest
    @CsvSource({
        "doc, WordDocument, application/msword",
        "xls, Workbook, application/vnd.ms-excel",
        "ppt, PowerPoint Document, application/vnd.ms-powerpoint"
    })
    void oldFileOfOfficeIsToldByItsStreams(String extension, String stream, String type) throws Exception {
        byte[] office = ole(stream);

        assertThat(type("a." + extension, office)).isEqualTo(type);
        assertThat(problem("a." + extension, ole("SummaryInformation"))).isEqualTo(Problem.MISLABELLED);
    }

    @Test
    void nameOfAStreamIsFoundAcrossTheBordersOfWhatIsReadAtOnce() throws Exception {
        UploadRules large = new UploadRules(1_000_000, 5_000_000, 1, EnumSet.of(FileType.DOC));
        for (int at : new int[] {65_530, 65_536, 131_060}) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            content.writeBytes(ole(""));
            content.writeBytes(new byte[at - content.size()]);
            content.writeBytes("WordDocument".getBytes(StandardCharsets.UTF_16LE));

            assertThat(large.contentType("a.doc", file(content.toByteArray())))
                    .as("%d", at)
                    .isEqualTo("application/msword");
        }
    }

    @Test
    void textIsText() throws Exception {
        assertThat(type("a.txt", bytes("Tere, Jürgen\n"))).isEqualTo("text/plain");
        assertThat(type("a.txt", "Tere, Jürgen €\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("text/plain");
        assertThat(type("a.csv", bytes("a;b\n1;2\n"))).isEqualTo("text/csv");
        assertThat(type("a.csv", "\uFEFFa\tb\n".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo("text/csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script>",
                "<!DOCTYPE html><p>",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "#!/bin/sh\nrm -rf /",
                "<?php echo 1;",
                "%PDF-1.7"
            })
    void pageOrScriptIsNoText(String content) throws IOException {
        assertThat(problem("a.txt", bytes(content))).isEqualTo(Problem.MISLABELLED);
        assertThat(problem("a.csv", bytes(content))).isEqualTo(Problem.MISLABELLED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.html", "a.svg", "a.exe", "a.js", "a.docm", "a.pdf.exe", "a.zip", "pdf", "a", "a.pdf__$DATA"})
    void kindThatIsNotAskedForIsNotTaken(String name) throws IOException {
        assertThat(problem(name, PDF)).isEqualTo(Problem.NOT_ALLOWED);
    }

    @Test
    void contentThatTheNameDoesNotSayIsNotTaken() throws IOException {
        assertThat(problem("a.pdf", PROGRAM)).isEqualTo(Problem.MISLABELLED);
        assertThat(problem("a.pdf", PNG)).isEqualTo(Problem.MISLABELLED);
        assertThat(problem("a.png", PDF)).isEqualTo(Problem.MISLABELLED);
        assertThat(problem("a.docx", zip("a.class", "x"))).isEqualTo(Problem.MISLABELLED);
        assertThat(problem("a.docx", bytes("PK\u0003\u0004broken"))).isEqualTo(Problem.MISLABELLED);
        assertThat(problem(
                        "a.docx", zip("[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml")))
                .isEqualTo(Problem.MISLABELLED);
    }

    @Test
    void pageWithAPdfInItIsNoPdf() throws IOException {
        assertThat(problem("a.pdf", bytes("<html><script>alert(1)</script>\n%PDF-1.7\n")))
                .isEqualTo(Problem.MISLABELLED);
        assertThat(problem("a.pdf", bytes("\n\n%PDF-1.7\n<html>"))).isEqualTo(Problem.MISLABELLED);
    }

    @Test
    void limitIsTheLastSizeTaken() throws Exception {
        byte[] largest = new byte[1000];
        System.arraycopy(PDF, 0, largest, 0, PDF.length);

        assertThat(type("a.pdf", largest)).isEqualTo("application/pdf");
        assertThat(problem("a.pdf", new byte[1001])).isEqualTo(Problem.TOO_LARGE);
        assertThat(problem("a.pdf", new byte[0])).isEqualTo(Problem.EMPTY);
    }

    @Test
    void archiveIsTakenWhereTheFirmWantsIt() throws Exception {
        UploadRules archives = new UploadRules(1000, 5000, 1, EnumSet.of(FileType.ZIP));

        assertThat(archives.contentType("a.zip", file(zip("a.txt", "a")))).isEqualTo("application/zip");
    }

    @Test
    void fileMustFitIntoARequest() {
        assertThatThrownBy(() -> new UploadRules(1000, 1000, 1, EnumSet.allOf(FileType.class)))
                .hasMessageContaining("largest-request");
    }

    private String type(String name, byte[] content) throws IOException, NotTakenException {
        return rules.contentType(name, file(content));
    }

    private Problem problem(String name, byte[] content) throws IOException {
        try {
            throw new AssertionError("Taken as " + type(name, content));
        } catch (NotTakenException e) {
            return e.problem();
        }
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("file"), content);
    }

    /** Each character is a byte. */
    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] ole(String stream) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(bytes("ÐÏ\u0011à¡±\u001aá"));
        content.writeBytes(new byte[100]);
        content.writeBytes(stream.getBytes(StandardCharsets.UTF_16LE));
        return content.toByteArray();
    }

    private static byte[] zip(String entry, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
