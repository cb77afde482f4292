package dev.clientportal.portal.signing;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Writes evidence behind the last page of a document: on one page of its own, or on more where the texts are that long. */
final class EvidencePage implements AutoCloseable {
    private static final float MARGIN = 56;
    private static final float LABELS = 116;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float HEADING = 16;
    private static final float SMALL = 8;
    private static final float TEXT = 9;
    private static final float LEADING = 1.4f;
    private static final float DARK = 0.1f;
    private static final float GREY = 0.35f;

    private final PDDocument document;
    private final PageFonts fonts;
    private PDPageContentStream page;
    private float y;

    private EvidencePage(PDDocument document) throws IOException {
        this.document = document;
        this.fonts = new PageFonts(document);
        begin();
    }

    static void append(PDDocument document, Evidence evidence) throws IOException {
        try (EvidencePage page = new EvidencePage(document)) {
            page.paragraph(evidence.heading(), HEADING, DARK);
            page.rule();
            for (Evidence.Fact fact : evidence.facts()) page.fact(fact);
            page.rule();
            for (String note : evidence.notes()) page.paragraph(note, SMALL, GREY);
        }
    }

    private void begin() throws IOException {
        PDPage sheet = new PDPage(PDRectangle.A4);
        // Else it would inherit these from the document.
        sheet.setRotation(0);
        sheet.setCropBox(PDRectangle.A4);
        document.addPage(sheet);
        page = new PDPageContentStream(document, sheet);
        y = PDRectangle.A4.getHeight() - MARGIN;
    }

    @Override
    public void close() throws IOException {
        page.close();
    }

    private void fact(Evidence.Fact fact) throws IOException {
        List<String> label = lines(fact.label(), LABELS - 12, TEXT);
        List<String> value = lines(fact.value(), WIDTH - LABELS, TEXT);
        for (int line = 0; line < Math.max(label.size(), value.size()); line++) {
            down(TEXT);
            if (line < label.size()) write(label.get(line), MARGIN, TEXT, GREY);
            if (line < value.size()) write(value.get(line), MARGIN + LABELS, TEXT, DARK);
        }
        y -= TEXT * 0.6f;
    }

    private void paragraph(String text, float size, float grey) throws IOException {
        for (String line : lines(text, WIDTH, size)) {
            down(size);
            write(line, MARGIN, size, grey);
        }
        y -= size * 0.6f;
    }

    private void rule() throws IOException {
        down(SMALL);
        page.setStrokingColor(GREY);
        page.setLineWidth(0.5f);
        page.moveTo(MARGIN, y);
        page.lineTo(MARGIN + WIDTH, y);
        page.stroke();
        y -= SMALL;
    }

    private void down(float size) throws IOException {
        if (y - size * LEADING < MARGIN) {
            page.close();
            begin();
        }
        y -= size * LEADING;
    }

    private void write(String line, float x, float size, float grey) throws IOException {
        page.beginText();
        page.setNonStrokingColor(grey);
        page.newLineAtOffset(x, y);
        for (PageFonts.Run run : fonts.runs(VisualOrder.of(line))) {
            page.setFont(run.font(), size);
            page.showText(run.text());
        }
        page.endText();
    }

    /** Broken at spaces, and inside a word only where that alone is wider than a line. */
    private List<String> lines(String text, float width, float size) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .strip();
        String shaped = fonts.writable(ArabicForms.shaped(plain));
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : shaped.split(" ")) {
            if (line.length() > 0 && width(line + " " + word, size) <= width) {
                line.append(' ').append(word);
                continue;
            }
            if (line.length() > 0) lines.add(line.toString());
            line.setLength(0);
            for (int character : word.codePoints().toArray()) {
                if (line.length() > 0 && width(line + Character.toString(character), size) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.appendCodePoint(character);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private float width(String text, float size) {
        float width = 0;
        for (PageFonts.Run run : fonts.runs(text)) width += run.width(size);
        return width;
    }
}
