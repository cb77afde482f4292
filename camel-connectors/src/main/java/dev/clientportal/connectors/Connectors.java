package dev.clientportal.connectors;

import dev.clientportal.connectors.settings.InvalidSettings;
import dev.clientportal.connectors.settings.Settings;

/** Starts the connectors; ends with SIGTERM, after what is being worked on. */
public final class Connectors {
    private static final int WRONG_SETTINGS = 78; // EX_CONFIG of sysexits.h

    private Connectors() {}

    public static void main(String[] arguments) throws Exception {
        try {
            new Application(Settings.read()).run();
        } catch (InvalidSettings wrong) {
            System.err.println(wrong.getMessage());
            System.exit(WRONG_SETTINGS);
        }
    }
}
