package dev.clientportal.portal.task;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * On which days a firm reminds of its tasks.
 *
 * @param days so many before the due date, negative for after it
 * @param since what an earlier day would have called for is let go; null when they were always so
 * @param version of the firm's choice
 */
public record ReminderDays(List<Integer> days, LocalDate since, int version) {
    /** The version where the firm has chosen none, and the deployment's setting counts. */
    static final int NOT_CHOSEN = -1;

    /** After an outage longer than this a day that has gone by is let go. */
    private static final int STALE_DAYS = 2;

    /** The due dates that call for a reminder, each with the last day on which it did. */
    Map<LocalDate, LocalDate> calling(LocalDate today) {
        LocalDate first = today.minusDays(STALE_DAYS);
        if (since != null && since.isAfter(first)) first = since;
        Map<LocalDate, LocalDate> calling = new TreeMap<>();
        for (LocalDate day = first; !day.isAfter(today); day = day.plusDays(1)) {
            for (int before : days) calling.put(day.plusDays(before), day);
        }
        return calling;
    }
}
