package dev.clientportal.keycloak.mail;

import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.HostnameProvider;
import org.keycloak.urls.UrlType;

/**
 * The realm's public address as the operator configured it (realm frontend URL, else {@code --hostname}). Mails are made
 * outside any request, and a request's Host header would not be trusted for links anyway (security rule 13).
 */
public final class PublicUrl {
    private static final String NOT_CONFIGURED = "not-configured.invalid";
    private static final URI NOWHERE = URI.create("https://" + NOT_CONFIGURED + "/");

    private PublicUrl() {}

    /** Empty when neither the realm nor the server says what its address is. */
    public static Optional<UriBuilder> ofRealm(KeycloakSession session, RealmModel realm) {
        URI base = session.getProvider(HostnameProvider.class).getBaseUri(nowhere(), UrlType.FRONTEND);
        return NOT_CONFIGURED.equals(base.getHost())
                ? Optional.empty()
                : Optional.of(UriBuilder.fromUri(base).path("realms").path(realm.getName()));
    }

    private static UriInfo nowhere() {
        return (UriInfo) Proxy.newProxyInstance(
                UriInfo.class.getClassLoader(), new Class<?>[] {UriInfo.class}, (proxy, method, args) -> {
                    if (method.getName().equals("getBaseUri")) return NOWHERE;
                    if (method.getName().equals("getBaseUriBuilder")) return UriBuilder.fromUri(NOWHERE);
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
