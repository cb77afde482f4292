package dev.clientportal.keycloak.storage;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.Provider;

/** What the stores share: Keycloak's entity manager, and rows that several nodes may want to make at once. */
abstract class JpaStore implements Provider {
    /** Entities with a {@code realmId}, children first. */
    static final List<Class<?>> ENTITIES = List.of(
            MailEntity.class,
            LinkEntity.class,
            LimitEntity.class,
            ClosingEntity.class,
            OpeningRowEntity.class,
            OpeningEntity.class,
            AccessLogEntity.class,
            RecordEntity.class,
            ContactEntity.class,
            CompanyEntity.class,
            FirmImageEntity.class,
            FirmTextEntity.class,
            FirmEntity.class);

    /** Those of them that belong to one contact of one company, each with {@code orgId} and {@code userId}. */
    static final List<Class<?>> OF_CONTACT = List.of(
            MailEntity.class,
            LinkEntity.class,
            AccessLogEntity.class,
            RecordEntity.class,
            OpeningRowEntity.class,
            ContactEntity.class);

    final KeycloakSession session;
    final EntityManager em;

    JpaStore(KeycloakSession session) {
        this.session = session;
        this.em = entityManager(session);
    }

    static EntityManager entityManager(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** An id that grows with time. */
    static String newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null).toString();
    }

    /**
     * Makes a row in a transaction of its own, so that the loser of a race for the same key can go on with the winner's
     * row. Fails when the database refuses the row although there is none with its key.
     */
    void persistOnce(Object entity, Object key) {
        try {
            inOwnTransaction(own -> {
                own.persist(entity);
                own.flush();
            });
        } catch (ModelDuplicateException refused) {
            inOwnTransaction(own -> {
                if (own.find(entity.getClass(), key) == null) throw refused;
            });
        }
    }

    void inOwnTransaction(Consumer<EntityManager> work) {
        KeycloakModelUtils.runJobInTransaction(
                session.getKeycloakSessionFactory(), own -> work.accept(entityManager(own)));
    }

    int delete(Class<?> entity, String field, String value) {
        return em.createQuery("delete from " + entity.getSimpleName() + " e where e." + field + " = :value")
                .setParameter("value", value)
                .executeUpdate();
    }

    @Override
    public void close() {}
}
