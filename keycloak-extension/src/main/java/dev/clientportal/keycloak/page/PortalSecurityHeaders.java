package dev.clientportal.keycloak.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.keycloak.headers.DefaultSecurityHeadersProvider;
import org.keycloak.models.KeycloakSession;

/**
 * The realm's security headers, stricter where the page allows it: scripts, styles and pictures from this server only,
 * nothing inline but {@link HistoryScript}, no referrer, no caching. The policy has no {@code form-action}: browsers apply
 * it to the redirects after a form, too, and a login ends with one to the application.
 */
public final class PortalSecurityHeaders extends DefaultSecurityHeadersProvider {
    private static final String STRICT = PortalSecurityHeaders.class.getName();
    private static final String POLICY = "default-src 'none'; script-src 'self'%s; style-src 'self'; img-src 'self'; "
            + "font-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final KeycloakSession session;

    PortalSecurityHeaders(KeycloakSession session) {
        super(session);
        this.session = session;
    }

    /** The answer to this request is one of our pages. */
    static void beStrict(KeycloakSession session) {
        session.setAttribute(STRICT, Boolean.TRUE);
    }

    @Override
    public void addHeaders(ContainerRequestContext request, ContainerResponseContext response) {
        super.addHeaders(request, response);
        if (session.getAttribute(STRICT) == null) return;
        String policy = POLICY.formatted(HistoryScript.source(response.getEntity()));
        response.getHeaders().putSingle("Content-Security-Policy", policy);
        response.getHeaders().putSingle("X-Frame-Options", "DENY");
        response.getHeaders().putSingle("Referrer-Policy", "no-referrer");
        response.getHeaders().putSingle("Cache-Control", "no-store");
    }
}
