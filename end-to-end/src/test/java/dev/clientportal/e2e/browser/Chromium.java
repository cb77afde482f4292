package dev.clientportal.e2e.browser;

import dev.clientportal.e2e.Browser;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.TestSupport;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One Chromium for all browser tests of this process, with which it ends; who uses it gets a window of their own. A clock
 * that was moved is set right.
 */
final class Chromium implements BeforeAllCallback, AfterEachCallback {
    @SuppressWarnings("NonFinalStaticField") // One per process is the point.
    private static Browser browser;

    @Override
    public void beforeAll(ExtensionContext context) {
        if (browser == null) {
            browser = Browser.start();
        }
        Portal.open();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        TestSupport.resetClock();
    }

    static Browser browser() {
        return browser;
    }
}
