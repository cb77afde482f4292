package dev.clientportal.connectors.csvimport;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How bytes are text. A byte order mark says so; UTF-16 without one is told by its zeros, and the rest is UTF-8 unless the
 * caller chose: a guess between the Windows code pages would put wrong letters into names without anybody noticing.
 *
 * @param markLength of the byte order mark, to leave out
 */
record Encoding(Charset charset, int markLength) {
    /** How much of a file is looked at. */
    static final int LOOK = 4096;

    private static final Map<String, Charset> CHOICES = Map.of(
            "utf-8", StandardCharsets.UTF_8,
            "utf-16", StandardCharsets.UTF_16LE,
            "utf-16le", StandardCharsets.UTF_16LE,
            "utf-16be", StandardCharsets.UTF_16BE,
            "windows-1252", Charset.forName("windows-1252"),
            "windows-1257", Charset.forName("windows-1257"),
            "iso-8859-1", Charset.forName("windows-1252"),
            "iso-8859-13", Charset.forName("iso-8859-13"),
            "iso-8859-15", Charset.forName("iso-8859-15"));

    private record Mark(Charset charset, int... bytes) {
        boolean begins(byte[] head) {
            if (head.length < bytes.length) return false;
            for (int i = 0; i < bytes.length; i++) {
                if ((head[i] & 0xff) != bytes[i]) return false;
            }
            return true;
        }
    }

    private static final List<Mark> MARKS = List.of(
            new Mark(StandardCharsets.UTF_8, 0xef, 0xbb, 0xbf),
            new Mark(StandardCharsets.UTF_16LE, 0xff, 0xfe),
            new Mark(StandardCharsets.UTF_16BE, 0xfe, 0xff));

    /** Names that callers may choose by. */
    static List<String> choices() {
        return CHOICES.keySet().stream().sorted().toList();
    }

    static Optional<Charset> chosen(String name) {
        return Optional.ofNullable(CHOICES.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    /**
     * @param head the first bytes of the file
     * @param chosen by the caller; null for none. A byte order mark is the file's own word and wins
     */
    static Encoding of(byte[] head, Charset chosen) {
        for (Mark mark : MARKS) {
            if (mark.begins(head)) return new Encoding(mark.charset, mark.bytes.length);
        }
        if (chosen != null) return new Encoding(chosen, 0);
        return new Encoding(byZeros(head), 0);
    }

    /** Every other byte of Western text in UTF-16 is 0; text in UTF-8 has none. */
    private static Charset byZeros(byte[] head) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }
        int half = head.length / 2;
        if (odd * 2 > half && even * 10 < half) return StandardCharsets.UTF_16LE;
        if (even * 2 > half && odd * 10 < half) return StandardCharsets.UTF_16BE;
        return StandardCharsets.UTF_8;
    }
}
