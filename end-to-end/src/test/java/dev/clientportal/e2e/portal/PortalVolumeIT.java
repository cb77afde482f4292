package dev.clientportal.e2e.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.OwnStack;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.PortalStatements;
import dev.clientportal.e2e.Visitor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A page costs as many statements where a contact has 200,000 tasks as where there are 100. */
class PortalVolumeIT {
    private static final int FEW = 100;
    private static final int PROJECTS = 400;
    private static final int TASKS = 500;
    private static final int OF_CONTACTS = 6;
    private static final int OF_STAFF = 4;

    @Order(1)
    @RegisterExtension
    static final OwnStack STACK = OwnStack.onPostgres();

    @Order(2)
    @RegisterExtension
    static final LandsInPortal LANDS = new LandsInPortal();

    private final String alias = "volume-" + UUID.randomUUID();
    private final ManyTasks tasks = new ManyTasks(STACK.portalDatabase());

    @Test
    void pagesCostTheSameWith100TasksAndWith200000() {
        Portal.ok(Portal.mia().post(Portal.ADMIN + "/companies/" + Portal.addCompany(alias) + "/activate"));
        Contact contact = Portal.newContact(alias);
        Http ofContact = Visitor.inPortal(contact, alias);
        Http ofStaff = Visitor.atDesk(PortalApi.portal(), "mia");
        String project = project(contact);
        String home = PortalApi.portal() + "/c/" + alias + "/";
        String list = PortalApi.portal() + "/staff/companies/" + contact.companyId() + "/projects/" + project;
        List<String> pages =
                List.of(home, home + "tasks", home + "tasks/" + firstTask(project), home + "projects/" + project);

        Map<String, Long> few = costs(ofContact, pages);
        long fewForStaff = cost(ofStaff, list);
        tasks.add(contact, PROJECTS, TASKS);

        assertThat(few).allSatisfy((page, cost) -> assertThat(cost).as(page).isBetween(2L, (long) OF_CONTACTS));
        assertThat(fewForStaff).isBetween(2L, (long) OF_STAFF);
        assertThat(costs(ofContact, pages)).isEqualTo(few);
        assertThat(cost(ofStaff, list)).isEqualTo(fewForStaff);
        assertThat(ofStaff.get(list).document().select("input[name=task]")).hasSize(FEW);
        assertThat(tasks.count()).isGreaterThanOrEqualTo(PROJECTS * TASKS);
    }

    private static Map<String, Long> costs(Http browser, List<String> pages) {
        Map<String, Long> costs = new LinkedHashMap<>();
        pages.forEach(page -> costs.put(page, cost(browser, page)));
        return costs;
    }

    private static long cost(Http browser, String page) {
        return PortalStatements.of(() -> assertThat(browser.get(page).status()).isEqualTo(200));
    }

    private static String project(Contact contact) {
        return Portal.ok(PortalApi.automation()
                        .post(
                                "/projects",
                                Map.of(
                                        "company",
                                        contact.companyId(),
                                        "name",
                                        "A few",
                                        "contacts",
                                        List.of(contact.id()),
                                        "notify",
                                        false,
                                        "tasks",
                                        Collections.nCopies(FEW, Map.of("title", "One of a few")))))
                .json()
                .path("id")
                .asText();
    }

    private static String firstTask(String project) {
        JsonNode found = Portal.ok(PortalApi.automation().get("/projects/" + project + "/tasks"))
                .json();
        return Facts.list(found.path("items")).get(0).path("id").asText();
    }
}
