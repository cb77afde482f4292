package dev.clientportal.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import dev.clientportal.e2e.Browser;

/** Pictures of a page as a phone and as a computer show it. */
final class Pictures {
    static final int PHONE = 390;
    static final int COMPUTER = 1280;

    private Pictures() {}

    /** Where they are wanted. */
    static void take(Page page, String name) {
        if (!Browser.takesPictures()) return;
        ViewportSize before = page.viewportSize();
        for (int width : new int[] {PHONE, COMPUTER}) {
            page.setViewportSize(width, width == PHONE ? 844 : 900);
            Browser.screenshot(page, name);
        }
        page.setViewportSize(before.width, before.height);
    }

    /** In light and in dark, with nothing on it that keeps people out. */
    static void looks(Page page, String name) {
        take(page, name);
        assertThat(Browser.seriousProblems(page)).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        take(page, name + "-dark");
        assertThat(Browser.seriousProblems(page)).as("dark").isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }
}
