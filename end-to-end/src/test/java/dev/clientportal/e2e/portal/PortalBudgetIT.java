package dev.clientportal.e2e.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.Visitor;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How many statements a page of the portal costs, by the application's own count; the same with few tasks and with many. */
@ExtendWith({Stack.class, LandsInPortal.class})
class PortalBudgetIT {
    private static final String STATEMENTS = "hibernate_statements_total";
    private static final int BUDGET = 6;

    @Test
    void pagesKeepToTheirBudgetWhateverThereIs() {
        Contact contact = Portal.newContact("birch-bakery");
        Http browser = Visitor.inPortal(contact, "birch-bakery");
        String home = PortalApi.portal() + "/c/birch-bakery/";
        String project = tasks(contact, 3);
        long few = statements(browser, home);
        String task = firstTask(project);
        long ofTask = statements(browser, home + "tasks/" + task);
        for (int i = 0; i < 4; i++) tasks(contact, 500);

        assertThat(few).isBetween(3L, (long) BUDGET);
        assertThat(statements(browser, home)).isLessThanOrEqualTo(BUDGET);
        assertThat(ofTask).isBetween(3L, (long) BUDGET);
        assertThat(statements(browser, home + "tasks/" + task)).isLessThanOrEqualTo(BUDGET);
        assertThat(statements(browser, home + "projects/" + project)).isLessThanOrEqualTo(BUDGET);
        assertThat(statements(browser, home + "tasks")).isLessThanOrEqualTo(BUDGET);
    }

    /** The least of several, as others work at the same time; less what counting itself costs. */
    private static long statements(Http browser, String page) {
        long counting = least(() -> {});
        return least(() -> assertThat(browser.get(page).status()).isEqualTo(200)) - counting;
    }

    private static long least(Runnable request) {
        return IntStream.range(0, 8)
                .mapToLong(i -> {
                    long before = counted();
                    request.run();
                    return counted() - before;
                })
                .min()
                .orElseThrow();
    }

    private static long counted() {
        List<Long> counts = new Http()
                .get(Stack.local().portalMetricsUrl())
                .body()
                .lines()
                .filter(line -> line.startsWith(STATEMENTS + "{") && line.contains("\"prepared\""))
                .map(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .toList();
        assertThat(counts).as(STATEMENTS).isNotEmpty();
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private static String tasks(Contact contact, int count) {
        return Portal.ok(PortalApi.automation()
                        .post(
                                "/projects",
                                Map.of(
                                        "company",
                                        contact.companyId(),
                                        "name",
                                        "With " + count,
                                        "contacts",
                                        List.of(contact.id()),
                                        "tasks",
                                        Collections.nCopies(count, Map.of("title", "One of many")))))
                .json()
                .path("id")
                .asText();
    }

    private static String firstTask(String project) {
        JsonNode tasks = Portal.ok(PortalApi.automation().get("/projects/" + project + "/tasks"))
                .json();
        return Facts.list(tasks.path("items")).get(0).path("id").asText();
    }
}
