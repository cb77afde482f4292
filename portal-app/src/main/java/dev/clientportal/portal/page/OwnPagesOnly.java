package dev.clientportal.portal.page;

import dev.clientportal.portal.firm.Place;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Set;

/** Forms of a portal are taken from its own pages alone: browsers say where a form comes from, and nobody can forge that. */
@Provider
public class OwnPagesOnly implements ContainerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Place place;

    OwnPagesOnly(Place place) {
        this.place = place;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (place.firm() == null || SAFE.contains(request.getMethod())) return;
        // Machines send a token and no cookie: no page of others can make a browser do that.
        if (request.getUriInfo().getPath().startsWith("/api/")) return;
        URI here = URI.create(place.base());
        String own = here.getScheme() + "://" + here.getAuthority();
        if (!own.equals(request.getHeaderString("Origin"))) throw new ForbiddenException();
    }
}
