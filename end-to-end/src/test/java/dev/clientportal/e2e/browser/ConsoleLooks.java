package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import dev.clientportal.e2e.Browser;

/** How pages of the admin console look. */
final class ConsoleLooks {
    private static final String TOO_WIDE = """
            () => [...document.querySelectorAll('main *, [role=dialog], [role=dialog] *')]
              .filter(it => it.getClientRects().length > 0 && it.getBoundingClientRect().right > innerWidth + 1)
              .map(it => `${it.tagName} ${it.className} ${it.textContent.slice(0, 40)}`)""";

    private ConsoleLooks() {}

    /** As a computer shows it, light and dark, with nothing on it that keeps people out; and as a phone does. */
    static void looks(Page page, String name) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
            boolean dark = scheme == ColorScheme.DARK;
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(page.locator("html.pf-v5-theme-dark")).hasCount(dark ? 1 : 0);
            Browser.screenshot(page, dark ? name + "-dark" : name);
            assertThat(Browser.seriousProblems(page))
                    .as(name + (dark ? ", dark" : ""))
                    .isEmpty();
        }
        fitsAPhone(page, name);
    }

    /** Nothing of ours stands where a phone does not show it. */
    private static void fitsAPhone(Page page, String name) {
        ViewportSize before = page.viewportSize();
        page.setViewportSize(Pictures.PHONE, 844);
        assertThat(page.locator(".pf-v5-c-page__sidebar.pf-m-expanded")).hasCount(0);
        Browser.screenshot(page, name);
        assertThat(page.evaluate(TOO_WIDE))
                .as(name + " on a phone")
                .asInstanceOf(LIST)
                .isEmpty();
        page.setViewportSize(before.width, before.height);
    }
}
