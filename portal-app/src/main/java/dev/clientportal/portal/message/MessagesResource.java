package dev.clientportal.portal.message;

import dev.clientportal.portal.page.Form;
import dev.clientportal.portal.page.Listing;
import dev.clientportal.portal.page.Pages;
import dev.clientportal.portal.signin.ForContacts;
import dev.clientportal.portal.signin.Visit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** A contact's conversation with the firm. */
@Path("/c/{company}/messages")
@Produces(MediaType.TEXT_HTML)
@ForContacts
public class MessagesResource {
    static final int PAGE = 30;
    static final int LONGEST = 4000;

    private final Visit visit;
    private final Messages messages;
    private final Pages pages;

    MessagesResource(Visit visit, Messages messages, Pages pages) {
        this.visit = visit;
        this.messages = messages;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "message")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance conversation(Listing<MessageView> messages, boolean newest, Form form);
    }

    /** Seeing the newest is having read them. */
    @GET
    public Response conversation(@QueryParam("before") Long before, @Context Request request) {
        Listing<MessageView> part = messages.ofContact(visit.companyKey(), visit.userId(), before, PAGE);
        boolean seen = before == null && request.getMethod().equals("GET") && !part.isEmpty();
        if (seen) messages.readByContact(contact(), MessageView.newest(part.items()));
        return pages.response(Response.Status.OK, Templates.conversation(part, before == null, Form.fresh()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(@FormParam("id") String id, @FormParam("text") String text) {
        if (!visit.mayMessage()) throw new ForbiddenException();
        Form form = Form.of(id, text, LONGEST);
        if (form.error() != null) {
            Listing<MessageView> part = messages.ofContact(visit.companyKey(), visit.userId(), null, PAGE);
            return pages.response(Response.Status.BAD_REQUEST, Templates.conversation(part, true, form));
        }
        messages.send(contact(), visit.actor(), form.uuid(), form.text(), null);
        return pages.to(visit.address() + "/messages#newest");
    }

    private Correspondent contact() {
        return new Correspondent(visit.companyKey(), visit.userId(), visit.name(), visit.companyName());
    }
}
