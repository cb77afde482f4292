package dev.clientportal.keycloak.cleanup;

import dev.clientportal.keycloak.setting.Setting;
import java.util.List;
import org.keycloak.Config;

/** Server options {@code --spi-client-portal-cleanup--periodic--…}, read once. */
public record CleanupSettings(int intervalMinutes, int batch, int loginDays) {
    static final Setting<Integer> INTERVAL_MINUTES =
            Setting.number("intervalMinutes", "Clean-up interval", "Minutes between two clean-ups.", 60, 1, 1440);
    static final Setting<Integer> BATCH =
            Setting.number("batch", "Clean-up batch", "Rows that one transaction removes.", 500, 10, 10_000);
    static final Setting<Integer> LOGIN_DAYS = Setting.number(
            "loginDays", "Login history", "Days that login links and the record of their mails stay.", 30, 1, 3650);

    /** All settings, in the order of the documentation. */
    public static List<Setting<?>> settings() {
        return List.of(INTERVAL_MINUTES, BATCH, LOGIN_DAYS);
    }

    static CleanupSettings from(Config.Scope config) {
        return new CleanupSettings(INTERVAL_MINUTES.from(config), BATCH.from(config), LOGIN_DAYS.from(config));
    }
}
