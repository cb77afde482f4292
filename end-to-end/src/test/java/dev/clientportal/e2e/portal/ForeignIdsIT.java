package dev.clientportal.e2e.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.Visitor;
import dev.clientportal.e2e.portal.Routes.Route;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Nobody gets at anything of another contact, company or firm by knowing its id: every address that has an id in it is
 * tried with ids of others. One that this test does not know the ids of fails it.
 */
@ExtendWith({Stack.class, LandsInPortal.class})
class ForeignIdsIT {
    private static final String SECRET = "Nobody else's business";

    @Test
    @Tag("C2")
    @Tag("E3")
    @Tag("E5")
    void everyPageOfACompanyIsNotFoundWithIdsOfOthers() {
        Contact contact = Portal.newContact("birch-bakery");
        Portal.addContact("cedar-cycles", contact.email());
        Http browser = Visitor.inPortal(contact, "birch-bakery");
        List<Map<String, String>> others = List.of(
                idsOf(Portal.newContact("birch-bakery")),
                idsOf(Portal.newContact("cedar-cycles")),
                Map.of(
                        "project",
                        UUID.randomUUID().toString(),
                        "task",
                        UUID.randomUUID().toString(),
                        "document",
                        UUID.randomUUID().toString()));

        List<Route> routes = Routes.all().stream()
                .filter(route -> route.path().startsWith("/c/{company}/"))
                .filter(route -> route.parameters().size() > 1)
                .toList();

        assertThat(routes).hasSizeGreaterThan(4);
        for (Route route : routes) {
            for (Map<String, String> ids : others) {
                Map<String, String> values = new LinkedHashMap<>(ids);
                values.put("company", "birch-bakery");
                assertThat(values.keySet()).as("ids for " + route).containsAll(route.parameters());

                Answer answer = ask(browser, route, route.with(values));

                assertThat(answer.status()).as(route + "\n" + answer).isEqualTo(404);
                assertThat(answer.body()).as(route.toString()).doesNotContain(SECRET);
            }
        }
    }

    @Test
    @Tag("C2")
    void everyPageOfACompanyAsksWhoIsNotSignedInToSignIn() {
        for (Route route : Routes.all()) {
            if (!route.path().startsWith("/c/{company}")) continue;
            Map<String, String> values = new LinkedHashMap<>();
            route.parameters()
                    .forEach(name -> values.put(name, UUID.randomUUID().toString()));
            values.put("company", "birch-bakery");

            Answer answer = ask(new Http(), route, route.with(values));

            assertThat(answer.status()).as(route + "\n" + answer).isEqualTo(303);
            assertThat(answer.location().toString())
                    .as(route.toString())
                    .startsWith(Stack.local().realmUrl());
        }
    }

    /** Of a project and a task that only this contact sees. */
    private static Map<String, String> idsOf(Contact contact) {
        PortalApi api = PortalApi.automation();
        JsonNode project = Portal.ok(api.post(
                        "/projects",
                        Map.of(
                                "company",
                                contact.companyId(),
                                "name",
                                SECRET,
                                "contacts",
                                List.of(contact.id()),
                                "tasks",
                                List.of(Map.of("title", SECRET)),
                                "notify",
                                false)))
                .json();
        String id = project.path("id").asText();
        return Map.of(
                "project",
                id,
                "task",
                Facts.list(Portal.ok(api.get("/projects/" + id + "/tasks"))
                                .json()
                                .path("items"))
                        .get(0)
                        .path("id")
                        .asText(),
                "document",
                UUID.randomUUID().toString());
    }

    private static Answer ask(Http browser, Route route, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(PortalApi.portal() + path));
        if (Set.of("GET", "HEAD").contains(route.method())) {
            return browser.send(request.method(route.method(), BodyPublishers.noBody()));
        }
        boolean files = route.consumes().startsWith("multipart/");
        String body = files
                ? "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\nHello\r\n--b--\r\n"
                : "id=" + UUID.randomUUID() + "&text=Hello";
        return browser.send(request.header("Origin", Stack.local().portalUrl())
                .header("Content-Type", files ? "multipart/form-data; boundary=b" : "application/x-www-form-urlencoded")
                .method(route.method(), BodyPublishers.ofString(body)));
    }
}
