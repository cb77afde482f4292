package dev.clientportal.connectors.door;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.CorsHandler;
import java.util.List;
import java.util.Set;

/**
 * Which pages of other origins may call from a browser (CORS). A page brings an access token and the id of a trace, never a cookie, and may
 * read only the headers that tell where something is, when to ask again, and what a file is called.
 */
final class Origins {
    /** Before all routes: a preflight has no token, and a page of an origin that is not named gets no further. */
    private static final int FIRST = -2;

    private static final int PREFLIGHT_SECONDS = 600;

    private Origins() {}

    static void allow(Router router, List<String> origins) {
        router.route()
                .order(FIRST)
                .handler(CorsHandler.create()
                        .addOrigins(origins)
                        .allowedMethods(Set.of(HttpMethod.GET, HttpMethod.POST))
                        .allowedHeaders(Set.of("Authorization", "Content-Type", "traceparent"))
                        .exposedHeaders(Set.of("Location", "Retry-After", "Content-Disposition"))
                        .maxAgeSeconds(PREFLIGHT_SECONDS));
    }
}
