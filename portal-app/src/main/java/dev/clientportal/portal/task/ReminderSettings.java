package dev.clientportal.portal.task;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** The settings of reminders by the due date, as the README lists them. */
@StaticInitSafe
@ConfigMapping(prefix = "client-portal.reminders")
interface ReminderSettings {
    /** How often to look for tasks that somebody is to be reminded of. */
    @WithDefault("5m")
    String every();

    /** For firms that have chosen none: how many days before the due date; negative is after it. Without any nobody is reminded. */
    @WithDefault("1,-1")
    Optional<List<Integer>> days();

    /** From which hour of the day on, where the firm is. */
    @WithDefault("8")
    int hour();
}
