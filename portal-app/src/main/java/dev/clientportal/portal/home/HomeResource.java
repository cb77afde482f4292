package dev.clientportal.portal.home;

import dev.clientportal.portal.page.Pages;
import dev.clientportal.portal.signin.ForContacts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A company's first page. */
@Path("/c/{company}")
@Produces(MediaType.TEXT_HTML)
@ForContacts
public class HomeResource {
    private final Pages pages;

    HomeResource(Pages pages) {
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "home")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance home();
    }

    @GET
    public Response home() {
        return pages.response(Response.Status.OK, Templates.home());
    }
}
