package dev.clientportal.keycloak.admin;

import static org.keycloak.events.admin.OperationType.CREATE;

import dev.clientportal.keycloak.admin.InvitedContactsRepresentation.Contact;
import dev.clientportal.keycloak.company.CompanyStore;
import dev.clientportal.keycloak.directory.ContactRow;
import dev.clientportal.keycloak.directory.Directory;
import dev.clientportal.keycloak.firm.ActiveFirm;
import dev.clientportal.keycloak.invitation.Invitations;
import dev.clientportal.keycloak.mail.Mail;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/** Invites many contacts of one company, each in a transaction of their own, so that what fails undoes nothing else. */
final class ContactsInvitation {
    private static final int MAX = 1000;
    private static final String LIST = "contacts";

    private final StaffCall call;
    private final OrganizationModel company;
    private final Set<String> wanted;
    private final boolean once;
    private final OwnTransaction own;

    ContactsInvitation(StaffCall call, OrganizationModel company, NewInvitationsRepresentation wanted) {
        this.call = call;
        this.company = company;
        this.wanted = ids(Check.required(LIST, wanted.contacts()));
        this.once = !Boolean.FALSE.equals(wanted.once());
        this.own = new OwnTransaction(call);
    }

    private static Set<String> ids(List<String> ids) {
        if (ids.isEmpty() || ids.size() > MAX) throw Check.invalid(LIST, "From 1 to " + MAX + ".");
        for (int i = 0; i < ids.size(); i++) {
            if (!Check.isId(ids.get(i))) throw Check.invalid(LIST + ".[" + i + "]", "Not an id.");
        }
        return new LinkedHashSet<>(ids);
    }

    InvitedContactsRepresentation run() {
        ActiveFirm.require(call.session(), call.realm());
        if (!company.isEnabled() || !call.get(CompanyStore.class).isActive(company.getId())) {
            throw new ProblemException(Problem.COMPANY_INACTIVE, "Activate the company's portal first.");
        }
        Map<String, ContactRow> rows = new VisibleContacts(call)
                        .of(company.getId(), () -> call.get(Directory.class)
                                .contacts(call.realm().getId(), company.getId(), wanted))
                        .stream()
                        .collect(Collectors.toMap(ContactRow::userId, Function.identity()));
        return new InvitedContactsRepresentation(
                wanted.stream().map(id -> invite(id, rows.get(id))).toList());
    }

    private Contact invite(String id, ContactRow rowOrNull) {
        String refusal = rowOrNull == null ? "not_found" : refusal(rowOrNull);
        if (refusal != null) return new Contact(id, refusal, null);
        AtomicReference<Long> wait = new AtomicReference<>();
        String outcome = own.outcomeOf(session -> {
            try {
                return send(session, id) ? "invited" : "already_invited";
            } catch (ProblemException refused) {
                if (refused.problem() == Problem.TOO_MANY) wait.set(refused.retryAfter());
                throw refused;
            }
        });
        return new Contact(id, outcome, wait.get());
    }

    /** What is plain to see before anything is locked; null when nothing is in the way. */
    private static String refusal(ContactRow row) {
        return switch (row.state()) {
            case BLOCKED -> "blocked";
            case DISABLED -> "disabled";
            case NONE -> OwnTransaction.word(Problem.CONTACT_NOT_ENABLED);
            case ENABLED -> row.acceptedAt() != null ? "already_accepted" : null;
        };
    }

    private boolean send(KeycloakSession session, String id) {
        OrganizationModel here = session.getProvider(OrganizationProvider.class).getById(company.getId());
        UserModel contact = session.users().getUserById(call.realm(), id);
        Invitations invitations = new Invitations(session, call.realm());
        Optional<Mail> mail = once
                ? invitations.sendOnce(here, contact, call.staff().id())
                : Optional.of(invitations.sendInBulk(here, contact, call.staff().id()));
        mail.ifPresent(queued -> call.record(
                session,
                CREATE,
                AdminResource.INVITATION,
                CompanyResource.path(company) + "/contacts/" + id + "/invitations",
                Map.of("id", queued.getId())));
        return mail.isPresent();
    }
}
