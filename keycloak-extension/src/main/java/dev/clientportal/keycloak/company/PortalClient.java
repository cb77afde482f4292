package dev.clientportal.keycloak.company;

import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/**
 * A client that contacts sign in to: the mapper {@link CompanyClaims} stands in one of its default client scopes, or in
 * the client itself. Every token of such a client names one company, or none is issued.
 *
 * @param mapper holds the settings
 */
public record PortalClient(ProtocolMapperModel mapper) {
    public static Optional<PortalClient> of(ClientModel client) {
        return Stream.concat(
                        client.getProtocolMapperByType(CompanyClaims.PROVIDER_ID).stream(),
                        client.getClientScopes(true).values().stream()
                                .flatMap(scope -> scope.getProtocolMapperByType(CompanyClaims.PROVIDER_ID).stream()))
                .findFirst()
                .map(PortalClient::new);
    }

    /** Whether the user may use the client without a company, for example staff. */
    public boolean isExempt(RealmModel realm, UserModel user) {
        String name = CompanyClaims.EXEMPT_ROLE.from(mapper.getConfig());
        RoleModel role = name.isEmpty() ? null : realm.getRole(name);
        return role != null && user.hasRole(role);
    }
}
