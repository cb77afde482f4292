package dev.clientportal.connectors.csvimport;

import dev.clientportal.connectors.door.Problem;
import dev.clientportal.connectors.door.ProblemException;
import dev.clientportal.connectors.door.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** Takes files in, chunk by chunk, into the database. What breaks off leaves nothing. */
final class Uploads {
    private static final int CHUNK = 262_144;

    private final ImportStore store;
    private final long mostBytes;

    Uploads(ImportStore store, long mostBytes) {
        this.store = store;
        this.mostBytes = mostBytes;
    }

    /** @throws ProblemException for a file that is too large, or breaks off */
    void take(Import begun, InputStream file) {
        store.begin(begun);
        try {
            copy(begun.id(), file);
        } catch (IOException e) {
            store.remove(begun.id());
            throw new ProblemException(Problem.INVALID, "The file broke off: " + e.getMessage());
        } catch (RuntimeException e) {
            store.remove(begun.id());
            throw e;
        }
    }

    private void copy(String id, InputStream file) throws IOException {
        MessageDigest sha = Sha256.digest();
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        int count;
        for (int seq = 0; (count = file.readNBytes(chunk, 0, CHUNK)) > 0; seq++) {
            size += count;
            if (size > mostBytes) {
                throw new ProblemException(Problem.TOO_LARGE, "A file may have " + mostBytes + " bytes.");
            }
            sha.update(chunk, 0, count);
            store.addChunk(id, seq, Arrays.copyOf(chunk, count));
        }
        store.uploaded(id, size, HexFormat.of().formatHex(sha.digest()));
    }
}
