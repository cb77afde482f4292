package dev.clientportal.keycloak.company;

import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** See {@link CompanyChoice}. */
public final class CompanyChoiceFactory implements RequiredActionFactory {
    public static final String PROVIDER_ID = "client-portal-company";

    private static final RequiredActionProvider CHOICE = new CompanyChoice();

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return CHOICE;
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayText() {
        return "Client portal: choose a company";
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
