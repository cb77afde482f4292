package dev.clientportal.portal.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of an evidence page: the first one that has a character writes it, and what none of them has is written as
 * its number, so that nothing of a name is lost and no name keeps anybody from signing. The greater one is read only
 * when it is needed.
 */
final class PageFonts {
    /** European scripts, Arabic and Hebrew; then Chinese, Japanese and Korean. */
    private static final List<Reader> FONTS = List.of(
            () -> new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(file("DejaVuSans.ttf"))),
            () -> new TrueTypeCollection(file("wqy-microhei.ttc")).getFontByName("WenQuanYiMicroHei"));

    private interface Reader {
        TrueTypeFont read() throws IOException;
    }

    private final PDDocument document;
    private final List<Loaded> loaded = new ArrayList<>();

    /** A font in the document, and which characters it has. */
    private record Loaded(PDType0Font font, CmapLookup characters) {
        boolean has(int character) {
            return characters.getGlyphId(character) != 0;
        }
    }

    PageFonts(PDDocument document) {
        this.document = document;
    }

    /** A piece of text that one font has all of. */
    record Run(PDType0Font font, String text) {
        float width(float size) {
            try {
                return font.getStringWidth(text) * size / 1000;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What can be written: each character, or its number in place of one that no font has. */
    String writable(String text) {
        StringBuilder writable = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (fontOf(character) == null) {
                writable.append(String.format("[U+%04X]", character));
            } else {
                writable.appendCodePoint(character);
            }
        });
        return writable.toString();
    }

    /** The writable text, divided where the font changes. */
    List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        text.codePoints().forEach(character -> {
            PDType0Font font = fontOf(character);
            Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && last.font == font) {
                runs.set(runs.size() - 1, new Run(font, last.text + Character.toString(character)));
            } else {
                runs.add(new Run(font, Character.toString(character)));
            }
        });
        return runs;
    }

    private PDType0Font fontOf(int character) {
        if (isInvisible(character)) return null;
        for (int at = 0; at < FONTS.size(); at++) {
            Loaded font = font(at);
            if (font.has(character)) return font.font;
        }
        return null;
    }

    /** Controls and the like: what cannot be seen could hide in a name or turn it round. */
    private static boolean isInvisible(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private Loaded font(int at) {
        if (at == loaded.size()) {
            try {
                TrueTypeFont font = FONTS.get(at).read();
                document.registerTrueTypeFontForClosing(font);
                loaded.add(new Loaded(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return loaded.get(at);
    }

    private static InputStream file(String name) {
        return PageFonts.class.getResourceAsStream("/fonts/" + name);
    }
}
