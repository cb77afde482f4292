package dev.clientportal.portal.home;

import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.page.Language;
import dev.clientportal.portal.page.Listing;
import dev.clientportal.portal.page.Messages;
import dev.clientportal.portal.page.Pages;
import dev.clientportal.portal.signin.Visit;
import dev.clientportal.portal.staff.ForStaff;
import dev.clientportal.portal.task.NewTask;
import dev.clientportal.portal.task.TaskRow;
import dev.clientportal.portal.welcome.SampleTask;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;

/** The first page as a new contact will see it, for staff who set the portal up: also before it is active. */
@Path("/staff/preview")
@Produces(MediaType.TEXT_HTML)
@ForStaff
public class PreviewResource {
    private final Place place;
    private final Visit visit;
    private final SampleTask sample;
    private final Language language;
    private final Pages pages;

    PreviewResource(Place place, Visit visit, SampleTask sample, Language language, Pages pages) {
        this.place = place;
        this.visit = visit;
        this.sample = sample;
        this.language = language;
        this.pages = pages;
    }

    @GET
    public Response home() {
        Messages words = MessageBundles.get(Messages.class, Localized.Literal.of(language.tag()));
        visit.preview(words.previewContact(), words.previewCompany());
        NewTask task = sample.of(place.firm(), Set.of());
        TaskRow row = new TaskRow("", task.kind(), task.title(), task.due(), true, false, 0, null, null, false);
        return pages.response(Response.Status.OK, HomeResource.Templates.home(new Listing<>(List.of(row), null)));
    }
}
