package dev.clientportal.connectors.jobs;

/**
 * One project of a job.
 *
 * @param seq its place in the job, from 0
 * @param body the {@code CreateProject}, as JSON
 * @param invited whom it invites, as JSON; null until that was decided
 * @param result as JSON; null until it is done
 * @param problemType why it failed or was set aside, or null
 * @param trace the traceparent of the call that brought it, or null
 */
public record Command(
        String id,
        String jobId,
        int seq,
        String realm,
        String companyGroup,
        String externalId,
        String body,
        State state,
        String invited,
        String result,
        String problemType,
        String problemDetail,
        String trace,
        Long finishedAt) {

    /** How it fares. */
    public enum State {
        WAITING,
        DONE,
        /** Refused, for a reason that somebody can act on. */
        FAILED,
        /** Set aside after too many tries; it can be sent again. */
        DEAD,
        CANCELLED
    }
}
