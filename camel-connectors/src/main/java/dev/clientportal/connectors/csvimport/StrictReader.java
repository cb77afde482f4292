package dev.clientportal.connectors.csvimport;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;

/**
 * Decodes without guessing: a byte that is no text ends the reading and is named. Also ends it when a row does not end, so
 * that a quote that is never closed does not take the rest of a file into memory.
 */
final class StrictReader extends Reader {
    private static final int BYTES = 8192;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final String charset;
    private final int mostOfRow;
    private final ByteBuffer bytes = ByteBuffer.allocate(BYTES).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(BYTES).limit(0);
    /** Of the first byte in the buffer. */
    private long offset;

    private long line = 1;
    private int sinceRow;
    private boolean ended;

    /** @param offset of the first byte that comes, in the file */
    StrictReader(InputStream in, Charset charset, long offset, int mostOfRow) {
        this.in = in;
        this.charset = charset.name();
        this.offset = offset;
        this.mostOfRow = mostOfRow;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** A row has been read. */
    void rowEnds() {
        sinceRow = 0;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        if (length == 0) return 0;
        if (!chars.hasRemaining() && !decode()) return -1;
        int count = Math.min(length, chars.remaining());
        chars.get(into, from, count);
        for (int i = from; i < from + count; i++) {
            if (into[i] == '\n') line++;
        }
        sinceRow += count;
        return count;
    }

    /** Into a buffer of our own: a character outside the basic plane needs two places at once. */
    private boolean decode() throws IOException {
        if (sinceRow > mostOfRow) {
            throw new UnreadableFile(
                    line,
                    "A row before this line is longer than " + mostOfRow + " characters.",
                    "Most often a quote was opened and not closed.");
        }
        chars.clear();
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            if (chars.position() > 0) break;
            if (result.isError()) throw unreadable(result.length());
            if (ended) break;
            fill();
        }
        chars.flip();
        return chars.hasRemaining();
    }

    private void fill() throws IOException {
        offset += bytes.position();
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) ended = true;
        else bytes.position(bytes.position() + count);
        bytes.flip();
    }

    private UnreadableFile unreadable(int length) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < length && i < bytes.remaining(); i++) {
            hex.append(String.format(Locale.ROOT, " 0x%02X", bytes.get(bytes.position() + i)));
        }
        String where = "Byte" + hex + " at position " + (offset + bytes.position()) + " is no " + charset + " text.";
        String hint = charset.equals("UTF-8")
                ? "Save the file as UTF-8, or say how it was saved: charset=windows-1252 (Western Europe) or"
                        + " charset=windows-1257 (Baltic)."
                : "Choose another charset, or save the file as UTF-8.";
        return new UnreadableFile(line, where, hint);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
