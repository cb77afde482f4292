package dev.clientportal.e2e.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a mailed link leads: one button. */
record LinkPage(Page page) {
    LinkPage {
        try {
            page.waitForSelector("#client-portal-open");
        } catch (TimeoutError e) {
            throw new AssertionError("The page of a link was awaited, not \"" + page.title() + "\": " + page.url(), e);
        }
    }

    static LinkPage of(Page page, String link) {
        page.navigate(link);
        return new LinkPage(page);
    }

    Locator button() {
        return page.locator("#client-portal-open-button");
    }

    void press() {
        button().click();
    }

    void notMe() {
        page.click("#client-portal-not-me-button");
        page.waitForSelector("[data-page-id=login-client-portal-done]");
    }

    /** What the page says about the link, by its label. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        List<String> labels = page.locator(".cp-facts dt").allInnerTexts();
        List<String> values = page.locator(".cp-facts dd").allInnerTexts();
        for (int i = 0; i < labels.size(); i++) {
            facts.put(labels.get(i), values.get(i));
        }
        return facts;
    }
}
