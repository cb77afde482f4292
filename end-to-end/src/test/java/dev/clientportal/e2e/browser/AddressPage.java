package dev.clientportal.e2e.browser;

import com.microsoft.playwright.Page;

/** "Sign in": asks for the e-mail address. */
record AddressPage(Page page) {
    AddressPage {
        page.waitForSelector("#client-portal-ask");
    }

    static AddressPage of(Page page, String loginUrl) {
        page.navigate(loginUrl);
        return new AddressPage(page);
    }

    /** An address that nobody has and that was not asked for yet. */
    static String ofNobody() {
        return "nobody." + System.nanoTime() + "@client.example";
    }

    String address() {
        return page.inputValue("#email");
    }

    SentPage ask(String address) {
        type(address);
        return new SentPage(page);
    }

    /** As {@link #ask}, whatever comes of it. */
    void type(String address) {
        page.fill("#email", address);
        page.click("#client-portal-ask-button");
    }
}
