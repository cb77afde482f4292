package dev.clientportal.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
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
        // The application keeps what it knows of a firm for a while, also what it asked by itself before this.
        await().atMost(Duration.ofSeconds(70)).until(LandsInPortal::isKnown);
    }

    private static boolean isKnown() {
        Answer answer = new Http().get(PortalApi.portal() + "/c/birch-bakery/");
        return answer.location().getQuery().contains("client_id=portal&");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        settings.close();
    }
}
