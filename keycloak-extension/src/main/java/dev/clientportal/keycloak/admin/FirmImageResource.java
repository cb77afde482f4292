package dev.clientportal.keycloak.admin;

import static org.keycloak.events.admin.OperationType.DELETE;
import static org.keycloak.events.admin.OperationType.UPDATE;

import dev.clientportal.keycloak.firm.FirmImage;
import dev.clientportal.keycloak.firm.FirmStore;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One of the firm's pictures: the bytes themselves, their type told by looking at them. */
@Tag(name = "Firm")
public final class FirmImageResource {
    private final StaffCall call;
    private final FirmImage.Kind kind;

    FirmImageResource(StaffCall call, FirmImage.Kind kind) {
        this.call = call;
        this.kind = kind;
    }

    @GET
    @Produces({"image/png", "image/jpeg", "image/gif", "image/webp"})
    @Operation(summary = "Read the picture")
    @APIResponse(
            responseCode = "200",
            description = "The picture.",
            content = @Content(mediaType = "image/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Refuses({Problem.NOT_FOUND})
    public Response read() {
        call.staff().requireViewFirm();
        FirmImage image = call.get(FirmStore.class)
                .image(call.realm().getId(), kind)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "The firm has no such picture."));
        return Response.ok(image.content(), image.contentType())
                .tag(new EntityTag(image.etag()))
                .header("Cache-Control", "no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'")
                .build();
    }

    @PUT
    @Operation(
            summary = "Save the picture",
            description = "PNG, JPEG, GIF or WebP of at most 256 KiB; the type is told by the content.")
    @APIResponse(responseCode = "204", description = "Saved.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "image/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Refuses({Problem.TOO_LARGE, Problem.UNSUPPORTED_IMAGE})
    public Response save(InputStream body) {
        call.staff().requireManageFirm();
        FirmImage image = FirmImage.of(content(body));
        FirmStore firms = call.get(FirmStore.class);
        firms.findOrCreate(call.realm().getId());
        firms.saveImage(call.realm().getId(), kind, image);
        firms.flush();
        call.record(UPDATE, AdminResource.FIRM, path(), Map.of("bytes", image.content().length));
        return Response.noContent().build();
    }

    @DELETE
    @Operation(summary = "Remove the picture")
    @APIResponse(responseCode = "204", description = "There is none now.")
    public Response remove() {
        call.staff().requireManageFirm();
        FirmStore firms = call.get(FirmStore.class);
        if (firms.image(call.realm().getId(), kind).isPresent()) {
            firms.removeImage(call.realm().getId(), kind);
            call.record(DELETE, AdminResource.FIRM, path(), Map.of());
        }
        return Response.noContent().build();
    }

    private String path() {
        return "firm/" + kind.path();
    }

    /** No more of it than shows that it is too large. */
    private static byte[] content(InputStream body) {
        try {
            return body == null ? new byte[0] : body.readNBytes(FirmImage.MAX_BYTES + 1);
        } catch (IOException gone) {
            throw new ProblemException(Problem.INVALID, "The body could not be read.");
        }
    }
}
