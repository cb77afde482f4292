package dev.clientportal.portal.signing;

import dev.clientportal.portal.document.DocumentRow;
import dev.clientportal.portal.document.Storage;
import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.page.Language;
import dev.clientportal.portal.page.Pages;
import dev.clientportal.portal.signin.ForContacts;
import dev.clientportal.portal.signin.Visit;
import dev.clientportal.portal.signing.Signing.Outcome;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** Where a contact reads a document and signs it. */
@Path("/c/{company}/tasks/{task}/signature")
@Produces(MediaType.TEXT_HTML)
@ForContacts
public class SignatureResource {
    /** A viewer may show the file, and the file may do nothing. */
    private static final String NOTHING_BUT_SHOWN =
            "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private final Place place;
    private final Visit visit;
    private final Language language;
    private final Signing signing;
    private final Storage storage;
    private final Pages pages;

    SignatureResource(Place place, Visit visit, Language language, Signing signing, Storage storage, Pages pages) {
        this.place = place;
        this.visit = visit;
        this.language = language;
        this.signing = signing;
        this.storage = storage;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "signing")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance sign(ToSign wanted, SignatureForm form, boolean unfit);

        static native TemplateInstance signed(ToSign wanted);
    }

    @GET
    public Response page(@PathParam("task") String task) {
        ToSign wanted = wanted(task);
        if (wanted.signature() != null) return pages.response(Response.Status.OK, Templates.signed(wanted));
        if (!visit.maySign()) throw new ForbiddenException();
        if (wanted.task().closed()) return toTask(task);
        return form(Response.Status.OK, wanted, SignatureForm.fresh(wanted), false);
    }

    private Response form(Response.Status status, ToSign wanted, SignatureForm form, boolean unfit) {
        return pages.response(status, Templates.sign(wanted, form, unfit));
    }

    /** The document to read, in the browser itself. */
    @GET
    @Path("document")
    @Produces(Signing.PDF)
    public Response document(@PathParam("task") String task) throws IOException {
        DocumentRow original = wanted(task).original();
        if (original == null) throw new NotFoundException();
        return Response.ok(storage.open(original.storageKey()), Signing.PDF)
                .header("Content-Length", original.size())
                .header("Content-Disposition", "inline")
                .header("Content-Security-Policy", NOTHING_BUT_SHOWN)
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response sign(
            @PathParam("task") String task,
            @FormParam("document") String document,
            @FormParam("name") String name,
            @FormParam("consent") boolean consent,
            @HeaderParam("User-Agent") String userAgent,
            HttpServerRequest request)
            throws IOException {
        ToSign wanted = wanted(task);
        if (!visit.maySign()) throw new ForbiddenException();
        if (wanted.signature() != null) return back(task);
        if (wanted.task().closed()) return toTask(task);
        SignatureForm form = SignatureForm.of(document, name, consent);
        if (!form.isRight()) return form(Response.Status.BAD_REQUEST, wanted, form, false);
        Signer signer = new Signer(
                visit.actor(),
                visit.email(),
                visit.companyName(),
                request.remoteAddress().hostAddress(),
                CoarseClient.of(userAgent),
                visit.methods(),
                language.locale());
        Outcome outcome = signing.sign(
                place.firm(),
                visit.companyKey(),
                wanted,
                form.document(),
                form.name(),
                signer,
                place.base() + "/verify");
        return switch (outcome) {
            case SIGNED -> back(task);
            case CHANGED -> form(Response.Status.CONFLICT, wanted, form.anew(wanted), false);
            case CLOSED -> toTask(task);
            case UNFIT -> form(Response.Status.CONFLICT, wanted, form, true);
        };
    }

    /** It says that the project is closed. */
    private Response toTask(String task) {
        return pages.to(visit.address() + "/tasks/" + task);
    }

    private Response back(String task) {
        return pages.to(visit.address() + "/tasks/" + task + "/signature");
    }

    private ToSign wanted(String task) {
        return signing.find(visit.companyKey(), visit.userId(), task).orElseThrow(NotFoundException::new);
    }
}
