package dev.clientportal.portal.welcome;

import dev.clientportal.portal.page.Pages;
import dev.clientportal.portal.signin.ForContacts;
import dev.clientportal.portal.signin.Visit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** The page that a new contact meets first. A sign-in leads there once; the menu leads there again. */
@Path("/c/{company}/welcome")
@Produces(MediaType.TEXT_HTML)
@ForContacts
public class WelcomeResource {
    private final Visit visit;
    private final WelcomeVideo video;
    private final Pages pages;

    WelcomeResource(Visit visit, WelcomeVideo video, Pages pages) {
        this.visit = visit;
        this.video = video;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "welcome")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance welcome(String next);
    }

    /** @param page of this company, to go on to; anything else leads to its first */
    @GET
    public Response welcome(@QueryParam("page") String page) {
        boolean own = page != null && page.matches("/[A-Za-z0-9/_-]*") && !page.startsWith("//");
        return pages.response(Response.Status.OK, Templates.welcome(visit.address() + (own ? page : "/")));
    }

    @GET
    @Path("film")
    @Produces("video/mp4")
    public Response film(@HeaderParam("Range") String range) throws IOException {
        return FilePart.of(video.film().orElseThrow(NotFoundException::new), range)
                .header("Cache-Control", "private, no-store")
                .build();
    }

    @GET
    @Path("captions")
    @Produces("text/vtt; charset=UTF-8")
    public Response captions(@QueryParam("language") String language) {
        return Response.ok(video.captionsIn(language).orElseThrow(NotFoundException::new))
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
