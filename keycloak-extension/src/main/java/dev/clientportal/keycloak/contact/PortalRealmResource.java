package dev.clientportal.keycloak.contact;

import dev.clientportal.keycloak.firm.BrandResource;
import dev.clientportal.keycloak.magiclink.LinkResource;
import dev.clientportal.keycloak.magiclink.StartResource;
import jakarta.ws.rs.Path;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/** {@code /realms/{realm}/client-portal}: what contacts' browsers ask for. */
public final class PortalRealmResource implements RealmResourceProvider {
    private final KeycloakSession session;

    PortalRealmResource(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        return this;
    }

    @Path("link")
    public LinkResource link() {
        return new LinkResource(session);
    }

    @Path("start")
    public StartResource start() {
        return new StartResource(session);
    }

    @Path("brand")
    public BrandResource brand() {
        return new BrandResource(session);
    }

    @Path("portals")
    public PortalsResource portals() {
        return new PortalsResource(session);
    }

    @Path("me")
    public MeResource me() {
        return new MeResource(session);
    }

    @Override
    public void close() {}
}
