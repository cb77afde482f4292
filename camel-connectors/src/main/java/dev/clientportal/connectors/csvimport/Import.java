package dev.clientportal.connectors.csvimport;

import dev.clientportal.connectors.csvimport.CsvFile.Reading;

/**
 * A file that was sent, and how far it is.
 *
 * @param caller the client that sent it
 * @param atOnce whether to begin as soon as there is a plan
 * @param size in bytes
 * @param totalRows 0 until they were counted
 * @param rowsRead of the pass that is under way
 * @param plan as JSON; null until there is one
 * @param problem why it cannot be read, as JSON; null where it can
 * @param jobId null until it was committed
 * @param trace the traceparent of what brought it, and then of the call that committed it; or null
 * @param lease of who works on it; see {@link ImportStore#claim}
 * @param createdAt milliseconds since 1970
 */
record Import(
        String id,
        String realm,
        String caller,
        String fileName,
        String charset,
        String delimiter,
        boolean atOnce,
        State state,
        long size,
        String fileHash,
        long totalRows,
        long rowsRead,
        String plan,
        String planHash,
        String problem,
        String jobId,
        String trace,
        long lease,
        long createdAt) {

    enum State {
        UPLOADING,
        PLANNING,
        /** Can be committed. */
        PLANNED,
        UNREADABLE,
        /** Committed: it is planned again, to see that the plan still holds. */
        CHECKING,
        /** Its commands are written. */
        FILLING,
        /** The job does the rest. */
        COMMITTED,
        CANCELLED;

        /** Whether nothing happens until somebody decides. */
        boolean rests() {
            return this != UPLOADING && this != PLANNING && this != CHECKING && this != FILLING;
        }
    }

    Reading reading(long mostRows) {
        return new Reading(
                charset == null ? null : Encoding.chosen(charset).orElse(null),
                delimiter == null ? null : delimiter.charAt(0),
                mostRows);
    }
}
