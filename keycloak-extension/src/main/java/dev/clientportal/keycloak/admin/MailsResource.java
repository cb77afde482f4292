package dev.clientportal.keycloak.admin;

import static org.keycloak.events.admin.OperationType.ACTION;

import dev.clientportal.keycloak.automation.Notices;
import dev.clientportal.keycloak.directory.Directory;
import dev.clientportal.keycloak.directory.PageRequest;
import dev.clientportal.keycloak.invitation.Invitations;
import dev.clientportal.keycloak.link.LinkStore;
import dev.clientportal.keycloak.mail.Mail;
import dev.clientportal.keycloak.mail.MailKind;
import dev.clientportal.keycloak.mail.MailState;
import dev.clientportal.keycloak.mail.Outbox;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.keycloak.common.util.Time;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;

/** The firm's mails: what waits, what was sent, what failed. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Mails")
public final class MailsResource {
    private static final int USUAL_DAYS = 7;
    private static final int MOST_DAYS = 30;

    private final StaffCall call;

    MailsResource(StaffCall call) {
        this.call = call;
    }

    @GET
    @Operation(summary = "List the firm's mails", description = "The newest first.")
    @APIResponse(responseCode = "200", description = "One page.")
    public PageRepresentation<MailRepresentation> list(
            @QueryParam("state") String state,
            @QueryParam("kind") String kind,
            @Parameter(description = "true: only those whose address was refused, or that came back.")
                    @QueryParam("bounced")
                    String bounced,
            @QueryParam("after") String after,
            @QueryParam("max") String max) {
        call.staff().requireViewFirm();
        MailState wanted = Check.oneOf("state", state, MailState.class);
        MailKind wantedKind = Check.oneOf("kind", kind, MailKind.class);
        boolean onlyBounced = Check.flag("bounced", bounced);
        PageRequest page = PageRequest.of(after, max, Directory.MAIL_KEYS);
        return PageRepresentation.of(
                call.get(Directory.class).mails(call.realm().getId(), wanted, wantedKind, onlyBounced, page),
                MailRepresentation::of);
    }

    @GET
    @Path("waiting")
    @Operation(summary = "See how many mails wait")
    @APIResponse(
            responseCode = "200",
            description = "The queue.",
            content = @Content(schema = @Schema(implementation = WaitingRepresentation.class)))
    public WaitingRepresentation waiting() {
        call.staff().requireViewFirm();
        Outbox.Waiting waiting = call.get(Outbox.class).waiting(call.realm().getId());
        if (waiting.mails() == 0) return new WaitingRepresentation(0, null, 0);
        long age = Math.max(0, Time.currentTimeMillis() - waiting.oldest());
        return new WaitingRepresentation(waiting.mails(), waiting.oldest(), age / 1000);
    }

    @GET
    @Path("failed")
    @Operation(summary = "See how many mails failed")
    @APIResponse(
            responseCode = "200",
            description = "As far back as the ledger goes.",
            content = @Content(schema = @Schema(implementation = FailedMailsRepresentation.class)))
    public FailedMailsRepresentation failed() {
        call.staff().requireViewFirm();
        return FailedMailsRepresentation.of(
                call.get(Directory.class).failedMails(call.realm().getId()));
    }

    @GET
    @Path("punctuality")
    @Operation(
            summary = "See how soon invitations left",
            description = "For each day, how many mails with invitations the mail server took within five minutes of "
                    + "being asked for, and how many it did not.")
    @APIResponse(
            responseCode = "200",
            description = "The last days.",
            content = @Content(schema = @Schema(implementation = PunctualityRepresentation.class)))
    public PunctualityRepresentation punctuality(
            @Parameter(description = "How many, with today: from 1 to 30. Left out: 7.") @QueryParam("days")
                    String days,
            @Parameter(description = "Whose days, such as Europe/Tallinn. Left out: UTC.") @QueryParam("zone")
                    String zone) {
        call.staff().requireViewFirm();
        int count = Check.number("days", days, USUAL_DAYS, 1, MOST_DAYS);
        ZoneId in = Check.zone("zone", zone);
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        LocalDate today = LocalDate.ofInstant(now, in);
        LocalDate first = today.minusDays(count - 1L);
        return PunctualityRepresentation.of(
                in,
                first,
                today,
                call.get(Directory.class)
                        .invitationTimes(
                                call.realm().getId(),
                                first.atStartOfDay(in).toInstant().toEpochMilli(),
                                today.plusDays(1).atStartOfDay(in).toInstant().toEpochMilli(),
                                now.toEpochMilli()));
    }

    @POST
    @Path("{mail}/retry")
    @Operation(
            summary = "Send a failed mail anew",
            description =
                    "An invitation, or a mail that another system asked for: as a new mail with a fresh link, within "
                            + "the usual limits.")
    @APIResponse(
            responseCode = "202",
            description = "The new mail, queued.",
            content = @Content(schema = @Schema(implementation = MailRepresentation.class)))
    @Refuses({
        Problem.MAIL_NOT_FAILED,
        Problem.TARGET_NOT_ALLOWED,
        Problem.FIRM_INACTIVE,
        Problem.COMPANY_INACTIVE,
        Problem.NO_VALID_ADDRESS,
        Problem.USER_DISABLED,
        Problem.CONTACT_NOT_ENABLED,
        Problem.CONTACT_BLOCKED,
        Problem.TOO_MANY
    })
    public Response retry(@PathParam("mail") String id) {
        call.staff().requireViewFirm();
        call.staff().requireSendMail();
        Mail failed = find(id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "There is no such mail."));
        OrganizationModel company = new Lookup(call).company(failed.getOrgId());
        call.staff().requireManage(company);
        UserModel contact = new Lookup(call).contact(company, failed.getUserId());
        boolean isNotice = failed.getKind().isNotice();
        if (failed.getState() != MailState.FAILED || !isNotice && !isLatest(failed)) {
            throw new ProblemException(
                    Problem.MAIL_NOT_FAILED, "Only a failed mail that no invitation came after can be retried.");
        }
        String by = call.staff().id();
        Mail mail = isNotice
                ? new Notices(call.session(), call.realm()).retry(company, contact, failed, by)
                : new Invitations(call.session(), call.realm()).send(company, contact, by);
        AdminResource resource = isNotice ? AdminResource.MAIL : AdminResource.INVITATION;
        call.record(ACTION, resource, "mails/" + id + "/retry", Map.of("id", mail.getId()));
        return Response.accepted(ContactMailsResource.present(call, mail)).build();
    }

    private Optional<Mail> find(String id) {
        if (!Check.isId(id)) return Optional.empty();
        return call.get(Outbox.class)
                .find(id)
                .filter(mail -> mail.getRealmId().equals(call.realm().getId()))
                .filter(mail -> mail.getKind() != MailKind.LOGIN);
    }

    /** A later invitation, a revocation or a closed door would have ended the failed one's link. */
    private boolean isLatest(Mail failed) {
        return call.get(LinkStore.class)
                .find(failed.getLinkId())
                .filter(link -> link.getEnd() == null && link.getConsumedAt() == null)
                .isPresent();
    }
}
