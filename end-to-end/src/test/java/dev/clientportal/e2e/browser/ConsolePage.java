package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.clientportal.e2e.Stack;

/** The admin console, and the pages of the section "Client portal" in it. */
final class ConsolePage {
    private static final String SECTION = "[data-testid=nav-client-portal]";

    private final Page page;
    private final String loginRealm;
    private final String realm;

    private ConsolePage(Page page, String loginRealm, String realm) {
        this.page = page;
        this.loginRealm = loginRealm;
        this.realm = realm;
    }

    /** Signs in at the console of one realm; in the tests the password is the name. */
    static ConsolePage of(Page page, String loginRealm, String name) {
        return of(page, loginRealm, "northwind", name);
    }

    /** As above, to look at another firm than the one that most tests work in. */
    static ConsolePage of(Page page, String loginRealm, String realm, String name) {
        ConsolePage console = new ConsolePage(page, loginRealm, realm);
        console.open("/" + realm + "/realm-settings");
        page.fill("#username", name);
        if (!page.locator("#password").isVisible()) page.click("[type=submit]");
        page.fill("#password", name);
        page.click("[type=submit]");
        assertThat(page.getByTestId("currentRealm")).isVisible();
        return console;
    }

    /** @param address what stands behind the number sign */
    ConsolePage open(String address) {
        page.navigate(address(address));
        return this;
    }

    /** A page of ours, as a link to it that somebody was sent. */
    ConsolePage openOurs(String path) {
        return open("/" + realm + "/client-portal/" + path);
    }

    String address(String path) {
        return Stack.local().baseUrl() + "/admin/" + loginRealm + "/console/#" + path;
    }

    Locator section() {
        return page.locator(SECTION);
    }

    /** Goes there by the navigation. */
    ConsolePage go(String entry) {
        section().getByTestId("nav-item-" + entry).click();
        return this;
    }

    void search(String words) {
        Locator field = page.getByTestId("search").locator("input");
        field.fill(words);
        field.press("Enter");
    }

    Locator row(String text) {
        return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(text));
    }

    /** Chooses an entry of a row's menu, and presses the button of the question that follows. */
    void act(String row, String entry) {
        choose(row, entry);
        confirm();
    }

    void choose(String row, String entry) {
        row(row).getByRole(AriaRole.BUTTON).last().click();
        page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(entry).setExact(true))
                .click();
    }

    Locator question() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /** Presses the button of the question, and waits for it to be gone. */
    void confirm() {
        page.getByTestId("confirm").click();
        assertThat(question()).hasCount(0);
    }
}
