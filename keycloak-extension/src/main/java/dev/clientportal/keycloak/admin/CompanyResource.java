package dev.clientportal.keycloak.admin;

import static org.keycloak.events.admin.OperationType.ACTION;

import dev.clientportal.keycloak.company.CompanyActivation;
import dev.clientportal.keycloak.problem.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.keycloak.models.OrganizationModel;

/** One company, and its gate. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Companies")
public final class CompanyResource {
    private final StaffCall call;
    private final OrganizationModel company;

    CompanyResource(StaffCall call, OrganizationModel company) {
        this.call = call;
        this.company = company;
    }

    @GET
    @Operation(summary = "Read a company")
    @APIResponse(
            responseCode = "200",
            description = "The company.",
            content = @Content(schema = @Schema(implementation = CompanyRepresentation.class)))
    public CompanyRepresentation read() {
        return CompanyRepresentation.of(call, company);
    }

    @POST
    @Path("activate")
    @Operation(summary = "Activate a company's portal", description = "Doing it twice is doing it once.")
    @APIResponse(
            responseCode = "200",
            description = "The company.",
            content = @Content(schema = @Schema(implementation = CompanyRepresentation.class)))
    @Refuses({Problem.FIRM_INACTIVE})
    public CompanyRepresentation activate() {
        call.staff().requireManage(company);
        boolean changed = new CompanyActivation(call.session(), call.realm()).activate(company);
        return switched(changed, true);
    }

    @POST
    @Path("deactivate")
    @Operation(
            summary = "Deactivate a company's portal",
            description = "Every open link into the company ends at once. Doing it twice is doing it once.")
    @APIResponse(
            responseCode = "200",
            description = "The company.",
            content = @Content(schema = @Schema(implementation = CompanyRepresentation.class)))
    public CompanyRepresentation deactivate() {
        call.staff().requireManage(company);
        boolean changed = new CompanyActivation(call.session(), call.realm()).deactivate(company);
        return switched(changed, false);
    }

    @GET
    @Path("closing")
    @Operation(
            summary = "Read how far a company's closing is",
            description =
                    "After a deactivation the contacts' sessions are ended in batches. Their tokens are refused at once.")
    @APIResponse(
            responseCode = "200",
            description = "The newest closing.",
            content = @Content(schema = @Schema(implementation = ClosingRepresentation.class)))
    @Refuses({Problem.NOT_FOUND})
    public ClosingRepresentation closing() {
        return ClosingRepresentation.latest(call, company.getId());
    }

    @POST
    @Path("invitations")
    @Tag(name = "Invitations")
    @Operation(
            summary = "Invite many contacts of a company",
            description =
                    "Each reports their own outcome and stops no other. Unless once is false, repeating it, or asking "
                            + "from two places at the same moment, sends nobody a second invitation. Counts against the "
                            + "firm's budget for bulk invitations.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each.",
            content = @Content(schema = @Schema(implementation = InvitedContactsRepresentation.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewInvitationsRepresentation.class)))
    @Refuses({Problem.FIRM_INACTIVE, Problem.COMPANY_INACTIVE})
    public InvitedContactsRepresentation invite(InputStream body) {
        call.staff().requireManage(company);
        call.staff().requireSendMail();
        NewInvitationsRepresentation wanted = JsonBody.read(call.session(), body, NewInvitationsRepresentation.class);
        return new ContactsInvitation(call, company, wanted).run();
    }

    @Path("contacts")
    public ContactsResource contacts() {
        return new ContactsResource(call, company);
    }

    @Path("differences")
    public DifferencesResource differences() {
        return new DifferencesResource(call, company);
    }

    @Path("evidence")
    public EvidenceResource evidence() {
        return new EvidenceResource(call, company);
    }

    private CompanyRepresentation switched(boolean changed, boolean active) {
        if (changed) call.record(ACTION, AdminResource.COMPANY, path(company), Map.of("active", active));
        return CompanyRepresentation.of(call, company);
    }

    static String path(OrganizationModel company) {
        return "companies/" + company.getId();
    }

    static URI address(StaffCall call, OrganizationModel company) {
        return call.address(path(company));
    }
}
