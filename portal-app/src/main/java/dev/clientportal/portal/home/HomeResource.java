package dev.clientportal.portal.home;

import dev.clientportal.portal.page.Listing;
import dev.clientportal.portal.page.Pages;
import dev.clientportal.portal.page.Words;
import dev.clientportal.portal.signin.ForContacts;
import dev.clientportal.portal.signin.Visit;
import dev.clientportal.portal.task.TaskRow;
import dev.clientportal.portal.task.Tasks;
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
    private static final int PAGE = 10;

    private final Visit visit;
    private final Tasks tasks;
    private final Pages pages;

    HomeResource(Visit visit, Tasks tasks, Pages pages) {
        this.visit = visit;
        this.tasks = tasks;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "home")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance home(Listing<TaskRow> tasks);
    }

    @GET
    public Response home() {
        return pages.response(
                Response.Status.OK,
                Templates.home(tasks.list(visit.companyKey(), visit.userId(), false, Words.NONE, null, PAGE)));
    }
}
