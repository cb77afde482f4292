package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.link.Link;
import dev.clientportal.keycloak.link.LinkEnd;
import dev.clientportal.keycloak.link.LinkPurpose;
import dev.clientportal.keycloak.link.LinkStore;
import dev.clientportal.keycloak.link.Origin;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Links in CP_LINK. LIVE_KEY is set while a link is live and unique, so that there is never a second one. */
final class JpaLinkStore extends JpaStore implements LinkStore {
    private static final String LIVE = " and l.liveKey is not null";

    JpaLinkStore(KeycloakSession session) {
        super(session);
    }

    @Override
    public Link replace(
            String id,
            String realmId,
            String orgId,
            String userId,
            LinkPurpose purpose,
            Origin origin,
            Seal sealOrNull,
            long now) {
        String liveKey = purpose + ":" + (orgId == null ? "" : orgId) + ":" + userId;
        em.createQuery(
                        "update LinkEntity l set l.liveKey = null, l.end = :end, l.endedAt = :now where l.liveKey = :live")
                .setParameter("end", LinkEnd.SUPERSEDED)
                .setParameter("now", now)
                .setParameter("live", liveKey)
                .executeUpdate();
        LinkEntity link = new LinkEntity();
        link.id = id;
        link.realmId = realmId;
        link.orgId = orgId;
        link.userId = userId;
        link.purpose = purpose;
        link.liveKey = liveKey;
        link.createdAt = now;
        link.setOrigin(origin);
        if (sealOrNull != null) {
            link.secretHash = sealOrNull.secretHash();
            link.codeHash = sealOrNull.codeHash();
            link.addressHash = sealOrNull.addressHash();
            link.expiresAt = sealOrNull.expiresAt();
        }
        em.persist(link);
        return link;
    }

    @Override
    public Optional<Link> find(String id) {
        return Optional.ofNullable(em.find(LinkEntity.class, id));
    }

    @Override
    public Optional<Link> findBySecretHash(String secretHash) {
        // The firm comes along, because whatever is made of a link shows its brand: its store finds it loaded.
        return em.createQuery(
                        "select l, f from LinkEntity l left join FirmEntity f on f.realmId = l.realmId"
                                + " where l.secretHash = :hash",
                        Object[].class)
                .setParameter("hash", secretHash)
                .getResultStream()
                .map(row -> (Link) row[0])
                .findFirst();
    }

    @Override
    public boolean seal(String id, Seal seal) {
        return em.createQuery("update LinkEntity l set l.secretHash = :secret, l.codeHash = :code,"
                                + " l.addressHash = :address, l.expiresAt = :expires where l.id = :id" + LIVE)
                        .setParameter("secret", seal.secretHash())
                        .setParameter("code", seal.codeHash())
                        .setParameter("address", seal.addressHash())
                        .setParameter("expires", seal.expiresAt())
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean consume(String id, long now) {
        return em.createQuery("update LinkEntity l set l.consumedAt = :now, l.liveKey = null"
                                + " where l.id = :id and l.consumedAt is null and l.expiresAt > :now" + LIVE)
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean takeCodeTry(String id, int maxTries, long now) {
        return em.createQuery("update LinkEntity l set l.codeTries = l.codeTries + 1"
                                + " where l.id = :id and l.codeTries < :max and l.expiresAt > :now")
                        .setParameter("id", id)
                        .setParameter("max", maxTries)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    @Override
    public int endAll(String orgId, String userId, LinkEnd end, long now) {
        // A login link without a company may lead into any of them, so it ends with each.
        String company = orgId == null ? "" : " and (l.orgId = :org or l.orgId is null)";
        var query = end("l.userId = :user" + company, end, now).setParameter("user", userId);
        if (orgId != null) query.setParameter("org", orgId);
        return query.executeUpdate();
    }

    @Override
    public int endCompany(String orgId, LinkEnd end, long now) {
        return end("l.orgId = :org", end, now).setParameter("org", orgId).executeUpdate();
    }

    @Override
    public int endRealm(String realmId, LinkEnd end, long now) {
        return end("l.realmId = :realm", end, now)
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    @Override
    public int end(String orgId, String userId, LinkPurpose purpose, LinkEnd end, long now) {
        return end("l.orgId = :org and l.userId = :user and l.purpose = :purpose", end, now)
                .setParameter("org", orgId)
                .setParameter("user", userId)
                .setParameter("purpose", purpose)
                .executeUpdate();
    }

    private jakarta.persistence.Query end(String which, LinkEnd end, long now) {
        return em.createQuery("update LinkEntity l set l.liveKey = null, l.end = :end, l.endedAt = :now where " + which
                        + LIVE)
                .setParameter("end", end)
                .setParameter("now", now);
    }

    @Override
    public void opened(String id, String by, long now) {
        em.createQuery(
                        "update LinkEntity l set l.openedAt = :now, l.openedBy = :by where l.id = :id and l.openedAt is null")
                .setParameter("now", now)
                .setParameter("by", by)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Named in the services file. */
    public static final class Factory extends JpaStoreFactory<LinkStore> implements LinkStore.Factory {
        @Override
        public LinkStore create(KeycloakSession session) {
            return new JpaLinkStore(session);
        }
    }
}
