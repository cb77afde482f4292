package dev.clientportal.portal.home;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.clientportal.portal.firm.Firm;
import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.oidc.AccessTokens;
import dev.clientportal.portal.page.Messages;
import dev.clientportal.portal.page.Pages;
import dev.clientportal.portal.problem.Problem;
import dev.clientportal.portal.problem.ProblemException;
import dev.clientportal.portal.signin.Visit;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.text.ParseException;
import java.util.Map;

/**
 * The first page in a brand that is not saved, for Keycloak's admin console, which shows it where nothing in it can run. What
 * it is shown in was signed by the firm's realm for one who may look at the settings; no cookie counts. The answer is no page,
 * so that no browser takes it for one of this portal.
 */
@Path("/api/preview/home")
@Produces(MediaType.APPLICATION_JSON)
public class FramedPreviewResource {
    private final Place place;
    private final AccessTokens tokens;
    private final Visit visit;
    private final SampleHome home;
    private final Pages pages;

    FramedPreviewResource(Place place, AccessTokens tokens, Visit visit, SampleHome home, Pages pages) {
        this.place = place;
        this.tokens = tokens;
        this.visit = visit;
        this.home = home;
        this.pages = pages;
    }

    /** @param sample the signed brand; text, so that browsers need not ask whether they may send it */
    @POST
    @Consumes(MediaType.TEXT_PLAIN)
    public Response home(String sample) {
        Response answer = tokens.verifiedSample(place.firm(), sample)
                .map(this::shown)
                .orElseGet(() -> ProblemException.response(
                        Problem.NOT_AUTHENTICATED, "Not signed by the firm's realm for this, or over.", null));
        return Response.fromResponse(answer)
                .header("Access-Control-Allow-Origin", place.firm().keycloak())
                .build();
    }

    private Response shown(JWTClaimsSet brand) {
        place.belongsTo(in(brand, place.firm()));
        Messages words = home.words();
        visit.framedPreview(words.previewContact(), words.previewCompany());
        return Response.ok(Map.of("html", pages.html(home.page())))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Firm in(JWTClaimsSet brand, Firm firm) {
        try {
            return firm.in(
                    brand.getStringClaim("name"),
                    brand.getStringClaim("help"),
                    brand.getStringClaim("stylesheet"),
                    brand.getStringClaim("logo"),
                    Boolean.TRUE.equals(brand.getBooleanClaim("poweredBy")));
        } catch (ParseException e) {
            throw new IllegalStateException("Keycloak signed another kind of brand", e);
        }
    }
}
