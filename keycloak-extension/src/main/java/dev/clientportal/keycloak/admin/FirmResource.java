package dev.clientportal.keycloak.admin;

import static org.keycloak.events.admin.OperationType.ACTION;
import static org.keycloak.events.admin.OperationType.UPDATE;

import dev.clientportal.keycloak.closing.SessionClosing;
import dev.clientportal.keycloak.firm.Firm;
import dev.clientportal.keycloak.firm.FirmActivation;
import dev.clientportal.keycloak.firm.FirmImage;
import dev.clientportal.keycloak.firm.FirmStore;
import dev.clientportal.keycloak.firm.PortalDomain;
import dev.clientportal.keycloak.limit.Limiter;
import dev.clientportal.keycloak.problem.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The firm's settings, and its gate. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Firm")
public final class FirmResource {
    private static final String PATH = "firm";

    private final StaffCall call;

    FirmResource(StaffCall call) {
        this.call = call;
    }

    @GET
    @Operation(
            summary = "Read the portal settings",
            description = "Before the first save: the defaults, with version 0.")
    @APIResponse(
            responseCode = "200",
            description = "The settings; the ETag is their version.",
            content = @Content(schema = @Schema(implementation = FirmRepresentation.class)))
    public Response read() {
        call.staff().requireViewFirm();
        return present(call.get(FirmStore.class).findOrDefaults(call.realm().getId()));
    }

    @PUT
    @Operation(
            summary = "Save the portal settings",
            description = "Replaces them. Without If-Match and version, whatever is there is replaced.")
    @APIResponse(
            responseCode = "200",
            description = "The saved settings.",
            content = @Content(schema = @Schema(implementation = FirmRepresentation.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FirmRepresentation.class)))
    @Refuses({Problem.DOMAIN_TAKEN, Problem.SETTINGS_INCOMPLETE, Problem.VERSION_CONFLICT})
    public Response save(@HeaderParam("If-Match") String ifMatch, InputStream body) {
        call.staff().requireManageFirm();
        FirmRepresentation wanted = JsonBody.read(call.session(), body, FirmRepresentation.class);
        Firm firm = new FirmUpdate(call, wanted).save(new VersionTag(ifMatch));
        call.recordWith(UPDATE, AdminResource.FIRM, PATH, FirmRepresentation.of(firm));
        return present(firm);
    }

    @POST
    @Path("activate")
    @Operation(
            summary = "Activate the firm's portal",
            description = "Needs saved settings with a domain name. Doing it twice is doing it once.")
    @APIResponse(
            responseCode = "200",
            description = "The settings.",
            content = @Content(schema = @Schema(implementation = FirmRepresentation.class)))
    @Refuses({Problem.SETTINGS_INCOMPLETE})
    public Response activate() {
        call.staff().requireManageFirm();
        boolean changed = new FirmActivation(call.session(), call.realm()).activate();
        return switched(changed, true);
    }

    @POST
    @Path("deactivate")
    @Operation(
            summary = "Deactivate the firm's portal",
            description = "Every open link into the firm ends at once. Doing it twice is doing it once.")
    @APIResponse(
            responseCode = "200",
            description = "The settings.",
            content = @Content(schema = @Schema(implementation = FirmRepresentation.class)))
    public Response deactivate() {
        call.staff().requireManageFirm();
        boolean changed = new FirmActivation(call.session(), call.realm()).deactivate();
        if (changed) call.get(SessionClosing.class).start(call.realm().getId(), null);
        return switched(changed, false);
    }

    @GET
    @Path("closing")
    @Operation(
            summary = "Read how far the firm's closing is",
            description =
                    "After a deactivation the contacts' sessions are ended in batches. Their tokens are refused at once.")
    @APIResponse(
            responseCode = "200",
            description = "The newest closing.",
            content = @Content(schema = @Schema(implementation = ClosingRepresentation.class)))
    @Refuses({Problem.NOT_FOUND})
    public ClosingRepresentation closing() {
        call.staff().requireViewFirm();
        return ClosingRepresentation.latest(call, null);
    }

    private Response switched(boolean changed, boolean active) {
        FirmStore firms = call.get(FirmStore.class);
        firms.flush();
        if (changed) call.record(ACTION, AdminResource.FIRM, PATH, Map.of("active", active));
        return present(firms.findOrDefaults(call.realm().getId()));
    }

    @GET
    @Path("limits")
    @Operation(
            summary = "Read how often mails may be sent, asked for and tried",
            description =
                    "As the server was started: all firms on it have the same, and only its operator changes them.")
    @APIResponse(responseCode = "200", description = "Every limit, in the order of the documentation.")
    public List<LimitRepresentation> limits() {
        call.staff().requireViewFirm();
        return call.get(Limiter.class).inForce().stream()
                .map(LimitRepresentation::of)
                .toList();
    }

    @GET
    @Path("domain-check")
    @Operation(
            summary = "Try a domain name",
            description = "Says whether it is valid and free, and names free variations. The name will be " + "public.")
    @APIResponse(
            responseCode = "200",
            description = "What can be said of it.",
            content = @Content(schema = @Schema(implementation = DomainRepresentation.class)))
    public DomainRepresentation checkDomain(@QueryParam("domain") String text) {
        call.staff().requireViewFirm();
        PortalDomain domain = PortalDomain.parse(Check.required("domain", text)).orElse(null);
        if (domain == null) return new DomainRepresentation(null, null, false, false, List.of());
        DomainChoice choice = new DomainChoice(call.session(), call.realm());
        boolean taken = choice.isTaken(domain);
        return new DomainRepresentation(
                domain.display(), domain.folded(), true, taken, taken ? choice.freeVariations(domain) : List.of());
    }

    @Path("logo")
    public FirmImageResource logo() {
        return new FirmImageResource(call, FirmImage.Kind.LOGO);
    }

    @Path("icon")
    public FirmImageResource icon() {
        return new FirmImageResource(call, FirmImage.Kind.ICON);
    }

    @Path("texts/{template}")
    public FirmTextResource text(
            @Parameter(
                            description =
                                    "A kind of mail that other systems ask for: task_assigned, reminder, document or custom.")
                    @PathParam("template")
                    String template) {
        return new FirmTextResource(call, template);
    }

    @Path("login")
    public FirmLoginResource login() {
        return new FirmLoginResource(call);
    }

    @Path("home")
    public FirmHomeResource home() {
        return new FirmHomeResource(call);
    }

    @Path("mails")
    public FirmMailsResource mails() {
        return new FirmMailsResource(call);
    }

    private static Response present(Firm firm) {
        return Response.ok(FirmRepresentation.of(firm))
                .tag(VersionTag.of(firm.getVersion()))
                .header("Cache-Control", "no-cache")
                .build();
    }
}
