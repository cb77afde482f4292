package dev.clientportal.connectors.jobs;

import dev.clientportal.connectors.door.ProblemException;

/** Where a page of jobs, or of commands that were set aside, goes on: behind that time and id. */
public record JobCursor(long at, String id) {
    static JobCursor of(Job job) {
        return new JobCursor(job.createdAt(), job.id());
    }

    /** @throws ProblemException for what is none */
    public static JobCursor parse(String text) {
        if (text == null) return null;
        if (!text.matches("\\d{1,15}~[0-9a-f-]{36}")) {
            throw ProblemException.invalid("/after", "Not the next of a page.");
        }
        String[] parts = text.split("~");
        return new JobCursor(Long.parseLong(parts[0]), parts[1]);
    }

    @Override
    public String toString() {
        return at + "~" + id;
    }
}
