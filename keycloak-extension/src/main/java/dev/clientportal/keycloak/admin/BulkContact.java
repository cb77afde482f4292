package dev.clientportal.keycloak.admin;

import static org.keycloak.events.admin.OperationType.ACTION;
import static org.keycloak.events.admin.OperationType.CREATE;

import dev.clientportal.keycloak.access.AccessChange;
import dev.clientportal.keycloak.access.AccessState;
import dev.clientportal.keycloak.directory.ContactRow;
import dev.clientportal.keycloak.invitation.Invitations;
import dev.clientportal.keycloak.mail.Mail;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Opens one contact's access within a bulk call, and invites. Who was disabled or blocked by name stays so: a selection of
 * companies is not a decision about them.
 */
record BulkContact(StaffCall call, OwnTransaction own, boolean invite, boolean silent) {
    BulkResultRepresentation.Contact open(ContactRow contact) {
        String outcome =
                switch (contact.state()) {
                    case BLOCKED -> "blocked";
                    case DISABLED -> "disabled";
                    case ENABLED -> "already_open";
                    case NONE ->
                        contact.enabled() ? own.outcomeOf(session -> enable(session, contact)) : "user_disabled";
                };
        boolean isOpen = outcome.equals("opened") || outcome.equals("already_open");
        return invite && isOpen ? invited(contact, outcome) : result(contact, outcome, null, null);
    }

    private String enable(KeycloakSession session, ContactRow row) {
        new AccessChange(session, call.realm(), call.staff().id())
                .enable(company(session, row), user(session, row), silent);
        call.record(
                session,
                ACTION,
                AdminResource.CONTACT,
                path(row),
                Map.of("state", AccessState.ENABLED, "silent", silent));
        return "opened";
    }

    private BulkResultRepresentation.Contact invited(ContactRow contact, String outcome) {
        if (contact.acceptedAt() != null) return result(contact, outcome, "already_accepted", null);
        AtomicReference<Long> wait = new AtomicReference<>();
        String invitation = own.outcomeOf(session -> {
            try {
                return invite(session, contact);
            } catch (ProblemException refused) {
                if (refused.problem() == Problem.TOO_MANY) wait.set(refused.retryAfter());
                throw refused;
            }
        });
        return result(contact, outcome, invitation, wait.get());
    }

    private String invite(KeycloakSession session, ContactRow row) {
        Mail mail = new Invitations(session, call.realm())
                .sendInBulk(
                        company(session, row), user(session, row), call.staff().id());
        call.record(session, CREATE, AdminResource.INVITATION, path(row) + "/invitations", Map.of("id", mail.getId()));
        return "invited";
    }

    private static BulkResultRepresentation.Contact result(
            ContactRow contact, String outcome, String invitation, Long retryAfter) {
        return new BulkResultRepresentation.Contact(contact.userId(), outcome, invitation, retryAfter);
    }

    private static String path(ContactRow row) {
        return "companies/" + row.companyId() + "/contacts/" + row.userId();
    }

    private static OrganizationModel company(KeycloakSession session, ContactRow row) {
        return session.getProvider(OrganizationProvider.class).getById(row.companyId());
    }

    private UserModel user(KeycloakSession session, ContactRow row) {
        return session.users().getUserById(call.realm(), row.userId());
    }
}
