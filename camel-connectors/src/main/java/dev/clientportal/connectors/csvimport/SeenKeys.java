package dev.clientportal.connectors.csvimport;

import dev.clientportal.connectors.door.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Remembers which keys there were, in 8 bytes for each (16 at most with the room it keeps): a million keys fit into 16 MB
 * whatever their length. Two keys are taken for one with a chance of 1 in 40 million in a file of a million.
 */
final class SeenKeys {
    private long[] table = new long[1024];
    private int size;
    private final MessageDigest sha = Sha256.digest();

    /** Whether it is new. */
    boolean add(String key) {
        if (!insert(table, hash(key))) return false;
        if (++size * 2 > table.length) grow();
        return true;
    }

    boolean has(String key) {
        long hash = hash(key);
        for (int at = start(table, hash); table[at] != 0; at = (at + 1) & (table.length - 1)) {
            if (table[at] == hash) return true;
        }
        return false;
    }

    int size() {
        return size;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (long hash : table) {
            if (hash != 0) insert(larger, hash);
        }
        table = larger;
    }

    private static boolean insert(long[] table, long hash) {
        int at = start(table, hash);
        while (table[at] != 0) {
            if (table[at] == hash) return false;
            at = (at + 1) & (table.length - 1);
        }
        table[at] = hash;
        return true;
    }

    private static int start(long[] table, long hash) {
        return (int) hash & (table.length - 1);
    }

    /** Never 0, which stands for an empty place. */
    private long hash(String key) {
        byte[] digest = sha.digest(key.getBytes(StandardCharsets.UTF_8));
        long hash = 0;
        for (int i = 0; i < Long.BYTES; i++) hash = hash << 8 | digest[i] & 0xff;
        return hash == 0 ? 1 : hash;
    }
}
