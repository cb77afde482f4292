package dev.clientportal.portal.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;

/** Tells what a file is by nothing but its content. */
final class Content {
    static final String UNKNOWN = "application/octet-stream";

    private static final Tika TIKA = new Tika();

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {
        (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };

    /** The part that says what a file of Office is has more entries the longer the document, and is still short. */
    private static final int LONGEST_LIST_OF_PARTS = 1024 * 1024;

    private static final int LONGEST_TYPE = 200;

    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";

    private static final int PART = 64 * 1024;
    private static final int LONGEST_NAME = 64;

    /** The streams of files that Office wrote until 2003, by which its programs know their own. */
    private static final Map<String, String> OLE_STREAMS = Map.of(
            inOle("WordDocument"), "application/msword",
            inOle("PowerPoint Document"), "application/vnd.ms-powerpoint",
            inOle("Workbook"), "application/vnd.ms-excel");

    private Content() {}

    /** The bytes of a stream's name, each as one character. */
    private static String inOle(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }

    static String typeOf(Path file) throws IOException {
        byte[] head = head(file);
        if (startsWith(head, ZIP)) return ofZip(file);
        if (startsWith(head, OLE)) return ofOle(file);
        String type = detected(file);
        // It may find that a page with a PDF's mark some way down is a PDF.
        return type.equals("application/pdf") && !startsWith(head, PDF) ? UNKNOWN : type;
    }

    private static String detected(Path file) throws IOException {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            return TIKA.detect(content);
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(8);
        }
    }

    private static boolean startsWith(byte[] head, byte[] mark) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }

    /** Office and OpenDocument say in an entry what the archive is; a macro in it makes it another type. */
    private static String ofZip(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry openDocument = zip.getEntry("mimetype");
            if (openDocument != null)
                return text(zip, openDocument, LONGEST_TYPE).strip();
            ZipEntry parts = zip.getEntry("[Content_Types].xml");
            if (parts != null) return ofParts(text(zip, parts, LONGEST_LIST_OF_PARTS));
        } catch (ZipException broken) {
            return UNKNOWN;
        }
        return detected(file);
    }

    private static String ofParts(String parts) {
        if (parts.contains(OOXML + "wordprocessingml.document.main+xml")) return OOXML + "wordprocessingml.document";
        if (parts.contains(OOXML + "spreadsheetml.sheet.main+xml")) return OOXML + "spreadsheetml.sheet";
        if (parts.contains(OOXML + "presentationml.presentation.main+xml"))
            return OOXML + "presentationml.presentation";
        return UNKNOWN;
    }

    private static String text(ZipFile zip, ZipEntry entry, int longest) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            return new String(content.readNBytes(longest), StandardCharsets.UTF_8);
        }
    }

    private static String ofOle(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            String seen = "";
            for (byte[] part = content.readNBytes(PART); part.length > 0; part = content.readNBytes(PART)) {
                String window = seen + new String(part, StandardCharsets.ISO_8859_1);
                for (Map.Entry<String, String> stream : OLE_STREAMS.entrySet()) {
                    if (window.contains(stream.getKey())) return stream.getValue();
                }
                seen = window.substring(Math.max(0, window.length() - LONGEST_NAME));
            }
        }
        return UNKNOWN;
    }
}
