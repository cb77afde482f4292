package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.firm.Firm;
import dev.clientportal.keycloak.firm.FirmImage;
import dev.clientportal.keycloak.firm.FirmStore;
import dev.clientportal.keycloak.firm.FirmText;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Firms' settings in CP_FIRM, their pictures in CP_FIRM_IMAGE. */
final class JpaFirmStore extends JpaStore implements FirmStore {
    private static final int DEFAULT_LEDGER_DAYS = 730;

    JpaFirmStore(KeycloakSession session) {
        super(session);
    }

    @Override
    public Optional<Firm> find(String realmId) {
        return Optional.ofNullable(em.find(FirmEntity.class, realmId));
    }

    @Override
    public Firm findOrDefaults(String realmId) {
        return find(realmId).orElseGet(() -> defaults(realmId));
    }

    private static FirmEntity defaults(String realmId) {
        FirmEntity firm = new FirmEntity();
        firm.realmId = realmId;
        firm.portalClientId = "account-console";
        firm.timeZone = "UTC";
        firm.invitationValidity = Firm.MAX_INVITATION_VALIDITY;
        firm.ledgerDays = DEFAULT_LEDGER_DAYS;
        return firm;
    }

    @Override
    public Firm findOrCreate(String realmId) {
        FirmEntity known = em.find(FirmEntity.class, realmId);
        if (known != null) return known;
        persistOnce(defaults(realmId), realmId);
        return em.find(FirmEntity.class, realmId);
    }

    @Override
    public Optional<String> realmOf(String domain) {
        return em.createQuery("select f.realmId from FirmEntity f where f.domain = :domain", String.class)
                .setParameter("domain", domain)
                .getResultStream()
                .findFirst();
    }

    @Override
    public boolean isDomainTaken(String domain, String exceptRealmId) {
        return realmOf(domain).filter(realm -> !realm.equals(exceptRealmId)).isPresent();
    }

    @Override
    public void flush() {
        em.flush();
    }

    @Override
    public Optional<FirmImage> image(String realmId, FirmImage.Kind kind) {
        return Optional.ofNullable(em.find(FirmImageEntity.class, new FirmImageEntity.Key(realmId, kind)))
                .map(image -> new FirmImage(image.contentType, image.content, image.etag));
    }

    @Override
    public void saveImage(String realmId, FirmImage.Kind kind, FirmImage image) {
        FirmImageEntity entity = new FirmImageEntity();
        entity.realmId = realmId;
        entity.kind = kind;
        entity.contentType = image.contentType();
        entity.content = image.content();
        entity.etag = image.etag();
        em.merge(entity);
        setEtag(realmId, kind, image.etag());
    }

    @Override
    public void removeImage(String realmId, FirmImage.Kind kind) {
        FirmImageEntity image = em.find(FirmImageEntity.class, new FirmImageEntity.Key(realmId, kind));
        if (image == null) return;
        em.remove(image);
        setEtag(realmId, kind, null);
    }

    private void setEtag(String realmId, FirmImage.Kind kind, String etag) {
        ((FirmEntity) findOrCreate(realmId)).setEtag(kind, etag);
    }

    @Override
    public Optional<FirmText> text(String realmId, String kind) {
        return Optional.ofNullable(em.find(FirmTextEntity.class, new FirmTextEntity.Key(realmId, kind)))
                .map(text -> new FirmText(text.subject, text.words));
    }

    @Override
    public void saveText(String realmId, String kind, FirmText text) {
        FirmTextEntity entity = new FirmTextEntity();
        entity.realmId = realmId;
        entity.kind = kind;
        entity.subject = text.subject();
        entity.words = text.text();
        em.merge(entity);
    }

    @Override
    public void removeRealm(String realmId) {
        ENTITIES.forEach(entity -> delete(entity, "realmId", realmId));
    }

    /** Named in the services file. */
    public static final class Factory extends JpaStoreFactory<FirmStore> implements FirmStore.Factory {
        @Override
        public FirmStore create(KeycloakSession session) {
            return new JpaFirmStore(session);
        }
    }
}
