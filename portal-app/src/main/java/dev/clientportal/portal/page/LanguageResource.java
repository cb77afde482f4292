package dev.clientportal.portal.page;

import dev.clientportal.portal.firm.Place;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;

/** The language menu. */
@Path("/language")
public class LanguageResource {
    private static final int A_YEAR = (int) Duration.ofDays(365).toSeconds();

    private final Place place;

    LanguageResource(Place place) {
        this.place = place;
    }

    /** Goes back to the page of the portal where the menu was. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(@FormParam("language") String language, @HeaderParam("Referer") String referer) {
        if (!Language.isKnown(language)) throw new BadRequestException();
        boolean fromHere = referer != null && referer.startsWith(place.base() + "/");
        return Response.seeOther(URI.create(fromHere ? referer : place.base() + "/"))
                .cookie(new NewCookie.Builder(Language.COOKIE)
                        .value(language)
                        .path(place.path())
                        .maxAge(A_YEAR)
                        .httpOnly(true)
                        .secure(place.isSecure())
                        .sameSite(NewCookie.SameSite.LAX)
                        .build())
                .build();
    }
}
