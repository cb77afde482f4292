package dev.clientportal.keycloak.directory;

import java.time.Duration;

/**
 * What became of the mails with invitations that were queued within one quarter of an hour. Every time zone's days begin
 * with one. A mail that was cancelled, or that waits and is not late yet, counts nowhere.
 *
 * @param startedAt milliseconds
 * @param inTime the mail server took them within what is promised; some may have come back since
 * @param late it took them later, or they wait for longer than that
 * @param failed it never took them
 */
public record InvitationTimes(long startedAt, long inTime, long late, long failed) {
    /** From being asked for to being taken by the mail server (row B9). */
    public static final Duration PROMISED = Duration.ofMinutes(5);

    public static final Duration QUARTER = Duration.ofMinutes(15);
}
