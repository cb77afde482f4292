package dev.clientportal.keycloak.admin;

import static org.keycloak.events.admin.OperationType.ACTION;

import dev.clientportal.keycloak.mail.ConnectorMails;
import dev.clientportal.keycloak.mail.MailDelivery;
import dev.clientportal.keycloak.mail.MailLease;
import dev.clientportal.keycloak.mail.MailReport;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * How connectors take mails away and tell what became of them. What is told stands in the ledger and leaves no admin event of
 * its own, but for a mail that came back: that shuts its contact off from automated mails.
 */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Delivery")
public final class DeliveryResource {
    private final StaffCall call;

    DeliveryResource(StaffCall call) {
        this.call = call;
    }

    @POST
    @Path("leases")
    @Operation(
            summary = "Take mails away to deliver them",
            description =
                    "For connectors, when they are the server's way out. In the order of queueing; each mail is made "
                            + "now, with a link that works. Nobody else gets the same mails until the lease runs out. This is the "
                            + "only call that answers with links: it needs client-portal-deliver-mail, which no other role implies.")
    @APIResponse(
            responseCode = "200",
            description = "The mails, and the lease that the reports about them name.",
            content = @Content(schema = @Schema(implementation = MailLeaseRepresentation.class)))
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MailLeaseRequestRepresentation.class)))
    @Refuses({Problem.NOT_FOR_CONNECTORS})
    public Response lease(InputStream body) {
        call.staff().requireDeliverMail();
        MailLeaseRequestRepresentation wanted = JsonBody.readOr(
                MailLeaseRequestRepresentation.USUAL, call.session(), body, MailLeaseRequestRepresentation.class);
        int max = wanted.checkedMax();
        int seconds = wanted.checkedSeconds();
        if (!mails().areGivenAway()) {
            throw new ProblemException(
                    Problem.NOT_FOR_CONNECTORS,
                    "Start the server with --spi-client-portal-mail--keycloak--way-out=connector.");
        }
        MailLease lease = mails().lease(call.realm(), max, seconds);
        int count = lease.mails().size();
        if (count > 0) {
            call.record(ACTION, AdminResource.MAIL, "deliveries/leases/" + lease.id(), Map.of("mails", count));
        }
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return Response.ok(MailLeaseRepresentation.of(lease))
                .cacheControl(never)
                .build();
    }

    @POST
    @Path("outcomes")
    @Operation(
            summary = "Tell what became of leased mails",
            description =
                    "All of them in one transaction. Only the lease that a mail is in can tell, also after it ran out "
                            + "if nobody else has taken the mail meanwhile. To tell again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "What came of each report, in their order.",
            content = @Content(schema = @Schema(implementation = MailOutcomesResultRepresentation.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MailOutcomesRepresentation.class)))
    public MailOutcomesResultRepresentation report(InputStream body) {
        call.staff().requireDeliverMail();
        MailOutcomesRepresentation told = JsonBody.read(call.session(), body, MailOutcomesRepresentation.class);
        String lease = told.checkedLease();
        List<MailReport> reports = told.checkedReports();
        List<MailReport.Result> results = mails().report(call.realm(), lease, reports);
        return new MailOutcomesResultRepresentation(IntStream.range(0, reports.size())
                .mapToObj(i ->
                        new MailOutcomesResultRepresentation.Told(reports.get(i).mailId(), results.get(i)))
                .toList());
    }

    @POST
    @Path("bounces")
    @Operation(
            summary = "Tell that mails came back",
            description = "Of mails that a mail server had taken: what the reports in the bounce mailbox say "
                    + "(RFC 3464). To tell again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "What came of each, in their order.",
            content = @Content(schema = @Schema(implementation = MailBouncesResultRepresentation.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MailBouncesRepresentation.class)))
    public MailBouncesResultRepresentation bounces(InputStream body) {
        call.staff().requireDeliverMail();
        MailBouncesRepresentation told = JsonBody.read(call.session(), body, MailBouncesRepresentation.class);
        return new MailBouncesResultRepresentation(
                told.checked().stream().map(this::write).toList());
    }

    private MailBouncesResultRepresentation.Told write(MailBouncesRepresentation.MailBounce bounce) {
        MailReport.Result result = mails().returned(call.realm(), bounce.messageId(), bounce.status())
                .map(returned -> {
                    if (!returned.isNew()) return MailReport.Result.ENDED;
                    call.record(
                            ACTION,
                            AdminResource.MAIL,
                            "mails/" + returned.mailId(),
                            Map.of("bounced", bounce.status()));
                    return MailReport.Result.RECORDED;
                })
                .orElse(MailReport.Result.NOT_FOUND);
        return new MailBouncesResultRepresentation.Told(bounce.messageId(), result);
    }

    private ConnectorMails mails() {
        return call.get(MailDelivery.class).connectorMails();
    }
}
