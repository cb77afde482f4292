package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;

/** What an application says about its user: the tests' own, or Keycloak's account console. */
final class Signed {
    private Signed() {}

    static void in(Page page, Contact contact) {
        assertThat(page.locator("h1")).hasText("Signed in as " + contact.email());
    }

    /**
     * Waits for the contact's address, not just for the page: its script asks Keycloak for a code some time after the page
     * was loaded, and that redirect can overtake whatever the person opens next.
     */
    static void inToAccount(Page page, Contact contact) {
        page.waitForURL(Stack.local().realmUrl() + "/account/**");
        assertThat(page.locator("input#email").first()).hasValue(contact.email());
    }

    static void not(Page page, String error) {
        assertThat(page.locator("h1")).hasText("Not signed in: " + error);
    }
}
