package dev.clientportal.keycloak.magiclink;

import dev.clientportal.keycloak.company.PortalTarget;
import dev.clientportal.keycloak.link.Link;
import dev.clientportal.keycloak.link.LinkStore;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.util.ResolveRelative;

/**
 * Where a login ends that no application began: goes on to the application's start page, without what the protocol added
 * to the address. With it, an application that asks for a login from where it stands would be refused: Keycloak takes no
 * redirect address with {@code session_state} or {@code iss} in it (26.x, RedirectUtils).
 */
public final class StartResource {
    private final KeycloakSession session;
    private final RealmModel realm;

    public StartResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    static String url(KeycloakSession session, RealmModel realm, ClientModel client) {
        return session.getContext()
                .getUri()
                .getBaseUriBuilder()
                .path("realms/{realm}/client-portal/start/{client}")
                .build(realm.getName(), client.getId())
                .toString();
    }

    /** As above, for a login by a link that leads to a page of its own. The link is named by its id, which opens nothing. */
    static String url(KeycloakSession session, RealmModel realm, ClientModel client, Link link) {
        return url(session, realm, client) + '/' + link.getId();
    }

    /** The address comes from the link, never from the request, and has to be in the portal still. */
    @GET
    @Path("{client}/{link: [0-9a-f-]{36}}")
    public Response goOnToTarget(@PathParam("client") String client, @PathParam("link") String linkId) {
        return session.getProvider(LinkStore.class)
                .find(linkId)
                .filter(link -> link.getRealmId().equals(realm.getId()) && link.getConsumedAt() != null)
                .map(Link::getTarget)
                .filter(new PortalTarget(session, realm)::has)
                .map(StartResource::to)
                .orElseGet(() -> goOn(client));
    }

    @GET
    @Path("{client}")
    public Response goOn(@PathParam("client") String id) {
        ClientModel client = realm.getClientById(id);
        if (client == null || !client.isEnabled() || client.getBaseUrl() == null) throw new NotFoundException();
        return to(ResolveRelative.resolveRelativeUri(session, client.getRootUrl(), client.getBaseUrl()));
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
