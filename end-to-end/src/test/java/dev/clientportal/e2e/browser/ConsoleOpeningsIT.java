package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.clientportal.e2e.browser.ConsoleData.addCompany;
import static dev.clientportal.e2e.browser.ConsoleLooks.looks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Portal;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Portals of many companies, opened together in the console. How many can be set: {@code -Dconsole.companies=1000}.
 */
@InBrowser
@Tag("B11")
class ConsoleOpeningsIT {
    private static final int COMPANIES = Integer.getInteger("console.companies", 30);
    private static final double PATIENCE_MILLIS = 60_000 + 200.0 * COMPANIES;

    @Test
    @Tag("A5")
    @Tag("B12")
    void manyCompaniesAreOpenedAsForeseenWhileNobodyLooks() throws IOException {
        List<String> companies = IntStream.rangeClosed(1, COMPANIES)
                .mapToObj(number -> addCompany("Pine Partners %04d".formatted(number)))
                .toList();
        for (int i = 0; i < COMPANIES; i++) addPeople(i, companies.get(i));
        // With those of every third company that has no address.
        int withoutAddress = (COMPANIES + 2) / 3;
        String opening;
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console = ConsolePage.of(page, "northwind", "mia").go("companies");
            assertThat(page.getByTestId("open-many")).isDisabled();
            console.search("pine p");
            assertThat(console.row("Pine Partners 0001")).isVisible();
            page.getByTestId("select-found").click();
            assertThat(page.getByTestId("open-many")).hasText("Open portals (" + COMPANIES + ")");
            looks(page, "console-select-companies");

            page.getByTestId("open-many").click();
            page.getByTestId("open-silent").check();
            page.getByTestId("open-preview").click();
            assertThat(page.getByTestId("open-foreseen"))
                    .containsText(
                            "Companies that will be opened: " + COMPANIES + ". Contacts who will get access: "
                                    + COMPANIES + ". Mails that will be sent: 0.",
                            new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
            assertThat(page.getByTestId("open-foreseen")).containsText("No valid e-mail address: " + withoutAddress);
            assertThat(page.getByTestId("open-table").locator("tbody tr")).hasCount(COMPANIES);
            if (COMPANIES <= 100) looks(page, "console-open-companies");
            assertThat(isActive(companies.get(0))).as("a preview opens nothing").isFalse();

            page.getByTestId("open-start").click();
            assertThat(page).hasURL(Pattern.compile("/openings/[-0-9a-f]+$"));
            opening = page.url().replaceAll(".*/", "");
            // Closing the tab does not stop it.
        }
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console = ConsolePage.of(page, "northwind", "mia").openOurs("openings");
            page.locator("tbody tr").first().getByRole(AriaRole.LINK).click();
            assertThat(page).hasURL(Pattern.compile(opening + "$"));
            assertThat(page.getByTestId("opening-progress"))
                    .containsText(
                            COMPANIES + " of " + COMPANIES + " companies done",
                            new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
            assertThat(page.getByText("Done", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            assertThat(page.getByTestId("opening-stop")).hasCount(0);
            assertThat(console.row("Pine Partners 0001").first()).containsText("Opened");
            assertThat(console.row("No valid e-mail address").first()).isVisible();
            looks(page, "console-opening");

            Download csv = page.waitForDownload(
                    () -> page.getByTestId("opening-download").click());
            assertThat(csv.suggestedFilename()).isEqualTo("opening-" + opening + ".csv");
            assertThat(Files.readAllLines(csv.path())).hasSize(1 + 2 * COMPANIES + withoutAddress);
        }
        assertThat(companies).allMatch(ConsoleOpeningsIT::isActive);
        JsonNode first = Portal.ok(Portal.mia().get(Portal.ADMIN + "/companies/" + companies.get(0) + "/contacts"))
                .json();
        assertThat(Facts.list(first.path("items")))
                .extracting(contact -> contact.path("state").asText())
                .containsExactlyInAnyOrder("ENABLED", "NONE");
    }

    @Test
    void progressIsLookedAtAgainAfterALookThatFailed() {
        List<String> companies =
                IntStream.rangeClosed(1, 3).mapToObj(i -> Portal.newCompany()).toList();
        String opening = Portal.ok(
                        Portal.mia().post(Portal.ADMIN + "/openings", Map.of("companies", companies, "silent", true)))
                .json()
                .path("id")
                .asText();
        await().until(() -> opening(opening).hasNonNull("finishedAt"));
        AtomicInteger looks = new AtomicInteger();
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            // The server has ended already: it goes on here until the third look that is answered.
            page.route("**/openings/" + opening, route -> {
                switch (looks.incrementAndGet()) {
                    case 1 -> route.fulfill(answer(running(opening)));
                    case 2, 3 -> route.abort();
                    default -> route.resume();
                }
            });
            ConsolePage.of(page, "northwind", "mia").openOurs("openings/" + opening);
            assertThat(page.getByTestId("opening-progress")).containsText("0 of 3");

            assertThat(page.getByTestId("look-failed")).containsText("the next look is in 2 seconds");
            assertThat(page.getByTestId("refusal")).containsText("The server could not be reached.");
            assertThat(page.getByTestId("opening-progress")).containsText("0 of 3");
            assertThat(page.getByTestId("look-failed")).containsText("the next look is in 4 seconds");
            looks(page, "console-look-failed");

            assertThat(page.getByTestId("opening-progress")).containsText("3 of 3");
            assertThat(page.getByTestId("look-failed")).hasCount(0);
            assertThat(page.getByTestId("refusal")).hasCount(0);
        }
    }

    private static JsonNode opening(String id) {
        return Portal.ok(Portal.mia().get(Portal.ADMIN + "/openings/" + id)).json();
    }

    private static String running(String opening) {
        ObjectNode running = opening(opening).deepCopy();
        running.remove("finishedAt");
        return running.put("done", 0).toString();
    }

    private static Route.FulfillOptions answer(String json) {
        return new Route.FulfillOptions()
                .setStatus(200)
                .setContentType("application/json")
                .setBody(json);
    }

    /** One with an address in each company, and in every third one without. */
    private static void addPeople(int number, String company) {
        String name = "pine%04d".formatted(number);
        Portal.importContact(company, Map.of("username", name, "email", name + "@pine.example", "enabled", true));
        if (number % 3 == 0) Portal.importContact(company, Map.of("username", name + "-mute", "enabled", true));
    }

    private static boolean isActive(String company) {
        return Portal.ok(Portal.mia().get(Portal.ADMIN + "/companies/" + company))
                .json()
                .path("active")
                .asBoolean();
    }

    @Test
    void whoMayOnlyLookCannotSelectCompanies() {
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console = ConsolePage.of(page, "northwind", "theo").go("companies");
            console.search("birch");
            assertThat(console.row("Birch Bakery OÜ")).isVisible();
            assertThat(page.getByTestId("open-many")).hasCount(0);
            assertThat(page.getByRole(AriaRole.CHECKBOX)).hasCount(0);
        }
    }
}
