package dev.clientportal.connectors.settings;

import java.util.List;

/** What keeps the connectors from starting, in words for who runs them. */
public final class InvalidSettings extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidSettings(List<String> wrong) {
        super("These settings keep the connectors from starting:\n  - " + String.join("\n  - ", wrong));
    }
}
