package dev.clientportal.portal.task;

import java.time.LocalDate;
import java.util.Set;

/**
 * A task to be made.
 *
 * @param due may be null
 * @param remind whether the due date is reminded of
 * @param readers the contacts it is shared with, or {@link #EVERYBODY}; empty keeps it with the firm
 */
public record NewTask(
        TaskKind kind,
        String title,
        String description,
        LocalDate due,
        boolean remind,
        boolean sample,
        Set<String> readers) {
    /** All contacts of the company, also those to come. */
    public static final Set<String> EVERYBODY = Set.of(ShareEntity.EVERYBODY);
}
