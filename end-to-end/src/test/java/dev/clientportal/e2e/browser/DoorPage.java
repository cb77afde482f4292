package dev.clientportal.e2e.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;

/** A closed door. */
record DoorPage(Page page, int status) {
    DoorPage {
        page.waitForSelector("[data-page-id=login-client-portal-door]");
    }

    static DoorPage of(Page page, String link) {
        Response answer = page.navigate(link);
        return new DoorPage(page, answer.status());
    }

    String title() {
        return page.innerText("h1");
    }

    /** One click for a fresh link. */
    void askForFresh() {
        page.click("#client-portal-fresh-button");
    }

    boolean offersFresh() {
        return page.locator("#client-portal-fresh-button").isVisible();
    }

    /** Whom to ask. */
    String help() {
        return page.innerText("#cp-help");
    }
}
