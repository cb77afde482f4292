package dev.clientportal.e2e.browser;

import dev.clientportal.e2e.Browser;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.TestSupport;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One Chromium for all browser tests; who uses it gets a window of their own. A clock that was moved is set right. */
final class Chromium implements BeforeAllCallback, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Chromium.class);

    @SuppressWarnings("NonFinalStaticField") // One per test run is the point; Running sets and clears it.
    private static Browser browser;

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class);
        Portal.open();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        TestSupport.resetClock();
    }

    static Browser browser() {
        return browser;
    }

    static final class Running implements AutoCloseable {
        Running() {
            browser = Browser.start();
        }

        @Override
        public void close() {
            browser.close();
            browser = null;
        }
    }
}
