package dev.clientportal.portal.oidc;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The public half of the application's key: the {@code jwks.url} of its client in each realm. */
@Path("/.well-known/jwks.json")
public class KeysResource {
    private final Keys keys;

    KeysResource(Keys keys) {
        this.keys = keys;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String keys() {
        return keys.published().toString();
    }
}
