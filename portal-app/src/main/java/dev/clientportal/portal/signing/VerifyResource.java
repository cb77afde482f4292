package dev.clientportal.portal.signing;

import dev.clientportal.portal.Sha256;
import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.page.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * Tells whoever has a signed file whether it is as it was signed, and nothing that the file does not say itself. The server
 * takes the file away again at the end of the request.
 */
@Path("/verify")
@Produces(MediaType.TEXT_HTML)
public class VerifyResource {
    private final Place place;
    private final Signing signing;
    private final Pages pages;

    VerifyResource(Place place, Signing signing, Pages pages) {
        this.place = place;
        this.signing = signing;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "signing")
    static final class Templates {
        private Templates() {}

        /** @param kind {@code none} before a file was sent, {@code noFile}, {@code genuine}, {@code original} or {@code unknown} */
        static native TemplateInstance verify(String kind, Signature signature);
    }

    @GET
    public Response form() {
        return pages.response(Response.Status.OK, Templates.verify("none", null));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response verify(@RestForm("file") FileUpload file) throws IOException {
        if (file == null || file.size() == 0) {
            return pages.response(Response.Status.BAD_REQUEST, Templates.verify("noFile", null));
        }
        String sha256 = Sha256.of(file.uploadedFile());
        String firm = place.firm().realm();
        Optional<Signature> genuine = signing.genuine(firm, sha256);
        if (genuine.isPresent()) return result("genuine", genuine.get());
        return result(signing.isOriginal(firm, sha256) ? "original" : "unknown", null);
    }

    private Response result(String kind, Signature signature) {
        return pages.response(Response.Status.OK, Templates.verify(kind, signature));
    }
}
