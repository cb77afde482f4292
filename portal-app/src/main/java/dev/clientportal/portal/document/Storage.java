package dev.clientportal.portal.document;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/**
 * Where the content of files is kept. Every file in it is told of by a row of {@link DocumentEntity}; one without a row is
 * taken away after a day (see {@link Leftovers}).
 */
public interface Storage {
    /**
     * What was put away.
     *
     * @param key where it is; says nothing of the file
     * @param sha256 in hexadecimal digits
     */
    record Stored(String key, long size, String sha256) {}

    /**
     * Keeps all of the content, and has it on the disk when it returns; or keeps nothing.
     *
     * @param most bytes
     * @throws TooLargeException for more than that
     */
    Stored put(InputStream content, long most) throws IOException, TooLargeException;

    /** @throws java.nio.file.NoSuchFileException when there is none with this key */
    InputStream open(String key) throws IOException;

    /** Takes the content away. One that is not there is away already. */
    void delete(String key) throws IOException;

    /**
     * The keys of what was put away before that time, in order.
     *
     * @param after the last key of the part before, or an empty text
     */
    List<String> keys(Instant before, String after, int max) throws IOException;
}
