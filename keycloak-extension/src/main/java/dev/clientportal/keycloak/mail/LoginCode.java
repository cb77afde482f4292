package dev.clientportal.keycloak.mail;

import dev.clientportal.keycloak.link.Link;
import dev.clientportal.keycloak.link.Secrets;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The six digits that stand beside a login link, kept as a hash with the realm's key (security rule 5). */
public final class LoginCode {
    /** Tries that a code has. */
    public static final int TRIES = 5;

    private LoginCode() {}

    static String hash(KeycloakSession session, RealmModel realm, String linkId, String code) {
        return Secrets.keyed(session, realm, "code|" + linkId + '|' + code);
    }

    public static boolean matches(KeycloakSession session, RealmModel realm, Link link, String code) {
        return Secrets.same(link.getCodeHash(), hash(session, realm, link.getId(), code));
    }
}
