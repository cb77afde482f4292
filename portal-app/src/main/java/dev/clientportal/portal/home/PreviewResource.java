package dev.clientportal.portal.home;

import dev.clientportal.portal.page.Messages;
import dev.clientportal.portal.page.Pages;
import dev.clientportal.portal.signin.Visit;
import dev.clientportal.portal.staff.ForStaff;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The first page as a new contact will see it, for staff who set the portal up: also before it is active. */
@Path("/staff/preview")
@Produces(MediaType.TEXT_HTML)
@ForStaff
public class PreviewResource {
    private final Visit visit;
    private final SampleHome home;
    private final Pages pages;

    PreviewResource(Visit visit, SampleHome home, Pages pages) {
        this.visit = visit;
        this.home = home;
        this.pages = pages;
    }

    @GET
    public Response home() {
        Messages words = home.words();
        visit.preview(words.previewContact(), words.previewCompany());
        return pages.response(Response.Status.OK, home.page());
    }
}
