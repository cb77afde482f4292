package dev.clientportal.keycloak.admin;

import static org.keycloak.events.admin.OperationType.ACTION;
import static org.keycloak.events.admin.OperationType.CREATE;

import dev.clientportal.keycloak.access.AccessChange;
import dev.clientportal.keycloak.access.AccessPolicy;
import dev.clientportal.keycloak.access.AccessState;
import dev.clientportal.keycloak.directory.ContactRow;
import dev.clientportal.keycloak.invitation.Invitations;
import dev.clientportal.keycloak.mail.Mail;
import dev.clientportal.keycloak.opening.Openings.Wish;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Opens one contact's access within a bulk call, and invites. Who was disabled or blocked by name stays so: a selection of
 * companies is not a decision about them.
 */
record BulkContact(StaffCall call, OwnTransaction own, Wish wish, BulkOpening.Mode mode) {
    private static final String NO_ADDRESS = OwnTransaction.word(Problem.NO_VALID_ADDRESS);

    BulkResultRepresentation.Contact open(ContactRow contact) {
        String outcome =
                switch (contact.state()) {
                    case BLOCKED -> "blocked";
                    case DISABLED -> "disabled";
                    case ENABLED -> "already_open";
                    case NONE -> contact.enabled() ? enabled(contact) : "user_disabled";
                };
        boolean isOpen = outcome.equals("opened") || outcome.equals("already_open");
        return wish.invite() && isOpen ? invited(contact, outcome) : result(contact, outcome, null, null);
    }

    private String enabled(ContactRow contact) {
        if (mode == BulkOpening.Mode.PREVIEW) return hasAddress(contact) ? "opened" : NO_ADDRESS;
        return own.outcomeOf(session -> enable(session, contact));
    }

    private static boolean hasAddress(ContactRow contact) {
        return AccessPolicy.isValidAddress(contact.email());
    }

    private String enable(KeycloakSession session, ContactRow row) {
        new AccessChange(session, call.realm(), call.staff().id())
                .enable(company(session, row), user(session, row), wish.silent());
        call.record(
                session,
                ACTION,
                AdminResource.CONTACT,
                path(row),
                Map.of("state", AccessState.ENABLED, "silent", wish.silent()));
        return "opened";
    }

    private BulkResultRepresentation.Contact invited(ContactRow contact, String outcome) {
        if (contact.acceptedAt() != null) return result(contact, outcome, "already_accepted", null);
        if (mode == BulkOpening.Mode.PREVIEW) return result(contact, outcome, foreseen(contact, outcome), null);
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

    /** What inviting them will come to, as long as the firm's budget lasts. */
    private String foreseen(ContactRow contact, String outcome) {
        if (!contact.enabled()) return "user_disabled";
        if (!hasAddress(contact)) return NO_ADDRESS;
        if (!company(call.session(), contact).isEnabled()) return OwnTransaction.word(Problem.COMPANY_INACTIVE);
        boolean had = outcome.equals("already_open")
                && contact.invitedAt() != null
                && new Invitations(call.session(), call.realm()).isInvited(contact.companyId(), contact.userId());
        return had ? "already_invited" : "invited";
    }

    private String invite(KeycloakSession session, ContactRow row) {
        Invitations invitations = new Invitations(session, call.realm());
        OrganizationModel company = company(session, row);
        UserModel contact = user(session, row);
        String by = call.staff().id();
        Optional<Mail> mail = mode == BulkOpening.Mode.AT_ONCE
                ? Optional.of(invitations.sendInBulk(company, contact, by))
                : invitations.sendOnce(company, contact, by);
        if (mail.isEmpty()) return "already_invited";
        Map<String, ?> id = Map.of("id", mail.get().getId());
        call.record(session, CREATE, AdminResource.INVITATION, path(row) + "/invitations", id);
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
