package dev.clientportal.keycloak.magiclink;

import dev.clientportal.keycloak.link.Link;
import dev.clientportal.keycloak.link.Secrets;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Ties the POSTs of a link's page to a page that this browser was shown: a random cookie that other sites cannot send
 * ({@code SameSite=Strict}) and, in the form, a hash of it that only the realm can make.
 */
final class PageToken {
    private static final String COOKIE = "CLIENT_PORTAL_PAGE";

    private final KeycloakSession session;
    private final RealmModel realm;

    PageToken(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** For the form; sets the cookie when this browser has none. */
    String issue(Link link) {
        String nonce = nonce();
        if (nonce == null) {
            nonce = Secrets.newSecret();
            session.getContext().getHttpResponse().setCookieIfAbsent(cookie(nonce));
        }
        return hash(nonce, link);
    }

    boolean isValid(String token, Link link) {
        String nonce = nonce();
        return nonce != null && Secrets.same(token, hash(nonce, link));
    }

    private String hash(String nonce, Link link) {
        return Secrets.keyed(session, realm, "page|" + nonce + '|' + link.getId());
    }

    private String nonce() {
        Cookie cookie = session.getContext().getRequestHeaders().getCookies().get(COOKIE);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    private NewCookie cookie(String nonce) {
        return new NewCookie.Builder(COOKIE)
                .value(nonce)
                .path(session.getContext().getUri().getBaseUri().getPath() + "realms/" + realm.getName()
                        + "/client-portal")
                .httpOnly(true)
                .secure("https"
                        .equals(session.getContext().getUri().getRequestUri().getScheme()))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
