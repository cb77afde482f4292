package dev.clientportal.keycloak.background;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** One thread of this node that looks for work in the database whenever it is woken, and sleeps in between. */
public final class Background implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Background.class);

    private final String name;
    private final Work work;
    private final ExecutorService thread;
    private final AtomicInteger wakes = new AtomicInteger();

    /** All that is there to do now. */
    public interface Work {
        void doAll() throws InterruptedException;
    }

    public Background(String name, Work work) {
        this.name = name;
        this.work = work;
        this.thread = threads(1, name);
    }

    /** Threads that do not keep the server from stopping. */
    public static ExecutorService threads(int count, String name) {
        return Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Returns at once. Wakes that come while work is being done lead to one more look afterwards. */
    public void wake() {
        if (wakes.getAndIncrement() == 0) thread.execute(this::workUntilQuiet);
    }

    /** Wakes when what the session is about to write can be seen, and not at all when it is taken back. */
    public void wakeAfterCommit(KeycloakSession session) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                wake();
            }

            @Override
            protected void rollbackImpl() {
                // nothing was left to do
            }
        });
    }

    private void workUntilQuiet() {
        int seen;
        do {
            seen = wakes.get();
            try {
                work.doAll();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failed) {
                LOG.errorf(failed, "%s failed; it is tried again at the next look", name);
            }
        } while (!wakes.compareAndSet(seen, 0));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
