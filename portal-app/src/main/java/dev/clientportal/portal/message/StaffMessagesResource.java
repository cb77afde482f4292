package dev.clientportal.portal.message;

import dev.clientportal.portal.audit.Actor;
import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.notification.Notification;
import dev.clientportal.portal.notification.NotificationKind;
import dev.clientportal.portal.page.Form;
import dev.clientportal.portal.page.Listing;
import dev.clientportal.portal.page.Pages;
import dev.clientportal.portal.staff.ForStaff;
import dev.clientportal.portal.staff.StaffCompanies;
import dev.clientportal.portal.staff.StaffVisit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What contacts wrote to the firm, and its answers. */
@Path("/staff/messages")
@Produces(MediaType.TEXT_HTML)
@ForStaff
public class StaffMessagesResource {
    private static final int PAGE = 20;

    private final Place place;
    private final StaffVisit visit;
    private final Inbox inbox;
    private final StaffCompanies companies;
    private final Messages messages;
    private final Pages pages;

    StaffMessagesResource(
            Place place, StaffVisit visit, Inbox inbox, StaffCompanies companies, Messages messages, Pages pages) {
        this.place = place;
        this.visit = visit;
        this.inbox = inbox;
        this.companies = companies;
        this.messages = messages;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "message")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance inbox(Listing<ThreadRow> threads, InboxSearch search);

        static native TemplateInstance thread(
                ThreadRow thread, Listing<MessageView> messages, boolean newest, Form form);
    }

    @GET
    public Response inbox(
            @QueryParam("search") String words,
            @QueryParam("unread") boolean unread,
            @QueryParam("after") String after) {
        InboxSearch search = InboxSearch.of(words, unread, after);
        return pages.response(
                Response.Status.OK, Templates.inbox(inbox.page(unread, search.words(), search.after(), PAGE), search));
    }

    /** Seeing the newest is having read them. */
    @GET
    @Path("{thread}")
    public Response thread(
            @PathParam("thread") String id, @QueryParam("before") Long before, @Context Request request) {
        return thread(find(id), before, request);
    }

    private Response thread(ThreadRow thread, Long before, Request request) {
        Listing<MessageView> part = messages.ofThread(thread, before, MessagesResource.PAGE);
        boolean seen = before == null && request.getMethod().equals("GET") && !part.isEmpty();
        if (seen) messages.readByFirm(thread, MessageView.newest(part.items()));
        return pages.response(Response.Status.OK, Templates.thread(thread, part, before == null, Form.fresh()));
    }

    @POST
    @Path("{thread}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reply(
            @PathParam("thread") String id, @FormParam("id") String formId, @FormParam("text") String text) {
        ThreadRow thread = find(id);
        Form form = Form.of(formId, text, MessagesResource.LONGEST);
        if (form.error() != null) {
            Listing<MessageView> part = messages.ofThread(thread, null, MessagesResource.PAGE);
            return pages.response(Response.Status.BAD_REQUEST, Templates.thread(thread, part, true, form));
        }
        return send(thread, form);
    }

    private Response send(ThreadRow thread, Form form) {
        messages.send(
                thread.contact(), Actor.staff(visit.userId(), visit.name()), form.uuid(), form.text(), mail(thread));
        return messages.thread(thread.company(), thread.contactId())
                .map(begun -> pages.to(place.base() + "/staff/messages/" + begun.id() + "#newest"))
                .orElseThrow(NotFoundException::new);
    }

    /** The thread with a contact, or a page to begin one. */
    @GET
    @Path("to/{companyId}/{contact}")
    public Response to(
            @PathParam("companyId") String companyId,
            @PathParam("contact") String contact,
            @QueryParam("before") Long before,
            @Context Request request) {
        ThreadRow fresh = fresh(companyId, contact);
        return messages.thread(fresh.company(), contact)
                .map(thread -> thread(thread, before, request))
                .orElseGet(() -> begin(Response.Status.OK, fresh, Form.fresh()));
    }

    private Response begin(Response.Status status, ThreadRow fresh, Form form) {
        return pages.response(status, Templates.thread(fresh, new Listing<>(List.of(), null), true, form));
    }

    @POST
    @Path("to/{companyId}/{contact}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(
            @PathParam("companyId") String companyId,
            @PathParam("contact") String contact,
            @FormParam("id") String formId,
            @FormParam("text") String text) {
        ThreadRow fresh = fresh(companyId, contact);
        Form form = Form.of(formId, text, MessagesResource.LONGEST);
        return form.error() == null ? send(fresh, form) : begin(Response.Status.BAD_REQUEST, fresh, form);
    }

    /** @throws NotFoundException for whom they do not see, and for whom nothing would reach */
    private ThreadRow fresh(String companyId, String contact) {
        StaffCompanies.Company company = companies.company(companyId).orElseThrow(NotFoundException::new);
        return companies
                .contact(companyId, contact)
                .filter(StaffCompanies.Contact::isReached)
                .map(found -> ThreadRow.fresh(new Correspondent(
                        new CompanyKey(place.firm().realm(), company.id()),
                        found.userId(),
                        found.name(),
                        company.name())))
                .orElseThrow(NotFoundException::new);
    }

    /** Without the message itself: that is read in the portal. */
    private Notification mail(ThreadRow thread) {
        return inbox.company(thread.companyId())
                .map(company -> Notification.of(
                        place.firm(),
                        thread.companyId(),
                        thread.contact().id(),
                        NotificationKind.CUSTOM,
                        place.base() + "/c/" + company.alias() + "/messages",
                        company.name(),
                        null))
                .orElse(null);
    }

    private ThreadRow find(String id) {
        return inbox.thread(id).orElseThrow(NotFoundException::new);
    }
}
