package dev.clientportal.connectors.csvimport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rows of a file that were not done, with the reason in a column more: to correct and send again. Made while it is read,
 * from the file that was uploaded.
 */
final class ErrorFile extends InputStream {
    private final ProjectGroups groups;
    private final Function<PlannedProject, String> refusal;
    private byte[] text;
    private int at;

    /** @param refusal why a project whose rows are good was not done; null for one that was */
    ErrorFile(ProjectGroups groups, Function<PlannedProject, String> refusal) {
        this.groups = groups;
        this.refusal = refusal;
        this.text = bytes(CsvLines.MARK + CsvLines.of(groups.file().header().ofErrorFile()));
    }

    private boolean hasMore() {
        try {
            while (at == text.length) {
                StringBuilder next = new StringBuilder();
                ProjectRows rows = groups.next();
                if (rows == null) return false;
                append(next, ProjectMaker.plan(rows));
                text = bytes(next.toString());
                at = 0;
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(StringBuilder text, PlannedProject project) {
        String ofAll = project.isGood() ? refusal.apply(project) : null;
        if (project.isGood() && ofAll == null) return;
        for (Row row : project.rows().rows()) {
            String own = project.errors().stream()
                    .filter(error -> error.line() == row.line())
                    .map(RowError::said)
                    .collect(Collectors.joining(" | "));
            String said = ofAll != null && row == project.rows().first() ? ofAll : own;
            text.append(CsvLines.of(row.header().withError(row.cells(), said)));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
        return hasMore() ? text[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        Objects.checkFromIndexSize(from, length, into.length);
        if (length == 0) return 0;
        if (!hasMore()) return -1;
        int count = Math.min(length, text.length - at);
        System.arraycopy(text, at, into, from, count);
        at += count;
        return count;
    }

    @Override
    public int available() {
        return text.length - at;
    }

    @Override
    public void close() throws IOException {
        groups.close();
    }
}
