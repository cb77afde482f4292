package dev.clientportal.portal.page;

import dev.clientportal.portal.PortalSettings;
import dev.clientportal.portal.PortalSettings.FilmUrl;
import dev.clientportal.portal.firm.Place;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** What browsers may do with our pages: show them, and load what is ours, the firm's brand at Keycloak, or a film elsewhere. */
@Provider
public class Headers implements ContainerResponseFilter {
    private final Place place;
    private final String film;

    Headers(Place place, PortalSettings settings) {
        this.place = place;
        this.film = settings.welcomeUrl().map(FilmUrl::origin).map(" "::concat).orElse("");
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String keycloak = place.firm() == null ? "" : " " + place.firm().keycloak();
        // What is no page of ours, as somebody's file, says itself that it may do nothing.
        response.getHeaders()
                .putIfAbsent(
                        "Content-Security-Policy",
                        List.of("default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'" + keycloak
                                + "; media-src 'self'" + film + "; img-src 'self'" + keycloak + "; form-action 'self'"
                                + keycloak
                                + "; base-uri 'none'; frame-ancestors 'none'"));
        // The language menu goes back by it, inside the portal; nobody else learns a page's address.
        response.getHeaders().putSingle("Referrer-Policy", "same-origin");
        if (place.firm() != null && place.isSecure()) {
            response.getHeaders().putSingle("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
