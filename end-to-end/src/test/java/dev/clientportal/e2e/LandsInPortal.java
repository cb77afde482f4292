package dev.clientportal.e2e;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The firm's links lead into the portal application while a class of tests runs; name it after {@link Stack}. */
public final class LandsInPortal implements BeforeAllCallback, AfterAllCallback {
    private FirmSettings settings;

    @Override
    public void beforeAll(ExtensionContext context) {
        Portal.open();
        settings = FirmSettings.with("portalClientId", "portal");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        settings.close();
    }
}
