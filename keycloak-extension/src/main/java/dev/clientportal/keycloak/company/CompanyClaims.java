package dev.clientportal.keycloak.company;

import dev.clientportal.keycloak.access.AccessDecision;
import dev.clientportal.keycloak.access.AccessFacts;
import dev.clientportal.keycloak.setting.Setting;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapperUtils;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;
import org.keycloak.services.ErrorResponseException;

/**
 * Names the active company in tokens: {@code organization} holds it alone, with its id, and {@code client_portal} its name,
 * the contact's rights there, and whether a welcome is due. Where this mapper stands, its client is a portal client.
 */
public final class CompanyClaims extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper, UserInfoTokenMapper, TokenIntrospectionTokenMapper {
    public static final String PROVIDER_ID = "client-portal-company-mapper";
    public static final String CLAIM = "client_portal";

    static final Setting<String> EXEMPT_ROLE = Setting.text(
            "exempt.role",
            "Exempt role",
            "Users with this realm role get tokens without a company and need not be contacts, for example staff. Empty: nobody does.",
            "");

    /** After Keycloak's own organization mapper, which writes the same claim without the id. */
    private static final int AFTER_KEYCLOAKS = ProtocolMapperUtils.PRIORITY_SCRIPT_MAPPER + 1;

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public int getPriority() {
        return AFTER_KEYCLOAKS;
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getDisplayType() {
        return "Client portal: active company";
    }

    @Override
    public String getHelpText() {
        return "Makes its client a client of the portal: every token names the one company that the contact has entered, with the contact's rights there.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        properties.add(EXEMPT_ROLE.property());
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, CompanyClaims.class);
        return properties;
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel model,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context) {
        token.getOtherClaims().remove(OAuth2Constants.ORGANIZATION);
        Set<String> named = RequestedCompany.aliases(context.getScopeString(true));
        if (named.size() != 1) return;
        UserModel contact = userSession.getUser();
        AccessDecision decision =
                new EnteredCompany(session).decide(named.iterator().next(), contact);
        if (decision.isAllowed()) name(decision.company(), token.getOtherClaims());
    }

    private static void name(AccessFacts company, Map<String, Object> claims) {
        claims.put(OAuth2Constants.ORGANIZATION, Map.of(company.alias(), Map.of("id", company.orgId())));
        claims.put(
                CLAIM,
                Map.of(
                        "company",
                        company.companyName(),
                        "rights",
                        company.rights().stream()
                                .map(right -> right.name().toLowerCase(Locale.ROOT))
                                .sorted()
                                .toList(),
                        "welcome",
                        company.welcomeDue()));
    }

    /** Answers nothing for a company that the contact may not enter any more. */
    @Override
    public AccessToken transformUserInfoToken(
            AccessToken token,
            ProtocolMapperModel model,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        CompanyGuard.denial(
                        session,
                        context.getClientSession().getClient(),
                        userSession.getUser(),
                        RequestedCompany.aliases(context.getScopeString(true)))
                .ifPresent(reason -> {
                    throw new ErrorResponseException(
                            OAuthErrorException.INVALID_TOKEN,
                            "The company is not open: " + reason,
                            Response.Status.UNAUTHORIZED);
                });
        return super.transformUserInfoToken(token, model, session, userSession, context);
    }
}
