package dev.clientportal.testsupport;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The statements of the threads that answer requests, as Hibernate would log them. Those of timers and of the mail worker
 * are not among them: they happen whenever they happen.
 */
final class KeptStatements extends Handler {
    /** Quarkus' pool for requests; Keycloak's own timers and our worker have threads of other names. */
    private static final String REQUESTS = "executor-thread-";

    private static final Logger SQL = Logger.getLogger("org.hibernate.SQL");
    private static final List<String> KEPT = new CopyOnWriteArrayList<>();
    private static final KeptStatements KEEPER = new KeptStatements();

    private KeptStatements() {}

    static synchronized void begin() {
        KEPT.clear();
        SQL.removeHandler(KEEPER);
        SQL.addHandler(KEEPER);
        SQL.setUseParentHandlers(false);
        SQL.setLevel(Level.ALL);
    }

    static synchronized List<String> end() {
        SQL.setLevel(null);
        SQL.removeHandler(KEEPER);
        SQL.setUseParentHandlers(true);
        return List.copyOf(KEPT);
    }

    @Override
    public void publish(LogRecord statement) {
        if (Thread.currentThread().getName().startsWith(REQUESTS)) KEPT.add(statement.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
