package dev.clientportal.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Browser;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The admin console in our theme and in Keycloak's own, taking turns, by an administrator who is signed in already: until
 * Keycloak's page of users stands, in a browser that has loaded nothing yet and once more in the same one, and what was
 * loaded for it. Then our page of companies, which the stock console does not have.
 */
final class ConsoleLoad {
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 7;
    private static final String USERS = "users";

    private final Browser browser = Browser.start();
    private final Theme stock = new Theme("keycloak.v2");
    private final Theme ours = new Theme("client-portal");
    private final Figures companies = new Figures();
    private final List<String> loaded = new ArrayList<>();

    void print() {
        try (browser) {
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                if (round == WARM_UP) forget();
                for (Theme theme : List.of(stock, ours)) load(theme);
            }
        }
        System.out.println("First load, ours / stock: " + ours.first.over(stock.first));
        System.out.println("Second load, ours / stock: " + ours.second.over(stock.second));
        for (Theme theme : List.of(stock, ours)) {
            System.out.printf(
                    "%s: first %s ms, second %s ms, %.0f kB in %d answers%n",
                    theme.name, theme.first, theme.second, theme.bytes / 1000.0, theme.answers);
        }
        System.out.println("From the page of users to ours of companies: " + companies + " ms");
        System.out.println("Scripts loaded for it: " + loaded);
    }

    private void forget() {
        for (Theme theme : List.of(stock, ours)) {
            theme.first = new Figures();
            theme.second = new Figures();
        }
    }

    private void load(Theme theme) {
        Portal.ok(Api.administrator().put("/admin/realms/northwind", Map.of("adminTheme", theme.name)));
        String signedIn;
        try (BrowserContext before = browser.desktop()) {
            Page page = before.newPage();
            page.navigate(address(USERS));
            page.fill("#username", "mia");
            if (!page.locator("#password").isVisible()) page.click("[type=submit]");
            page.fill("#password", "mia");
            page.click("[type=submit]");
            stands(page);
            signedIn = before.storageState();
        }
        try (BrowserContext fresh = browser.window(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setLocale("en")
                .setStorageState(signedIn))) {
            Page page = fresh.newPage();
            List<Response> answers = new ArrayList<>();
            page.onResponse(answers::add);
            theme.first.add(millis(() -> {
                page.navigate(address(USERS));
                stands(page);
            }));
            page.waitForLoadState(LoadState.NETWORKIDLE);
            theme.answers = answers.size();
            theme.bytes = answers.stream()
                    .mapToLong(answer -> answer.request().sizes().responseBodySize)
                    .sum();
            theme.second.add(millis(() -> {
                page.reload();
                stands(page);
            }));
            if (theme == ours) companies(page, answers);
        }
    }

    private void companies(Page page, List<Response> answers) {
        answers.clear();
        companies.add(millis(() -> {
            page.getByTestId("nav-item-companies").click();
            PlaywrightAssertions.assertThat(page.getByTestId("search")).isVisible();
        }));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        loaded.clear();
        answers.stream()
                .map(Response::url)
                .filter(url -> url.endsWith(".js"))
                .map(url -> url.substring(url.lastIndexOf('/') + 1))
                .forEach(loaded::add);
    }

    private static void stands(Page page) {
        PlaywrightAssertions.assertThat(page.getByTestId("view-header")).hasText("Users");
    }

    private static String address(String page) {
        return Stack.local().baseUrl() + "/admin/northwind/console/#/northwind/" + page;
    }

    private static double millis(Runnable work) {
        long before = System.nanoTime();
        work.run();
        return (System.nanoTime() - before) / 1e6;
    }

    private static final class Theme {
        private final String name;
        private Figures first = new Figures();
        private Figures second = new Figures();
        private long bytes;
        private int answers;

        Theme(String name) {
            this.name = name;
        }
    }
}
