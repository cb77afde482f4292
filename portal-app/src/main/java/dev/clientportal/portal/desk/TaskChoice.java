package dev.clientportal.portal.desk;

import java.util.List;
import java.util.Set;

/**
 * What was chosen to be done with tasks.
 *
 * @param after where the part of the tasks begins that it was chosen in, or null
 * @param shared how many tasks the form before this page was about, or null
 * @param reminded of how many tasks it reminded, or null
 * @param error the name of a message, or null
 */
public record TaskChoice(
        boolean all,
        Set<String> ticked,
        Sharing sharing,
        String after,
        Integer shared,
        Integer reminded,
        String error) {
    static TaskChoice of(String which, List<String> ticked, Sharing sharing, String after) {
        Set<String> these = Set.copyOf(ticked == null ? List.of() : ticked);
        return new TaskChoice("all".equals(which), these, sharing, after, null, null, null);
    }

    static TaskChoice none(String after, Integer shared, Integer reminded) {
        return new TaskChoice(false, Set.of(), Sharing.EVERYBODY, after, shared, reminded, null);
    }

    TaskChoice with(String error) {
        return new TaskChoice(all, ticked, sharing, after, shared, reminded, error);
    }

    /** What is wrong with whom they were to be shared with, or null. */
    public String sharingError() {
        return "chooseContact".equals(error) ? error : null;
    }

    /** Staff were at it when the page was made. */
    public boolean isBegun() {
        return error != null || sharing.looks();
    }

    public boolean isTicked(String task) {
        return ticked.contains(task);
    }
}
