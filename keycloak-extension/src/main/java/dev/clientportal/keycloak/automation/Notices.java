package dev.clientportal.keycloak.automation;

import dev.clientportal.keycloak.access.AccessFacts;
import dev.clientportal.keycloak.access.AccessPolicy;
import dev.clientportal.keycloak.access.ContactStore;
import dev.clientportal.keycloak.company.PortalTarget;
import dev.clientportal.keycloak.limit.Limiter;
import dev.clientportal.keycloak.link.Secrets;
import dev.clientportal.keycloak.mail.Bounce;
import dev.clientportal.keycloak.mail.Mail;
import dev.clientportal.keycloak.mail.MailDelivery;
import dev.clientportal.keycloak.mail.MailLink;
import dev.clientportal.keycloak.mail.Notice;
import dev.clientportal.keycloak.mail.Outbox;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Sends what other systems want contacts to know. Whom it may reach is decided here, and again when the mail is made. */
public final class Notices {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final AccessPolicy policy;
    private final ContactStore contacts;
    private final Outbox outbox;

    public Notices(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.policy = new AccessPolicy(session);
        this.contacts = session.getProvider(ContactStore.class);
        this.outbox = session.getProvider(Outbox.class);
    }

    /** @param isNew false when the same was asked for before, and nothing was queued now */
    public record Sent(Mail mail, boolean isNew) {}

    /**
     * Queues the notice. Asked twice with one external id, it is queued once, however close the two come.
     *
     * @param externalIdOrNull the caller's own name for it, among all that concerns this contact and company
     * @param requestedBy the id of the user or service account that asks
     * @throws ProblemException when it leads out of the portal, when the contact may not come in or their address is
     *     refused by the mail server, or when there were too many
     */
    public Sent send(
            OrganizationModel company, UserModel contact, Notice notice, String externalIdOrNull, String requestedBy) {
        String key = key(company, contact, externalIdOrNull);
        Optional<Mail> before = before(key, notice);
        if (before.isPresent()) return new Sent(before.get(), false);
        requireInPortal(notice);
        requireAllowed(company, contact);
        requireNotBounced(contact);
        requireWithinLimit(contact);
        contacts.lock(realm.getId(), company.getId(), contact.getId());
        // Again: the lock may have waited for somebody who blocks, or who asked for the same.
        AccessFacts facts = requireAllowed(company, contact);
        return before(key, notice)
                .map(mail -> new Sent(mail, false))
                .orElseGet(() -> new Sent(queue(facts, contact, notice, key, requestedBy), true));
    }

    /**
     * Sends a notice anew that failed; the new mail takes its words and its external id over. Staff who ask know that the
     * address was refused: they have had it mended, or want to see.
     */
    public Mail retry(OrganizationModel company, UserModel contact, Mail failed, String requestedBy) {
        Notice notice = failed.getNotice();
        if (notice == null) throw notFailed();
        requireInPortal(notice);
        requireAllowed(company, contact);
        requireWithinLimit(contact);
        contacts.lock(realm.getId(), company.getId(), contact.getId());
        AccessFacts facts = requireAllowed(company, contact);
        String key = failed.getAskedKey();
        if (!outbox.takeOver(failed.getId())) throw notFailed();
        return queue(facts, contact, notice, key, requestedBy);
    }

    private Mail queue(AccessFacts facts, UserModel contact, Notice notice, String key, String requestedBy) {
        MailLink link = facts.accepted() ? MailLink.TARGET : MailLink.INVITATION;
        Mail mail = outbox.queueNotice(realm.getId(), facts.orgId(), contact.getId(), notice, link, key, requestedBy);
        session.getProvider(MailDelivery.class).wakeAfterCommit();
        return mail;
    }

    private void requireInPortal(Notice notice) {
        if (!new PortalTarget(session, realm).has(notice.target())) {
            throw new ProblemException(
                    Problem.TARGET_NOT_ALLOWED, "Send an address that a portal client has among its redirect URIs.");
        }
    }

    private AccessFacts requireAllowed(OrganizationModel company, UserModel contact) {
        return policy.toAccept(realm, company.getId(), contact).orRefuse("The mail");
    }

    private void requireNotBounced(UserModel contact) {
        if (Bounce.of(session, contact).isPresent()) {
            throw new ProblemException(
                    Problem.ADDRESS_BOUNCED, "Change the contact's address, or send an invitation to try it again.");
        }
    }

    private void requireWithinLimit(UserModel contact) {
        long wait = session.getProvider(Limiter.class).noticeTo(realm.getId(), contact.getEmail());
        if (wait > 0) throw ProblemException.tooMany(wait);
    }

    private Optional<Mail> before(String keyOrNull, Notice notice) {
        Optional<Mail> before = keyOrNull == null ? Optional.empty() : outbox.findAsked(keyOrNull);
        if (before.isPresent() && !notice.hash().equals(before.get().getNoticeHash())) {
            throw new ProblemException(
                    Problem.EXTERNAL_ID_USED, "Another mail to this contact was asked for with the same external id.");
        }
        return before;
    }

    /** A hash, because a caller's id can have any length and letters. */
    private static String key(OrganizationModel company, UserModel contact, String externalIdOrNull) {
        return externalIdOrNull == null
                ? null
                : Secrets.sha256(company.getId() + '|' + contact.getId() + '|' + externalIdOrNull);
    }

    private static ProblemException notFailed() {
        return new ProblemException(Problem.MAIL_NOT_FAILED, "Only a failed mail that was not retried yet can be.");
    }
}
