package dev.clientportal.portal.storage;

import io.quarkus.arc.InjectableInstance;
import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.hibernate.Session;

/** The one of the two databases that the settings switch on: Quarkus fixes the kind of a data source when it is built. */
@Singleton
class ActiveDatabase {
    @Produces
    @ApplicationScoped
    static Session session(
            @PersistenceUnit("h2") InjectableInstance<Session> h2,
            @PersistenceUnit("postgresql") InjectableInstance<Session> postgresql) {
        return h2.getHandle().getBean().isActive() ? h2.get() : postgresql.get();
    }
}
