package dev.clientportal.e2e.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** "Check your mail": takes the code. */
record SentPage(Page page) {
    SentPage {
        page.waitForSelector("#client-portal-code");
    }

    void type(String code) {
        page.fill("#code", code);
        page.click("#client-portal-code-button");
    }

    /** What is said about the code. */
    Locator error() {
        return page.locator("#code-error");
    }

    AddressPage change() {
        page.click("#client-portal-change-button");
        return new AddressPage(page);
    }
}
