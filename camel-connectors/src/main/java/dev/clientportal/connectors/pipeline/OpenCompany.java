package dev.clientportal.connectors.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.connectors.jobs.Work;
import dev.clientportal.connectors.keycloak.KeycloakAdmin;
import dev.clientportal.connectors.project.CreateProject.Company;

/** Finds the company by its key, or makes it, and opens its portal. Keycloak sees to it that there is one of it. */
public final class OpenCompany {
    private final KeycloakAdmin keycloak;

    public OpenCompany(KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    public void open(Work work) {
        Company company = work.project().company();
        ObjectNode wanted = JsonNodeFactory.instance.objectNode();
        wanted.put("externalId", company.externalId());
        wanted.put("alias", company.alias());
        wanted.put("name", company.name());
        wanted.put("active", true);
        work.foundCompany(keycloak.post(work.realm(), "/companies", wanted));
    }
}
