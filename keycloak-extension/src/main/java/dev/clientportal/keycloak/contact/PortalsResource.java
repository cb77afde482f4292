package dev.clientportal.keycloak.contact;

import dev.clientportal.keycloak.firm.Firm;
import dev.clientportal.keycloak.firm.FirmStore;
import dev.clientportal.keycloak.firm.PortalDomain;
import dev.clientportal.keycloak.page.PortalBean;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Which firm a portal's address belongs to: what one portal application for many firms has to know before any login. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portals")
public final class PortalsResource {
    private static final String A_MINUTE = "public, max-age=60";

    private final KeycloakSession session;

    public PortalsResource(KeycloakSession session) {
        this.session = session;
    }

    @GET
    @Path("{domain}")
    @Operation(
            summary = "Find the firm of a portal's domain",
            description = "Public, as the domain is, and the same at every realm of the server."
                    + " A firm is found while its portal is not active, too.")
    @SecurityRequirements
    @APIResponse(
            responseCode = "200",
            description = "The firm.",
            content = @Content(schema = @Schema(implementation = PortalRepresentation.class)))
    public Response find(@PathParam("domain") String domain) {
        FirmStore firms = session.getProvider(FirmStore.class);
        PortalRepresentation portal = PortalDomain.parse(domain)
                .map(PortalDomain::folded)
                .flatMap(folded -> firms.realmOf(folded).flatMap(realm -> open(firms, realm)))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "No portal has this domain."));
        return Response.ok(portal).header("Cache-Control", A_MINUTE).build();
    }

    private Optional<PortalRepresentation> open(FirmStore firms, String realmId) {
        RealmModel realm = session.realms().getRealm(realmId);
        Firm firm = firms.findOrDefaults(realmId);
        if (realm == null || !realm.isEnabled()) return Optional.empty();
        UriBuilder path = session.getContext().getUri().getBaseUriBuilder().path("realms/{realm}");
        UriBuilder ofRealm = UriBuilder.fromUri(path.build(realm.getName()));
        return Optional.of(PortalRepresentation.of(
                firm, realm, ofRealm.build().toString(), new PortalBean(firm, realm, ofRealm.clone())));
    }
}
