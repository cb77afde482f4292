package dev.clientportal.keycloak.invitation;

import dev.clientportal.keycloak.access.AccessAct;
import dev.clientportal.keycloak.access.AccessPolicy;
import dev.clientportal.keycloak.access.ContactAccess;
import dev.clientportal.keycloak.access.ContactStore;
import dev.clientportal.keycloak.directory.Directory;
import dev.clientportal.keycloak.directory.InvitationState;
import dev.clientportal.keycloak.directory.PageRequest;
import dev.clientportal.keycloak.limit.Limiter;
import dev.clientportal.keycloak.link.Link;
import dev.clientportal.keycloak.link.LinkEnd;
import dev.clientportal.keycloak.link.LinkPurpose;
import dev.clientportal.keycloak.link.LinkStore;
import dev.clientportal.keycloak.link.Origin;
import dev.clientportal.keycloak.mail.Mail;
import dev.clientportal.keycloak.mail.MailDelivery;
import dev.clientportal.keycloak.mail.Outbox;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Sends, resends and revokes invitations. */
public final class Invitations {
    private static final PageRequest NEWEST = new PageRequest(List.of(), 1);

    /** What no contact can come in by, nor ever could for long. */
    private static final Set<InvitationState> TO_REPLACE =
            EnumSet.of(InvitationState.REVOKED, InvitationState.FAILED, InvitationState.CANCELLED);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AccessPolicy policy;
    private final ContactStore contacts;
    private final LinkStore links;

    public Invitations(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.policy = new AccessPolicy(session);
        this.contacts = session.getProvider(ContactStore.class);
        this.links = session.getProvider(LinkStore.class);
    }

    /**
     * Queues a mail with a new link; every earlier link of this contact and company ends in the same transaction.
     *
     * @param requestedBy the id of the user or service account that asks
     * @throws ProblemException when the contact may not come in, or had a mail too recently
     */
    public Mail send(OrganizationModel company, UserModel contact, String requestedBy) {
        return send(company, contact, requestedBy, null);
    }

    /** As above, in place of a link that ran out: the contact asks for it, and lands where the old one would have led. */
    public Mail sendFresh(OrganizationModel company, UserModel contact, Link old) {
        return send(company, contact, null, old.getTarget());
    }

    private Mail send(OrganizationModel company, UserModel contact, String requestedBy, String targetOrNull) {
        requireAllowed(company, contact);
        long wait = session.getProvider(Limiter.class).mailTo(realm.getId(), contact.getEmail());
        if (wait > 0) throw ProblemException.tooMany(wait);
        return queue(company, contact, requestedBy, targetOrNull);
    }

    /** As {@link #send}, counted against the firm's budget for bulk calls instead of the contact's address. */
    public Mail sendInBulk(OrganizationModel company, UserModel contact, String requestedBy) {
        requireAllowed(company, contact);
        takeFromBudget();
        return queue(company, contact, requestedBy, null);
    }

    /**
     * As {@link #sendInBulk}, unless the contact has had an invitation since their access was opened last: however many ask
     * at once, on whatever nodes, one is sent. Whoever comes second at the same moment has counted against the budget.
     *
     * @return empty when there was one
     */
    public Optional<Mail> sendOnce(OrganizationModel company, UserModel contact, String requestedBy) {
        requireAllowed(company, contact);
        if (isInvited(company.getId(), contact.getId())) return Optional.empty();
        takeFromBudget();
        ContactAccess access = lock(company, contact);
        if (isInvited(company.getId(), contact.getId())) return Optional.empty();
        return Optional.of(queue(access, contact, requestedBy, null));
    }

    private void takeFromBudget() {
        long wait = session.getProvider(Limiter.class).bulkInvitation(realm.getId());
        if (wait > 0) throw ProblemException.tooMany(wait);
    }

    /**
     * Whether the contact has had an invitation since their access was opened last. By the newest one: whatever was before it
     * has ended with it. What ran out has been had, too.
     */
    public boolean isInvited(String orgId, String userId) {
        long opened = contacts.openedAt(orgId, userId).orElse(0L);
        return session.getProvider(Directory.class).invitations(realm.getId(), orgId, userId, NEWEST).items().stream()
                .anyMatch(last -> last.queuedAt() >= opened && !TO_REPLACE.contains(last.state()));
    }

    private ContactAccess lock(OrganizationModel company, UserModel contact) {
        ContactAccess access = contacts.lock(realm.getId(), company.getId(), contact.getId());
        requireAllowed(company, contact); // again: the lock may have waited for somebody who blocks
        return access;
    }

    private Mail queue(OrganizationModel company, UserModel contact, String requestedBy, String targetOrNull) {
        return queue(lock(company, contact), contact, requestedBy, targetOrNull);
    }

    private Mail queue(ContactAccess access, UserModel contact, String requestedBy, String targetOrNull) {
        String orgId = access.getOrgId();
        long now = Time.currentTimeMillis();
        String linkId = KeycloakModelUtils.generateId();
        links.replace(linkId, realm.getId(), orgId, contact.getId(), LinkPurpose.INVITATION, Origin.NONE, null, now)
                .leadTo(targetOrNull);
        access.setInvitedAt(now);
        access.setSilent(false); // the mail is the welcome
        Mail mail = session.getProvider(Outbox.class)
                .queueInvitation(realm.getId(), orgId, contact.getId(), linkId, requestedBy);
        session.getProvider(MailDelivery.class).wakeAfterCommit();
        return mail;
    }

    /**
     * Ends the open invitation of this contact and company.
     *
     * @param by the id of the user or service account that asks
     */
    public void revoke(OrganizationModel company, UserModel contact, String by) {
        contacts.lock(realm.getId(), company.getId(), contact.getId());
        int ended = links.end(
                company.getId(), contact.getId(), LinkPurpose.INVITATION, LinkEnd.REVOKED, Time.currentTimeMillis());
        if (ended == 0)
            throw new ProblemException(Problem.NO_OPEN_INVITATION, "Nothing was open that could be revoked.");
        contacts.log(realm.getId(), company.getId(), contact.getId(), AccessAct.REVOKED, by);
    }

    private void requireAllowed(OrganizationModel company, UserModel contact) {
        policy.toAccept(realm, company.getId(), contact).orRefuse("An invitation");
    }
}
