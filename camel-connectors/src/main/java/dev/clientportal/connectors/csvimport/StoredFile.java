package dev.clientportal.connectors.csvimport;

import java.io.InputStream;
import java.util.Objects;

/** Reads an uploaded file from the database, one chunk at a time. */
final class StoredFile extends InputStream {
    private final ImportStore store;
    private final String id;
    private int seq;
    private byte[] chunk = {};
    private int at;
    private boolean ended;

    StoredFile(ImportStore store, String id) {
        this.store = store;
        this.id = id;
    }

    private boolean hasMore() {
        while (at == chunk.length && !ended) {
            byte[] next = store.chunk(id, seq++).orElse(null);
            ended = next == null;
            if (next != null) chunk = next;
            if (next != null) at = 0;
        }
        return !ended;
    }

    @Override
    public int read() {
        return hasMore() ? chunk[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        Objects.checkFromIndexSize(from, length, into.length);
        if (length == 0) return 0;
        if (!hasMore()) return -1;
        int count = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, into, from, count);
        at += count;
        return count;
    }
}
