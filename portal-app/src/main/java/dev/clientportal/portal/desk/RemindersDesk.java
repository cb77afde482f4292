package dev.clientportal.portal.desk;

import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.page.Pages;
import dev.clientportal.portal.staff.ForStaff;
import dev.clientportal.portal.task.FirmReminders;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Staff choose on which days the firm's contacts are reminded of their tasks. */
@Path("/staff/reminders")
@Produces(MediaType.TEXT_HTML)
@ForStaff
public class RemindersDesk {
    private final Desk desk;
    private final Place place;
    private final FirmReminders reminders;
    private final Pages pages;

    RemindersDesk(Desk desk, Place place, FirmReminders reminders, Pages pages) {
        this.desk = desk;
        this.place = place;
        this.reminders = reminders;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "desk")
    static final class Views {
        private Views() {}

        /** @param saved the form before this page was */
        static native TemplateInstance reminders(RemindersForm form, boolean saved);
    }

    @GET
    public Response days(@QueryParam("saved") boolean saved) {
        return page(Response.Status.OK, RemindersForm.of(reminders.of(desk.firm())), saved);
    }

    private Response page(Response.Status status, RemindersForm form, boolean saved) {
        return pages.response(status, Views.reminders(form, saved));
    }

    /** Takes the choice, unless somebody else made one since the form was shown. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(
            @FormParam("version") int version, @FormParam("before") String before, @FormParam("after") String after) {
        RemindersForm form = RemindersForm.of(version, before, after);
        if (!form.errors().isEmpty()) return page(Response.Status.BAD_REQUEST, form, false);
        if (!reminders.choose(place.firm(), form.days(), version, desk.actor())) {
            return page(Response.Status.CONFLICT, form.with("form", "changed"), false);
        }
        return pages.to(desk.staffAddress() + "/reminders?saved=true");
    }
}
