package dev.clientportal.connectors.keycloak;

import dev.clientportal.connectors.settings.Settings;
import java.util.Set;

/** The realms that are served, and the addresses of Keycloak for each. */
public final class Realms {
    private final Set<String> names;
    private final String keycloak;

    public Realms(Settings settings) {
        this.names = Set.copyOf(settings.get(Settings.REALMS));
        this.keycloak = Settings.withoutSlash(settings.get(Settings.KEYCLOAK_URL));
    }

    public boolean has(String realm) {
        return names.contains(realm);
    }

    public Set<String> names() {
        return names;
    }

    public String token(String realm) {
        return openId(realm) + "/token";
    }

    public String introspection(String realm) {
        return openId(realm) + "/token/introspect";
    }

    /** Its admin REST. */
    public String admin(String realm) {
        return keycloak + "/admin/realms/" + realm;
    }

    private String openId(String realm) {
        return keycloak + "/realms/" + realm + "/protocol/openid-connect";
    }
}
