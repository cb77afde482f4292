package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.support.EntityManagers;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Does one step of a bulk call in a transaction of its own, and tells what became of it in one word. */
record OwnTransaction(StaffCall call) {
    private static final int TRIES = 5;
    private static final Logger LOG = Logger.getLogger(OwnTransaction.class);

    String outcomeOf(Function<KeycloakSession, String> step) {
        try {
            return run(step);
        } catch (ProblemException refused) {
            return word(refused.problem());
        } catch (RuntimeException failed) {
            LOG.error("A step of a bulk call failed", failed);
            return "failed";
        }
    }

    <T> T run(Function<KeycloakSession, T> step) {
        return KeycloakModelUtils.runJobInTransactionWithResult(call.session().getKeycloakSessionFactory(), session -> {
            session.getContext().setRealm(session.realms().getRealm(call.realm().getId()));
            return step.apply(session);
        });
    }

    /**
     * As {@link #run}, for work that makes many new things and does not look for them again: Keycloak writes them at the end,
     * all at once, and not after each.
     */
    <T> T runTogether(Function<KeycloakSession, T> step) {
        return run(session -> {
            AtomicReference<T> result = new AtomicReference<>();
            EntityManagers.runInBatch(session, () -> result.set(step.apply(session)), false);
            return result.get();
        });
    }

    /**
     * As {@link #run}, and again when it failed: two calls for one new thing meet at its unique name, and the one that comes
     * second finds it there.
     */
    <T> T runAgain(Function<KeycloakSession, T> step) {
        for (int tries = 1; ; tries++) {
            try {
                return run(step);
            } catch (WebApplicationException answer) {
                throw answer;
            } catch (RuntimeException failed) {
                if (tries == TRIES) throw failed;
                LOG.debug("A step is tried again", failed);
            }
        }
    }

    static String word(Problem problem) {
        return switch (problem) {
            case NO_VALID_ADDRESS -> "no_valid_email";
            case CONTACT_BLOCKED -> "blocked";
            default -> problem.name().toLowerCase(Locale.ROOT);
        };
    }
}
