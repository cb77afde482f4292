package dev.clientportal.portal.desk;

import dev.clientportal.portal.task.ReminderDays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The days of reminders, as they are typed.
 *
 * @param version of what was seen before the change
 * @param before days before the due date, with commas between; 0 is that day itself
 * @param after days after it
 * @param errors the names of messages, by field
 */
public record RemindersForm(int version, String before, String after, Map<String, String> errors) {
    private static final int FURTHEST = 365;
    private static final int MOST = 10;

    static RemindersForm of(ReminderDays days) {
        return new RemindersForm(
                days.version(),
                listed(days.days().stream().filter(day -> day >= 0)),
                listed(days.days().stream().filter(day -> day < 0)),
                Map.of());
    }

    private static String listed(Stream<Integer> days) {
        return days.map(day -> String.valueOf(Math.abs(day))).collect(Collectors.joining(", "));
    }

    static RemindersForm of(int version, String before, String after) {
        RemindersForm form = new RemindersForm(version, Typed.text(before), Typed.text(after), Map.of());
        boolean areDays = areDays(form.before, 0) && areDays(form.after, 1);
        Errors errors = new Errors()
                .unless(areDays(form.before, 0), "before", "noDaysBefore")
                .unless(areDays(form.after, 1), "after", "noDaysAfter")
                .unless(!areDays || form.days().size() <= MOST, "before", "tooManyDays");
        return new RemindersForm(version, form.before, form.after, errors.found());
    }

    private static boolean areDays(String typed, int nearest) {
        return numbers(typed)
                .allMatch(word -> word.matches("\\d{1,3}")
                        && Integer.parseInt(word) >= nearest
                        && Integer.parseInt(word) <= FURTHEST);
    }

    private static Stream<String> numbers(String typed) {
        return Stream.of(typed.split("[\\s,;]+")).filter(word -> !word.isEmpty());
    }

    /** In the order in which they come: so many before the due date, negative for after it. */
    List<Integer> days() {
        return Stream.concat(
                        numbers(before).map(Integer::valueOf), numbers(after).map(word -> -Integer.parseInt(word)))
                .distinct()
                .sorted((one, other) -> Integer.compare(other, one))
                .toList();
    }

    /** The same with what is wrong. */
    RemindersForm with(String field, String error) {
        return new RemindersForm(version, before, after, Map.of(field, error));
    }

    /** What is wrong with a field, or null. */
    public String error(String field) {
        return errors.get(field);
    }

    /** Nobody is reminded by the due date. */
    public boolean isOff() {
        return before.isEmpty() && after.isEmpty();
    }
}
