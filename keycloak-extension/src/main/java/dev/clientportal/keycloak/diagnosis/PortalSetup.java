package dev.clientportal.keycloak.diagnosis;

import dev.clientportal.keycloak.company.CompanyChoiceFactory;
import dev.clientportal.keycloak.company.PortalClient;
import dev.clientportal.keycloak.firm.Firm;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** Whether the realm is set up so that anybody can come in. */
final class PortalSetup {
    private static final String BROWSER = "browser";

    private final RealmModel realm;
    private final Findings findings;

    PortalSetup(RealmModel realm, Findings findings) {
        this.realm = realm;
        this.findings = findings;
    }

    void check(Optional<Firm> firm) {
        RequiredActionProviderModel choice = realm.getRequiredActionProviderByAlias(CompanyChoiceFactory.PROVIDER_ID);
        findings.error(
                choice == null || !choice.isEnabled(),
                FindingCode.COMPANY_CHOICE_OFF,
                "The required action that finds the company of a login is not enabled.",
                "Enable \"Client portal: choose a company\" under Authentication, Required actions.",
                findings.keycloak("PUT", "authentication/required-actions/" + CompanyChoiceFactory.PROVIDER_ID));
        String name = firm.map(Firm::getPortalClientId).orElse(null);
        if (name == null) return;
        FindingValues named = FindingValues.names(List.of(name));
        ClientModel client = realm.getClientByClientId(name);
        findings.error(
                client == null || !client.isEnabled(),
                FindingCode.PORTAL_CLIENT_MISSING,
                "The portal's client \"" + name + "\" does not exist or is disabled.",
                named,
                "Enable it, or name another one in the portal settings.",
                findings.portal("PUT", "firm"));
        if (client == null) return;
        findings.error(
                PortalClient.of(client).isEmpty(),
                FindingCode.PORTAL_CLIENT_WITHOUT_COMPANY,
                "The client \"" + name + "\" has no client scope with the mapper \"Client portal: active company\".",
                named,
                "Add the client scope to it as a default one.",
                null);
        findings.error(
                Stream.of(true, false).noneMatch(byDefault -> client.getClientScopes(byDefault)
                        .containsKey(OAuth2Constants.ORGANIZATION)),
                FindingCode.PORTAL_CLIENT_WITHOUT_ORGANIZATION,
                "The client \"" + name
                        + "\" does not have the client scope \"organization\": its tokens could not name a company.",
                named,
                "Add it as an optional one.",
                null);
        findings.error(
                !hasLink(flow(client)),
                FindingCode.NO_LOGIN_BY_LINK,
                "The browser flow of the client \"" + name + "\" has no step for login links.",
                named,
                "Choose the flow with \"Client portal: magic link\" for it, under Advanced.",
                null);
    }

    private AuthenticationFlowModel flow(ClientModel client) {
        String override = client.getAuthenticationFlowBindingOverride(BROWSER);
        return override == null || override.isEmpty()
                ? realm.getBrowserFlow()
                : realm.getAuthenticationFlowById(override);
    }

    private boolean hasLink(AuthenticationFlowModel flow) {
        return flow != null
                && realm.getAuthenticationExecutionsStream(flow.getId())
                        .filter(AuthenticationExecutionModel::isEnabled)
                        .anyMatch(step -> step.isAuthenticatorFlow()
                                ? hasLink(realm.getAuthenticationFlowById(step.getFlowId()))
                                : "client-portal-magic-link".equals(step.getAuthenticator()));
    }
}
