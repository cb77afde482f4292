package dev.clientportal.keycloak.firm;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;

/** The firm's colours and pictures for pages and mails: public, and cached under an address that changes with them. */
public final class BrandResource {
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private final FirmStore firms;
    private final String realmId;

    public BrandResource(KeycloakSession session) {
        this.firms = session.getProvider(FirmStore.class);
        this.realmId = session.getContext().getRealm().getId();
    }

    @GET
    @Path("style.css")
    @Produces("text/css")
    public Response style() {
        BrandColors colors =
                BrandColors.of(firms.find(realmId).map(Firm::getPrimaryColor).orElse(null));
        return Response.ok(colors.styleSheet(), "text/css;charset=utf-8")
                .header("Cache-Control", FOREVER)
                .build();
    }

    @GET
    @Path("{kind}")
    @Produces("image/*")
    public Response image(@PathParam("kind") String path) {
        FirmImage image = FirmImage.Kind.of(path)
                .flatMap(kind -> firms.image(realmId, kind))
                .orElseThrow(NotFoundException::new);
        return Response.ok(image.content(), image.contentType())
                .header("Cache-Control", FOREVER)
                .header("Content-Security-Policy", "default-src 'none'")
                .build();
    }
}
