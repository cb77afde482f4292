package dev.clientportal.connectors.csvimport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.connectors.keycloak.KeycloakAdmin;
import dev.clientportal.connectors.portal.PortalApi;
import dev.clientportal.connectors.project.CreateProject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Asks Keycloak for companies and contacts, and the portal for projects. */
final class LiveDirectory implements Directory {
    private final KeycloakAdmin keycloak;
    private final PortalApi portal;

    LiveDirectory(KeycloakAdmin keycloak, PortalApi portal) {
        this.keycloak = keycloak;
        this.portal = portal;
    }

    @Override
    public Known lookUp(String realm, List<CreateProject> projects) {
        Map<String, CreateProject.Company> companies = new LinkedHashMap<>();
        Map<String, Set<String>> addresses = new HashMap<>();
        for (CreateProject project : projects) {
            String key = project.company().key();
            companies.putIfAbsent(key, project.company());
            Set<String> ofCompany = addresses.computeIfAbsent(key, none -> new LinkedHashSet<>());
            project.contacts().forEach(contact -> ofCompany.add(contact.email().toLowerCase(Locale.ROOT)));
        }
        return new Known(companies(realm, companies, addresses), projects(realm, projects));
    }

    private Map<String, Company> companies(
            String realm, Map<String, CreateProject.Company> companies, Map<String, Set<String>> addresses) {
        List<String> keys = List.copyOf(companies.keySet());
        List<Map<String, Object>> asked = new ArrayList<>();
        for (String key : keys) {
            Map<String, Object> one = new HashMap<>();
            if (companies.get(key).externalId() != null)
                one.put("externalId", companies.get(key).externalId());
            if (companies.get(key).alias() != null)
                one.put("alias", companies.get(key).alias());
            one.put("emails", addresses.get(key));
            asked.add(one);
        }
        JsonNode told =
                keycloak.post(realm, "/lookup", Map.of("companies", asked)).path("companies");
        Map<String, Company> found = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            JsonNode one = told.path(i);
            Map<String, Contact> contacts = new HashMap<>();
            one.path("contacts")
                    .forEach(contact -> contacts.put(contact.path("email").asText(), contact(contact)));
            boolean there = one.hasNonNull("id");
            found.put(keys.get(i), new Company(there, contacts));
        }
        return found;
    }

    private static Contact contact(JsonNode told) {
        boolean accepted = told.hasNonNull("acceptedAt");
        return new Contact(
                told.path("member").asBoolean(),
                told.path("enabled").asBoolean(true) ? told.path("state").asText("NONE") : "USER_DISABLED",
                accepted || told.hasNonNull("invitedAt"),
                accepted);
    }

    private Set<String> projects(String realm, List<CreateProject> projects) {
        List<String> ids =
                projects.stream().map(CreateProject::externalId).distinct().toList();
        Set<String> found = new HashSet<>();
        portal.post(realm, "/projects/lookup", Map.of("externalIds", ids))
                .path("items")
                .forEach(item -> found.add(item.asText()));
        return found;
    }
}
