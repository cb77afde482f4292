package dev.clientportal.portal.task;

import java.time.LocalDate;

/**
 * A task in a list.
 *
 * @param urgency what the list is sorted by, before the id
 * @param due may be null
 * @param projectId null, as is the name, for a task of no project
 * @param closed its project is
 */
public record TaskRow(
        String id,
        TaskKind kind,
        String title,
        LocalDate due,
        boolean sample,
        boolean done,
        long urgency,
        String projectId,
        String projectName,
        boolean closed) {}
