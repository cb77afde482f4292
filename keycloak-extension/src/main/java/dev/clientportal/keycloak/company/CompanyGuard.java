package dev.clientportal.keycloak.company;

import dev.clientportal.keycloak.access.AccessDecision;
import dev.clientportal.keycloak.access.AccessState;
import dev.clientportal.keycloak.access.DenialReason;
import dev.clientportal.keycloak.access.LoginMetrics;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.token.TokenInterceptorException;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.AccessToken;

/**
 * The last door of every grant: a token of a portal client names exactly one company, which the contact may enter now, or
 * it is not issued. Tokens of other clients are left alone, but for token exchange: it cannot give one of them a company
 * that is closed to the contact.
 */
final class CompanyGuard implements TokenPostProcessor {
    /** The detail of an event that names the reason. */
    static final String DENIAL = "client_portal_denial";

    static final String NO_COMPANY = "no_company";
    static final String SEVERAL_COMPANIES = "several_companies";

    private static final Map<String, EventType> EVENTS = Map.of(
            OAuth2Constants.AUTHORIZATION_CODE, EventType.CODE_TO_TOKEN,
            OAuth2Constants.REFRESH_TOKEN, EventType.REFRESH_TOKEN,
            OAuth2Constants.PASSWORD, EventType.LOGIN,
            OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE, EventType.TOKEN_EXCHANGE,
            OAuth2Constants.DEVICE_CODE_GRANT_TYPE, EventType.OAUTH2_DEVICE_CODE_TO_TOKEN,
            OAuth2Constants.CIBA_GRANT_TYPE, EventType.AUTHREQID_TO_TOKEN);

    private final KeycloakSession session;

    CompanyGuard(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void process(TokenPostProcessorContext context) {
        ClientModel client = context.clientSessionCtx().getClientSession().getClient();
        UserSessionModel userSession =
                context.clientSessionCtx().getClientSession().getUserSession();
        UserModel user = userSession.getUser();
        String grant = context.clientSessionCtx().getAttribute(Constants.GRANT_TYPE, String.class);
        String scopes = context.clientSessionCtx().getScopeString(true);
        Optional<String> denial = PortalClient.of(client).isPresent()
                ? denial(session, client, user, RequestedCompany.aliases(scopes))
                : OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE.equals(grant)
                        ? exchangeDenial(user, named(context.accessToken(), scopes))
                        : Optional.empty();
        denial.ifPresent(reason -> refuse(client, userSession, grant, reason));
    }

    /** Why this portal client may not have a token that names these companies; empty when it may, and for other clients. */
    static Optional<String> denial(KeycloakSession session, ClientModel client, UserModel user, Set<String> named) {
        PortalClient portal = PortalClient.of(client).orElse(null);
        if (portal == null || user.getServiceAccountClientLink() != null) return Optional.empty();
        if (named.isEmpty()) {
            return portal.isExempt(session.getContext().getRealm(), user) ? Optional.empty() : Optional.of(NO_COMPANY);
        }
        if (named.size() > 1) return Optional.of(SEVERAL_COMPANIES);
        return new EnteredCompany(session)
                .decide(named.iterator().next(), user)
                .denial()
                .map(DenialReason::code);
    }

    /** A member who was never a contact is none of our business; a contact who was shut out is. */
    private Optional<String> exchangeDenial(UserModel user, Set<String> named) {
        return named.stream()
                .map(alias -> new EnteredCompany(session).decide(alias, user))
                .filter(decision ->
                        decision.company() != null && decision.company().state() != AccessState.NONE)
                .map(AccessDecision::denial)
                .flatMap(Optional::stream)
                .map(DenialReason::code)
                .findFirst();
    }

    private static Set<String> named(AccessToken tokenOrNull, String scopes) {
        Set<String> named = new LinkedHashSet<>(RequestedCompany.aliases(scopes));
        if (tokenOrNull != null) named.addAll(CompaniesInToken.of(tokenOrNull));
        return named;
    }

    private void refuse(ClientModel client, UserSessionModel userSession, String grant, String reason) {
        LoginMetrics.denied(reason);
        new EventBuilder(userSession.getRealm(), session, session.getContext().getConnection())
                .event(EVENTS.getOrDefault(String.valueOf(grant), EventType.LOGIN))
                .client(client)
                .user(userSession.getUser())
                .session(userSession)
                .detail(DENIAL, reason)
                .error(Errors.ACCESS_DENIED);
        throw new TokenInterceptorException(OAuthErrorException.INVALID_GRANT, "The company is not open: " + reason);
    }
}
