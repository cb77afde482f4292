package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.clientportal.e2e.Portal.Contact;

/** What the application says about its user. */
final class Signed {
    private Signed() {}

    static void in(Page page, Contact contact) {
        assertThat(page.locator("h1")).hasText("Signed in as " + contact.email());
    }

    static void not(Page page, String error) {
        assertThat(page.locator("h1")).hasText("Not signed in: " + error);
    }
}
