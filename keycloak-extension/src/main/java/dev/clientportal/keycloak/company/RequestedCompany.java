package dev.clientportal.keycloak.company;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpoint;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The company that a login was asked for, and scopes that name companies. */
public final class RequestedCompany {
    /** Beside {@code scope=organization}, names the company without telling strangers which aliases exist. */
    public static final String PARAMETER = "company";

    private static final String CLIENT_NOTE =
            AuthorizationEndpoint.LOGIN_SESSION_NOTE_ADDITIONAL_REQ_PARAMS_PREFIX + PARAMETER;
    private static final String INVITED_NOTE = "client-portal.invited-to";
    private static final String SCOPE = OAuth2Constants.ORGANIZATION;
    private static final String SCOPE_PREFIX = SCOPE + ":";
    private static final String ALL = SCOPE_PREFIX + "*";

    private RequestedCompany() {}

    /** The link that was used for this login leads into this company. */
    public static void invite(AuthenticationSessionModel login, String orgId) {
        login.setAuthNote(INVITED_NOTE, orgId);
    }

    /** The alias asked for: by parameter, by scope, or by the link used. More than one counts as none. */
    static Optional<String> of(KeycloakSession session, AuthenticationSessionModel login) {
        String parameter = login.getClientNote(CLIENT_NOTE);
        if (parameter != null && !parameter.isBlank()) return Optional.of(parameter.strip());
        Set<String> named = aliases(login.getClientNote(OIDCLoginProtocol.SCOPE_PARAM));
        if (named.size() == 1) return named.stream().findFirst();
        return Optional.ofNullable(login.getAuthNote(INVITED_NOTE))
                .map(session.getProvider(OrganizationProvider.class)::getById)
                .map(OrganizationModel::getAlias);
    }

    /** The aliases that a scope parameter names, in their order. */
    static Set<String> aliases(String scopes) {
        return tokens(scopes)
                .filter(scope -> scope.startsWith(SCOPE_PREFIX) && !scope.equals(ALL))
                .map(scope -> scope.substring(SCOPE_PREFIX.length()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The scope parameter with this one company instead of whatever it said about companies. */
    static String pinned(String scopes, String alias) {
        return Stream.concat(tokens(scopes).filter(scope -> !isAboutCompanies(scope)), Stream.of(SCOPE_PREFIX + alias))
                .collect(Collectors.joining(" "));
    }

    /** Whether a refresh that asks for these scopes keeps its company: it says nothing, or asks for it. */
    static boolean keepsCompany(String scopesOrNull) {
        return scopesOrNull == null
                || scopesOrNull.isBlank()
                || tokens(scopesOrNull).anyMatch(RequestedCompany::isAboutCompanies);
    }

    private static boolean isAboutCompanies(String scope) {
        return scope.equals(SCOPE) || scope.startsWith(SCOPE_PREFIX);
    }

    private static Stream<String> tokens(String scopes) {
        return scopes == null ? Stream.empty() : Stream.of(scopes.split(" ")).filter(scope -> !scope.isEmpty());
    }
}
