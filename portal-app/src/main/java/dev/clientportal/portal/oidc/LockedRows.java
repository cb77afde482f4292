package dev.clientportal.portal.oidc;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.hibernate.Session;

/**
 * Rows with refresh tokens, for one request at a time. Where refresh tokens are used once, two at a time would end the
 * session.
 */
@ApplicationScoped
public class LockedRows {
    private final Session database;

    LockedRows(Session database) {
        this.database = database;
    }

    /** What is to be done with a row. */
    public interface Use<E> {
        void with(E row) throws RefusedException;
    }

    /**
     * Waits for whoever has the row, and reads it anew.
     *
     * @throws RefusedException when the use is refused, or the row is gone
     */
    public <E> E use(Class<E> type, String id, Use<E> use) throws RefusedException {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                E row = database.find(type, id, LockModeType.PESSIMISTIC_WRITE);
                if (row == null) throw new RefusedException("The session has ended");
                use.with(row);
                return row;
            });
        } catch (RuntimeException wrapped) {
            if (wrapped.getCause() instanceof RefusedException refused) throw refused;
            throw wrapped;
        }
    }
}
