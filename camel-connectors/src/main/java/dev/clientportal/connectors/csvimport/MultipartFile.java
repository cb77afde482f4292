package dev.clientportal.connectors.csvimport;

import dev.clientportal.connectors.door.Problem;
import dev.clientportal.connectors.door.ProblemException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one file of a {@code multipart/form-data} body (RFC 7578), read as it comes in. Parts before it that are no files are
 * passed over; what stands behind it is not read.
 */
final class MultipartFile extends InputStream {
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i);\\s*boundary=(?:\"([^\"]{1,200})\"|([^\\s;\"]{1,200}))");
    private static final Pattern FILE = Pattern.compile("(?i);\\s*filename\\*?=(?:\"([^\"]*)\"|([^\\s;]+))");
    private static final int MOST_OF_HEADERS = 8192;

    private final InputStream in;
    private final byte[] end;
    private String fileName;
    private boolean ended;

    /** @param type with its boundary */
    MultipartFile(InputStream body, String type) throws IOException {
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) throw new ProblemException(Problem.INVALID, "The multipart body has no boundary.");
        String name = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        this.in = new BufferedInputStream(body, 65_536);
        this.end = ("\r\n--" + name).getBytes(StandardCharsets.ISO_8859_1);
        if (!line().startsWith("--" + name)) throw broken();
        findFile();
    }

    /** As the sender calls it; null for none. */
    String fileName() {
        return fileName == null || fileName.isEmpty() ? null : fileName;
    }

    private void findFile() throws IOException {
        while (true) {
            Matcher file = FILE.matcher(disposition());
            if (file.find()) {
                fileName = file.group(1) == null ? file.group(2) : file.group(1);
                return;
            }
            while (read() >= 0) continue;
            ended = false;
            if (line().startsWith("--")) {
                throw new ProblemException(Problem.INVALID, "There is no file in the multipart body.");
            }
        }
    }

    private String disposition() throws IOException {
        String disposition = "";
        int total = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            total += line.length();
            if (total > MOST_OF_HEADERS) throw broken();
            if (line.regionMatches(true, 0, "Content-Disposition:", 0, 20)) disposition = line;
        }
        return disposition;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || line.size() > MOST_OF_HEADERS) throw broken();
            if (b != '\r') line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static ProblemException broken() {
        return new ProblemException(Problem.INVALID, "The multipart body is broken.");
    }

    @Override
    public int read() throws IOException {
        if (ended) return -1;
        int b = in.read();
        if (b < 0) throw new IOException("The multipart body has no end.");
        if (b != '\r' || !isEnd()) return b;
        ended = true;
        return -1;
    }

    /** Whether the boundary follows, of which the first byte has been read. */
    private boolean isEnd() throws IOException {
        in.mark(end.length);
        for (int i = 1; i < end.length; i++) {
            if (in.read() == (end[i] & 0xff)) continue;
            in.reset();
            return false;
        }
        return true;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, into.length);
        int count = 0;
        for (int b; count < length && (b = read()) >= 0; count++) into[from + count] = (byte) b;
        return count == 0 && length > 0 ? -1 : count;
    }
}
