package dev.clientportal.e2e.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import dev.clientportal.e2e.Browser;

/** Pictures of a page as a phone and as a computer show it. */
final class Pictures {
    static final int PHONE = 390;
    static final int COMPUTER = 1280;

    private Pictures() {}

    static void take(Page page, String name) {
        ViewportSize before = page.viewportSize();
        for (int width : new int[] {PHONE, COMPUTER}) {
            page.setViewportSize(width, width == PHONE ? 844 : 900);
            Browser.screenshot(page, name);
        }
        page.setViewportSize(before.width, before.height);
    }
}
