package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.clientportal.e2e.Browser;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;

/** The way into the portal application, and how its pages are looked at. */
final class InPortal {
    static final String MENU = "details.app-menu > summary";

    private InPortal() {}

    /** By an invitation to the contact's company, and past the welcome that comes first. */
    static void arrive(Page page, Contact contact, String company) {
        LinkPage.of(page, Links.invitation(contact)).press();
        page.waitForURL(home(company) + "welcome**");
        page.click("main .cp-button-primary");
        page.waitForURL(home(company));
    }

    /** As {@link #arrive}, for the contacts that tests make. */
    static void signIn(Page page, Contact contact, String company) {
        arrive(page, contact, company);
        assertThat(page.locator("h1")).hasText("Hello, Con Tact");
    }

    /** Without a mouse: as somebody comes there who presses Tab. */
    static void tabTo(Page page, String selector) {
        for (int i = 0; i < 40; i++) {
            page.keyboard().press("Tab");
            if (page.locator(":focus").and(page.locator(selector)).count() > 0) return;
        }
        throw new AssertionError("Nobody comes to " + selector + " by keyboard");
    }

    /** In the menu, or at the bottom of a page for those who have none. */
    static void speak(Page page, String language) {
        if (page.locator(MENU).count() > 0) page.click(MENU);
        page.selectOption("#language", language);
        page.click(".app-language button");
        assertThat(page.locator("html")).hasAttribute("lang", language);
    }

    /** A picture and a look for barriers, in light and dark. */
    static void looks(Page page, String name) {
        Pictures.take(page, name);
        assertThat(Browser.seriousProblems(page)).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Pictures.take(page, name + "-dark");
        assertThat(Browser.seriousProblems(page)).as("dark").isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    static String home(String company) {
        return PortalApi.portal() + "/c/" + company + "/";
    }
}
