package dev.clientportal.keycloak.company;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.device.DeviceGrantTypeFactory;

/** See {@link GuardedDeviceGrant}. */
public final class GuardedDeviceGrantFactory extends DeviceGrantTypeFactory {
    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return new GuardedDeviceGrant();
    }

    /** Before Keycloak's own, which has the same id: the name of the grant. */
    @Override
    public int order() {
        return 1;
    }
}
