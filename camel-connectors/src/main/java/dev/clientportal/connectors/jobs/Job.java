package dev.clientportal.connectors.jobs;

/**
 * Work that was accepted.
 *
 * @param caller the client that asked for it
 * @param bodyHash SHA-256 of what it asked for, or null where no repetition is answered
 * @param total how many commands it has
 * @param fed how many of them went onto the queue, in their order
 * @param dead how many were set aside after too many tries
 * @param createdAt milliseconds since 1970
 * @param finishedAt null while it runs
 */
public record Job(
        String id,
        String realm,
        Kind kind,
        String caller,
        String bodyHash,
        State state,
        int total,
        int fed,
        int done,
        int failed,
        int dead,
        int cancelled,
        long createdAt,
        Long finishedAt) {

    /** What it came as. */
    public enum Kind {
        PROJECT,
        PROJECTS,
        IMPORT
    }

    /** How far it is. Only a running one is fed. */
    public enum State {
        FILLING,
        RUNNING,
        CANCELLED,
        DONE
    }

    public boolean isFinished() {
        return finishedAt != null;
    }
}
