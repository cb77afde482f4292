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
    private InPortal() {}

    /** By an invitation to the contact's company. */
    static void signIn(Page page, Contact contact, String company) {
        LinkPage.of(page, Links.invitation(contact)).press();
        page.waitForURL(home(company));
        assertThat(page.locator("h1")).hasText("Hello, Con Tact");
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
