package dev.clientportal.keycloak.mail;

import dev.clientportal.keycloak.access.AccessDecision;
import dev.clientportal.keycloak.access.AccessPolicy;
import dev.clientportal.keycloak.access.ContactAccess;
import dev.clientportal.keycloak.access.ContactStore;
import dev.clientportal.keycloak.firm.Firm;
import dev.clientportal.keycloak.link.LinkPurpose;
import dev.clientportal.keycloak.link.LinkStore;
import dev.clientportal.keycloak.link.LinkStore.Seal;
import dev.clientportal.keycloak.link.Origin;
import dev.clientportal.keycloak.link.Secrets;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.organization.OrganizationProvider;

/** Makes a queued notice ready: with an invitation for who has not accepted one yet, with the bare target for the rest. */
final class NoticeRenderer {
    static final String BOUNCED = "address_bounced";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Firm firm;
    private final MailContent content;
    private final Outbox outbox;
    private final LinkStore links;
    private final long now = Time.currentTimeMillis();

    NoticeRenderer(KeycloakSession session, RealmModel realm, Firm firm, MailContent content) {
        this.session = session;
        this.realm = realm;
        this.firm = firm;
        this.content = content;
        this.outbox = session.getProvider(Outbox.class);
        this.links = session.getProvider(LinkStore.class);
    }

    Optional<RenderedMail> render(Mail mail) {
        UserModel contact = session.users().getUserById(realm, mail.getUserId());
        OrganizationModel company =
                session.getProvider(OrganizationProvider.class).getById(mail.getOrgId());
        if (contact == null || company == null) {
            outbox.drop(mail.getId());
            return Optional.empty();
        }
        // Whoever blocks the contact now, or accepts for them, comes before or after this mail, never in between.
        ContactAccess access =
                session.getProvider(ContactStore.class).lock(realm.getId(), company.getId(), contact.getId());
        AccessDecision decision = new AccessPolicy(session).toAccept(realm, company.getId(), contact);
        if (!decision.isAllowed())
            return cancel(mail, decision.denial().orElseThrow().code());
        if (hasBouncedSince(mail, contact)) return cancel(mail, BOUNCED);
        if (decision.company().accepted()) {
            mail.carry(MailLink.TARGET, null);
            return Optional.of(content.notice(mail, contact, company));
        }
        String secret = Secrets.newSecret();
        long expires = now + firm.getInvitationValidity() * 1000L;
        invite(mail, contact, new Seal(Secrets.sha256(secret), null, Secrets.addressHash(contact.getEmail()), expires));
        access.setInvitedAt(now);
        return Optional.of(content.notice(mail, contact, company, secret, expires));
    }

    /** A refusal that was there before is one that the caller knew of: staff who send a failed mail anew. */
    private boolean hasBouncedSince(Mail mail, UserModel contact) {
        return Bounce.of(session, contact)
                .filter(refused -> refused >= mail.getQueuedAt())
                .isPresent();
    }

    /** A later try uses the link that an earlier one made, unless it has ended: what the mail is about is still to be told. */
    private void invite(Mail mail, UserModel contact, Seal seal) {
        if (mail.getLinkId() != null && links.seal(mail.getLinkId(), seal)) return;
        String linkId = KeycloakModelUtils.generateId();
        links.replace(
                        linkId,
                        realm.getId(),
                        mail.getOrgId(),
                        contact.getId(),
                        LinkPurpose.INVITATION,
                        Origin.NONE,
                        seal,
                        now)
                .leadTo(mail.getNotice().target());
        mail.carry(MailLink.INVITATION, linkId);
    }

    private Optional<RenderedMail> cancel(Mail mail, String reason) {
        return MailRenderer.cancel(outbox, mail, reason, now);
    }
}
