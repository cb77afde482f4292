package dev.clientportal.e2e.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.PortalStatements;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.Visitor;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How many statements a page of the portal costs, by the application's own count; the same with few tasks and with many. */
@ExtendWith({Stack.class, LandsInPortal.class})
class PortalBudgetIT {
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
        Http staff = Visitor.atDesk(PortalApi.portal(), "mia");
        String activity = PortalApi.portal() + "/staff/companies/" + contact.companyId() + "/activity";
        long ofActivity = statements(staff, activity + "?project=" + project);
        for (int i = 0; i < 4; i++) tasks(contact, 500);

        assertThat(few).isBetween(3L, (long) BUDGET);
        assertThat(statements(browser, home)).isEqualTo(few);
        assertThat(ofTask).isBetween(3L, (long) BUDGET);
        assertThat(statements(browser, home + "tasks/" + task)).isEqualTo(ofTask);
        assertThat(statements(browser, home + "projects/" + project)).isLessThanOrEqualTo(BUDGET);
        assertThat(statements(browser, home + "tasks")).isLessThanOrEqualTo(BUDGET);
        assertThat(ofActivity).isBetween(3L, (long) BUDGET);
        assertThat(statements(staff, activity)).isLessThanOrEqualTo(ofActivity);
    }

    private static long statements(Http browser, String page) {
        return PortalStatements.of(() -> assertThat(browser.get(page).status()).isEqualTo(200));
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
                                        "notify",
                                        false,
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
