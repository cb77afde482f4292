package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.evidence.EvidenceContact;
import dev.clientportal.keycloak.evidence.EvidenceEvent;
import dev.clientportal.keycloak.evidence.EvidenceStore;
import dev.clientportal.keycloak.mail.MailLink;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/**
 * Tells the evidence from CP_MAIL and CP_LINK, which keep what became of each invitation, and CP_ACCESS_LOG, which keeps
 * what staff decided. Whoever has a row in one of them has one in CP_CONTACT.
 */
final class JpaEvidenceStore extends JpaStore implements EvidenceStore {
    private static final String CONTACTS = """
            select o.id, o.name, u.id, u.username, u.email
            from ContactEntity k
            join OrganizationEntity o on o.id = k.orgId
            join UserEntity u on u.id = k.userId
            where k.realmId = :realm""";

    /** Admins of another realm are told by id alone. */
    private static final String INVITATIONS = """
            select m, l, b.username
            from MailEntity m
            left join LinkEntity l on l.id = m.linkId
            left join UserEntity b on b.id = m.requestedBy and b.realmId = m.realmId
            where m.realmId = :realm and m.link = :invitation
            and (m.orgId, m.userId) >= (:firstOrg, :firstUser) and (m.orgId, m.userId) <= (:lastOrg, :lastUser)""";

    private static final String ACTS = """
            select a, b.username
            from AccessLogEntity a
            left join UserEntity b on b.id = a.doneBy and b.realmId = a.realmId
            where a.realmId = :realm
            and (a.orgId, a.userId) >= (:firstOrg, :firstUser) and (a.orgId, a.userId) <= (:lastOrg, :lastUser)""";

    JpaEvidenceStore(KeycloakSession session) {
        super(session);
    }

    @Override
    public List<EvidenceContact> contacts(String realmId, String orgId, EvidenceContact after, int max) {
        String text = CONTACTS
                + (orgId == null ? "" : " and k.orgId = :org")
                + (after == null ? "" : " and (k.orgId, k.userId) > (:afterOrg, :afterUser)")
                + " order by k.orgId, k.userId";
        TypedQuery<Object[]> query = em.createQuery(text, Object[].class).setParameter("realm", realmId);
        if (orgId != null) query.setParameter("org", orgId);
        if (after != null) {
            query.setParameter("afterOrg", after.companyId()).setParameter("afterUser", after.userId());
        }
        return query.setMaxResults(max)
                .getResultStream()
                .map(row -> new EvidenceContact(
                        (String) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4]))
                .toList();
    }

    @Override
    public List<EvidenceEvent> events(String realmId, List<EvidenceContact> contacts) {
        if (contacts.isEmpty()) return List.of();
        EvidenceEvents events = new EvidenceEvents(contacts);
        between(contacts, realmId, em.createQuery(INVITATIONS, Object[].class))
                .setParameter("invitation", MailLink.INVITATION)
                .getResultStream()
                .forEach(row -> events.add((MailEntity) row[0], (LinkEntity) row[1], (String) row[2]));
        between(contacts, realmId, em.createQuery(ACTS, Object[].class))
                .getResultStream()
                .forEach(row -> events.add((AccessLogEntity) row[0], (String) row[1]));
        return events.inOrder();
    }

    /** Of all contacts from the first to the last, in the database's own order. */
    private static TypedQuery<Object[]> between(
            List<EvidenceContact> contacts, String realmId, TypedQuery<Object[]> query) {
        EvidenceContact first = contacts.get(0);
        EvidenceContact last = contacts.get(contacts.size() - 1);
        return query.setParameter("realm", realmId)
                .setParameter("firstOrg", first.companyId())
                .setParameter("firstUser", first.userId())
                .setParameter("lastOrg", last.companyId())
                .setParameter("lastUser", last.userId());
    }

    /** Named in the services file. */
    public static final class Factory extends JpaStoreFactory<EvidenceStore> implements EvidenceStore.Factory {
        @Override
        public EvidenceStore create(KeycloakSession session) {
            return new JpaEvidenceStore(session);
        }
    }
}
