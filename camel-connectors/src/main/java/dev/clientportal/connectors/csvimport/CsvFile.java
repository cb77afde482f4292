package dev.clientportal.connectors.csvimport;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the rows of a file one by one; no more than a row is in memory. */
final class CsvFile implements AutoCloseable {
    /** Of a row, with room for two texts of the longest kind and fifty columns that are not read. */
    private static final int MOST_OF_ROW = 262_144;

    private final StrictReader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final int linesBefore;
    private final long mostRows;
    private final Header header;
    private long linesRead;
    private long rows;

    /**
     * @param charset null for what the file says itself; see {@link Encoding}
     * @param delimiter null for what the header tells; see {@link Dialect}
     * @param mostRows without the header
     */
    record Reading(Charset charset, Character delimiter, long mostRows) {}

    private CsvFile(InputStream in, Reading reading) throws IOException {
        byte[] head = in.readNBytes(Encoding.LOOK);
        Encoding encoding = Encoding.of(head, reading.charset());
        int mark = encoding.markLength();
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head, mark, head.length - mark), in);
        this.reader = new StrictReader(whole, encoding.charset(), mark, MOST_OF_ROW);
        BufferedReader text = new BufferedReader(reader);
        Dialect dialect = Dialect.of(text, reading.delimiter());
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(dialect.delimiter())
                .setIgnoreEmptyLines(false)
                .get();
        this.linesBefore = dialect.lines();
        this.mostRows = reading.mostRows();
        this.parser = CSVParser.builder().setReader(text).setFormat(format).get();
        this.records = parser.iterator();
        Row first = read(null);
        if (first == null) throw new UnreadableFile(1, "The file is empty.", "Begin with the template.");
        this.header = new Header(first.line(), first.cells());
        this.rows = 0;
    }

    /** @throws UnreadableFile when it has no header that can be used */
    static CsvFile open(InputStream in, Reading reading) throws IOException {
        try {
            return new CsvFile(in, reading);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    Header header() {
        return header;
    }

    /** Of the next row that is not blank; null at the end. */
    Row next() throws IOException {
        return read(header);
    }

    long rows() {
        return rows;
    }

    private Row read(Header names) throws IOException {
        while (true) {
            long line = linesBefore + linesRead + 1;
            CSVRecord record = record(line);
            if (record == null) return null;
            linesRead = parser.getCurrentLineNumber();
            List<String> cells = cells(record);
            if (cells.stream().allMatch(String::isBlank)) continue;
            if (++rows > mostRows + (names == null ? 1 : 0)) {
                throw new UnreadableFile(
                        line, "The file has more than " + mostRows + " rows.", "Split it, between two projects.");
            }
            return new Row(line, names, cells);
        }
    }

    private CSVRecord record(long line) throws IOException {
        try {
            reader.rowEnds();
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException malformed) throw quotes(line, malformed);
            throw e.getCause();
        }
    }

    private static UnreadableFile quotes(long line, CSVException malformed) {
        boolean open = malformed.getMessage().contains("EOF");
        return new UnreadableFile(
                line,
                open ? "A quote that this row opens is never closed." : "A quote stands in the middle of a cell.",
                "A cell with quotes is written \"like \"\"this\"\" one\".");
    }

    private static List<String> cells(CSVRecord record) {
        List<String> cells = new ArrayList<>(record.size());
        for (String cell : record) cells.add(Cells.unguarded(cell));
        return cells;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
