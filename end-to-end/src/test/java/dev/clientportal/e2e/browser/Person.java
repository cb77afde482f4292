package dev.clientportal.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.Stack;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * One person at a browser of their own, with a network address of their own for the limits. Whatever they do, nothing may
 * be loaded from elsewhere, no page may break its own content policy, and no script may fail: looked at when they leave.
 */
final class Person implements AutoCloseable {
    private final BrowserContext window;
    private final Page page;
    private final List<String> elsewhere = new CopyOnWriteArrayList<>();
    private final List<String> broken = new CopyOnWriteArrayList<>();
    private final List<String> failed = new CopyOnWriteArrayList<>();
    private final List<Response> documents = new CopyOnWriteArrayList<>();

    private Person(BrowserContext window) {
        this.window = window;
        window.setExtraHTTPHeaders(Map.of("X-Forwarded-For", Http.anyIpAddress()));
        window.onRequest(this::note);
        window.onResponse(this::note);
        window.onConsoleMessage(message -> {
            String text = message.text();
            if (text.contains("Content Security Policy") && !isOfKeycloak(text) && !isOfAxe(text)) {
                broken.add(text);
            }
        });
        window.onWebError(error -> failed.add(error.page().url() + ": " + error.error()));
        page = window.newPage();
    }

    static Person atDesktop() {
        return new Person(Chromium.browser().desktop());
    }

    static Person atPhone() {
        return new Person(Chromium.browser().phone());
    }

    static Person withoutJavaScript() {
        return new Person(Chromium.browser().withoutJavaScript());
    }

    static Person with(NewContextOptions window) {
        return new Person(Chromium.browser().window(window));
    }

    Page page() {
        return page;
    }

    Page newTab() {
        return window.newPage();
    }

    /** Whether Keycloak knows this browser. */
    boolean isSignedIn() {
        return cookie("KEYCLOAK_IDENTITY") != null;
    }

    /** The value of one of Keycloak's cookies, or null. */
    String cookie(String name) {
        return window.cookies(Stack.local().realmUrl() + "/").stream()
                .filter(cookie -> cookie.name.equals(name))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse(null);
    }

    /** Every page of Keycloak so far, in order. */
    List<Response> documents() {
        return documents;
    }

    BrowserContext window() {
        return window;
    }

    @Override
    public void close() {
        window.close();
        assertThat(elsewhere).as("requests to third parties").isEmpty();
        assertThat(broken).as("breaches of a page's content policy").isEmpty();
        assertThat(failed).as("scripts that failed").isEmpty();
    }

    /** It reads a page's stylesheets by script; the brand's stands at Keycloak, where the portal's pages have none to read. */
    private static boolean isOfAxe(String breach) {
        return breach.contains("Connecting to") && breach.contains("/client-portal/brand/style.css");
    }

    /** Forms of Keycloak's own pages have an onsubmit that our policy blocks on purpose (themes/README.md). */
    private static boolean isOfKeycloak(String breach) {
        return breach.contains("inline event handler");
    }

    private void note(Request request) {
        String url = request.url();
        String mailPage = Stack.local().mailWebUrl();
        boolean ours = Stream.of(
                        Stack.local().baseUrl() + "/",
                        Stack.local().portalUrl() + "/",
                        Stack.local().connectorsUrl() + "/",
                        mailPage,
                        DemoApp.HOST,
                        // The browser's own viewer of PDFs.
                        "chrome://",
                        "chrome-extension://",
                        "data:",
                        "blob:")
                .anyMatch(url::startsWith);
        if (!ours) elsewhere.add(url);
    }

    private void note(Response response) {
        boolean document = response.request().resourceType().equals("document");
        if (document && response.url().startsWith(Stack.local().baseUrl() + "/")) documents.add(response);
    }
}
