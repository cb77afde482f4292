package dev.clientportal.portal.document;

import dev.clientportal.portal.page.Listing;
import dev.clientportal.portal.page.Pages;
import dev.clientportal.portal.signin.ForContacts;
import dev.clientportal.portal.signin.Visit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A contact's documents: all that they see, and those of the company itself to add to. */
@Path("/c/{company}/documents")
@Produces(MediaType.TEXT_HTML)
@ForContacts
public class DocumentsResource {
    private static final int PAGE = 30;

    private final Visit visit;
    private final Documents documents;
    private final Downloads downloads;
    private final UploadForm form;
    private final Pages pages;

    DocumentsResource(Visit visit, Documents documents, Downloads downloads, UploadForm form, Pages pages) {
        this.visit = visit;
        this.documents = documents;
        this.downloads = downloads;
        this.form = form;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "document")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance documents(Listing<DocumentRow> documents, String action);

        static native TemplateInstance remove(DocumentRow document);
    }

    @GET
    public Response list(@QueryParam("after") String after) {
        return pages.response(
                Response.Status.OK,
                Templates.documents(documents.list(visit.companyKey(), visit.userId(), after, PAGE), address()));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@RestForm("files") List<FileUpload> files) {
        return form.take(null, files, address());
    }

    @GET
    @Path("{document}")
    @Produces(MediaType.WILDCARD)
    public Response download(@PathParam("document") String id) throws IOException {
        return downloads.of(seen(id));
    }

    @GET
    @Path("{document}/remove")
    public Response askToRemove(@PathParam("document") String id) {
        if (!visit.mayUpload()) throw new ForbiddenException();
        return pages.response(Response.Status.OK, Templates.remove(removable(id)));
    }

    @POST
    @Path("{document}/remove")
    public Response remove(@PathParam("document") String id) {
        if (!visit.mayUpload()) throw new ForbiddenException();
        DocumentRow document = removable(id);
        documents.remove(visit.companyKey(), visit.actor(), id);
        String page = document.taskId() == null ? address() : visit.address() + "/tasks/" + document.taskId();
        return pages.to(page + "#documents");
    }

    private DocumentRow removable(String id) {
        DocumentRow document = seen(id);
        if (!document.isRemovableBy(visit.userId())) throw new NotFoundException();
        return document;
    }

    private DocumentRow seen(String id) {
        return documents.find(visit.companyKey(), visit.userId(), id).orElseThrow(NotFoundException::new);
    }

    private String address() {
        return visit.address() + "/documents";
    }
}
