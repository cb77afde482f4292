package dev.clientportal.keycloak.mail;

import dev.clientportal.keycloak.access.AccessDecision;
import dev.clientportal.keycloak.access.AccessPolicy;
import dev.clientportal.keycloak.firm.Firm;
import dev.clientportal.keycloak.firm.FirmStore;
import dev.clientportal.keycloak.link.Link;
import dev.clientportal.keycloak.link.LinkPurpose;
import dev.clientportal.keycloak.link.LinkStore;
import dev.clientportal.keycloak.link.LinkStore.Seal;
import dev.clientportal.keycloak.link.Secrets;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Turns a queued mail into one that can be sent. Everything is read again now: the contact, the gates, the link. The
 * link's secret is made here, and only its hash stays.
 */
final class MailRenderer {
    static final String TOO_LATE = "The mail server did not take it in time.";
    static final String NO_HOSTNAME =
            "Keycloak's public address is not configured (hostname, or the realm's frontend URL).";

    private static final String LINK_ENDED = "link_ended";

    private final KeycloakSession session;
    private final DeliverySettings settings;
    private final Outbox outbox;
    private final LinkStore links;
    private final AccessPolicy policy;
    private final long now = Time.currentTimeMillis();

    MailRenderer(KeycloakSession session, DeliverySettings settings) {
        this.session = session;
        this.settings = settings;
        this.outbox = session.getProvider(Outbox.class);
        this.links = session.getProvider(LinkStore.class);
        this.policy = new AccessPolicy(session);
    }

    /** Empty when there is nothing to send any more; the mail has then been ended or dropped. */
    Optional<RenderedMail> render(String mailId) {
        Mail mail = outbox.find(mailId)
                .filter(found -> found.getState() == MailState.QUEUED)
                .orElse(null);
        if (mail == null) return Optional.empty();
        RealmModel realm = session.realms().getRealm(mail.getRealmId());
        Firm firm = session.getProvider(FirmStore.class).find(mail.getRealmId()).orElse(null);
        if (realm == null || firm == null) {
            outbox.drop(mailId);
            return Optional.empty();
        }
        session.getContext().setRealm(realm);
        if (now - mail.getQueuedAt() > patience(mail)) {
            outbox.end(mailId, MailState.FAILED, mail.getReason() == null ? TOO_LATE : mail.getReason(), now);
            MailMetrics.mail(mail.getKind(), "failed");
            return Optional.empty();
        }
        UriBuilder address = PublicUrl.ofRealm(session, realm).orElse(null);
        if (address == null) {
            outbox.end(mailId, MailState.FAILED, NO_HOSTNAME, now);
            MailMetrics.mail(mail.getKind(), "failed");
            return Optional.empty();
        }
        MailContent content = new MailContent(session, realm, firm, address);
        return switch (mail.getKind()) {
            case LOGIN -> renderLogin(realm, mail, content);
            case INVITATION -> renderInvitation(realm, firm, mail, content);
            default -> new NoticeRenderer(session, realm, firm, content).render(mail);
        };
    }

    private long patience(Mail mail) {
        return mail.getKind() == MailKind.LOGIN
                ? settings.linkMinutes() * 60_000L
                : settings.giveUpHours() * 3_600_000L;
    }

    private Optional<RenderedMail> renderInvitation(RealmModel realm, Firm firm, Mail mail, MailContent content) {
        UserModel contact = session.users().getUserById(realm, mail.getUserId());
        OrganizationModel company =
                session.getProvider(OrganizationProvider.class).getById(mail.getOrgId());
        Link link = links.find(mail.getLinkId()).orElse(null);
        if (contact == null || company == null || link == null) {
            outbox.drop(mail.getId());
            return Optional.empty();
        }
        AccessDecision decision = policy.toAccept(realm, company.getId(), contact);
        if (!decision.isAllowed())
            return cancel(mail, decision.denial().orElseThrow().code());
        if (link.getEnd() != null || link.getConsumedAt() != null)
            return cancel(mail, "link_" + link.stateAt(now).name().toLowerCase(java.util.Locale.ROOT));
        String secret = Secrets.newSecret();
        long expires = now + firm.getInvitationValidity() * 1000L;
        Seal seal = new Seal(Secrets.sha256(secret), null, Secrets.addressHash(contact.getEmail()), expires);
        if (!links.seal(link.getId(), seal)) return cancel(mail, LINK_ENDED);
        return Optional.of(content.invitation(mail, contact, company, secret, expires));
    }

    private Optional<RenderedMail> renderLogin(RealmModel realm, Mail mail, MailContent content) {
        UserModel contact = session.users().getUserByEmail(realm, mail.getTypedAddress());
        List<AccessDecision> open = contact == null
                ? List.of()
                : policy.everywhere(realm, contact).stream()
                        .filter(AccessDecision::isAllowed)
                        .toList();
        if (open.isEmpty()) {
            outbox.drop(mail.getId());
            MailMetrics.mail(MailKind.LOGIN, "not_for_a_contact");
            return Optional.empty();
        }
        String orgId = open.size() == 1 ? open.get(0).company().orgId() : null;
        String secret = Secrets.newSecret();
        String code = Secrets.newCode();
        long expires = now + settings.linkMinutes() * 60_000L;
        Seal seal = new Seal(
                Secrets.sha256(secret),
                LoginCode.hash(session, realm, mail.getLinkId(), code),
                Secrets.addressHash(contact.getEmail()),
                expires);
        if (!prepareLogin(mail, orgId, contact, seal)) return cancel(mail, LINK_ENDED);
        OrganizationModel company = orgId == null
                ? null
                : session.getProvider(OrganizationProvider.class).getById(orgId);
        return Optional.of(content.login(mail, contact, company, secret, code, expires));
    }

    /** The first try makes the link; those after it find the one made, unless it has ended. */
    private boolean prepareLogin(Mail mail, String orgId, UserModel contact, Seal seal) {
        if (mail.getUserId() != null) return links.seal(mail.getLinkId(), seal);
        links.replace(
                mail.getLinkId(),
                mail.getRealmId(),
                orgId,
                contact.getId(),
                LinkPurpose.LOGIN,
                mail.getOrigin(),
                seal,
                mail.getQueuedAt());
        mail.assignTo(orgId, contact.getId());
        return true;
    }

    private Optional<RenderedMail> cancel(Mail mail, String reason) {
        return cancel(outbox, mail, reason, now);
    }

    static Optional<RenderedMail> cancel(Outbox outbox, Mail mail, String reason, long now) {
        outbox.end(mail.getId(), MailState.CANCELLED, reason, now);
        MailMetrics.mail(mail.getKind(), "cancelled");
        return Optional.empty();
    }
}
