package dev.clientportal.keycloak.magiclink;

import dev.clientportal.keycloak.access.AccessDecision;
import dev.clientportal.keycloak.access.AccessPolicy;
import dev.clientportal.keycloak.access.ContactAccess;
import dev.clientportal.keycloak.access.ContactStore;
import dev.clientportal.keycloak.access.DenialReason;
import dev.clientportal.keycloak.company.EnteredCompany;
import dev.clientportal.keycloak.link.Link;
import dev.clientportal.keycloak.link.LinkEnd;
import dev.clientportal.keycloak.link.LinkPurpose;
import dev.clientportal.keycloak.link.LinkStore;
import dev.clientportal.keycloak.link.Secrets;
import dev.clientportal.keycloak.page.ClosedDoor;
import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Uses a link up, once. Everything is read again: nothing that was true when the link was made is trusted. */
final class Redemption {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final LinkStore links;
    private final AccessPolicy policy;

    Redemption(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.links = session.getProvider(LinkStore.class);
        this.policy = new AccessPolicy(session);
    }

    /** Empty when the link was consumed by this very call; else the door that is closed. */
    Optional<ClosedDoor> redeem(Link link) {
        long now = Time.currentTimeMillis();
        Optional<ClosedDoor> ended = whyEnded(link, now);
        if (ended.isPresent()) return ended;
        UserModel contact = session.users().getUserById(realm, link.getUserId());
        if (contact == null) return Optional.of(ClosedDoor.INVALID);
        if (contact.getEmail() == null
                || !Secrets.addressHash(contact.getEmail()).equals(link.getAddressHash())) {
            return Optional.of(ClosedDoor.of(Link.State.REVOKED));
        }
        ContactAccess access = link.getOrgId() == null
                ? null
                : session.getProvider(ContactStore.class).lock(realm.getId(), link.getOrgId(), contact.getId());
        Optional<DenialReason> denial = denial(link, contact);
        if (denial.isPresent()) return denial.map(ClosedDoor::of);
        if (!links.consume(link.getId(), now)) return Optional.of(ClosedDoor.of(Link.State.USED));
        if (link.getPurpose() == LinkPurpose.INVITATION) accept(access, now);
        if (!contact.isEmailVerified()) contact.setEmailVerified(true);
        return Optional.empty();
    }

    /**
     * Empty while the link is live. A link that ended because a gate was closed leads to that gate for as long as it is
     * closed: "withdrawn" would leave the contact guessing.
     */
    Optional<ClosedDoor> whyEnded(Link link, long now) {
        if (link.stateAt(now) == Link.State.LIVE) return Optional.empty();
        if (link.stateAt(now) == Link.State.REVOKED && link.getEnd() == LinkEnd.CLOSED) {
            UserModel contact = session.users().getUserById(realm, link.getUserId());
            Optional<DenialReason> denial = contact == null ? Optional.empty() : denial(link, contact);
            if (denial.isPresent()) return denial.map(ClosedDoor::of);
        }
        return Optional.of(ClosedDoor.of(link.stateAt(now)));
    }

    private Optional<DenialReason> denial(Link link, UserModel contact) {
        if (link.getPurpose() == LinkPurpose.INVITATION) {
            return policy.toAccept(realm, link.getOrgId(), contact).denial();
        }
        List<AccessDecision> everywhere = new EnteredCompany(session).decideAll(contact);
        if (link.getOrgId() != null) {
            return everywhere.stream()
                    .filter(decision -> decision.company().orgId().equals(link.getOrgId()))
                    .findFirst()
                    .map(AccessDecision::denial)
                    .orElse(Optional.of(DenialReason.NOT_A_MEMBER));
        }
        return everywhere.stream().anyMatch(AccessDecision::isAllowed)
                ? Optional.empty()
                : Optional.of(AccessPolicy.nearest(everywhere));
    }

    private static void accept(ContactAccess access, long now) {
        access.setMustAccept(false);
        if (access.getAcceptedAt() == null) access.setAcceptedAt(now);
    }
}
