package dev.clientportal.e2e.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.ConnectorsApi;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.PortalApi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the tests of the connectors send, and what came of it elsewhere. */
final class Calls {
    private Calls() {}

    /** A project for a company that nobody knows yet, with these contacts. */
    static Map<String, Object> project(String... emails) {
        String id = UUID.randomUUID().toString();
        Map<String, Object> project = new LinkedHashMap<>();
        project.put("externalId", "project-" + id);
        project.put("name", "Annual report");
        project.put("company", Map.of("externalId", "company-" + id, "name", "Fjord Foods " + id));
        project.put(
                "contacts",
                List.of(emails).stream()
                        .map(email -> Map.of("email", email, "firstName", "Liis", "lastName", "Lind"))
                        .toList());
        project.put("tasks", List.of(Map.of("title", "Send the bank statements", "kind", "UPLOAD")));
        return project;
    }

    static Map<String, Object> with(Map<String, Object> project, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(project);
        changed.put(name, value);
        return changed;
    }

    static String newAddress() {
        return "liis." + UUID.randomUUID() + "@fjord.example";
    }

    /** Of the project under its external id; none or one. */
    static List<JsonNode> inPortal(Map<String, Object> project) {
        return Facts.list(Portal.ok(PortalApi.automation().get("/projects?externalId=" + project.get("externalId")))
                .json()
                .path("items"));
    }

    /** The organizations that have the external id of the project's company. */
    static List<JsonNode> companies(Map<String, Object> project) {
        String name = ((Map<?, ?>) project.get("company")).get("name").toString();
        return Facts.list(Portal.ok(Portal.mia().get(Portal.ADMIN + "/companies?search=" + name.replace(" ", "%20")))
                .json()
                .path("items"));
    }

    static JsonNode job(Answer accepted) {
        String id = accepted.header("Location").replaceAll(".*/", "");
        return Portal.ok(ConnectorsApi.automation().get("/jobs/" + id)).json();
    }
}
