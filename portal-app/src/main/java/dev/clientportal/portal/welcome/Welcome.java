package dev.clientportal.portal.welcome;

import dev.clientportal.portal.audit.Actor;
import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.firm.Firm;
import dev.clientportal.portal.firm.Keycloak;
import dev.clientportal.portal.firm.KeycloakAwayException;
import dev.clientportal.portal.signin.Greeter;
import dev.clientportal.portal.task.TaskChanges;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;

/** The welcome of a new contact: a page that is shown once, and a sample task. */
@RequestScoped
class Welcome implements Greeter {
    private static final Logger LOG = Logger.getLogger(Welcome.class);

    private final Session database;
    private final SampleTask sample;
    private final TaskChanges tasks;
    private final Keycloak keycloak;
    private final Clock clock;

    Welcome(Session database, SampleTask sample, TaskChanges tasks, Keycloak keycloak, Clock clock) {
        this.database = database;
        this.sample = sample;
        this.tasks = tasks;
        this.keycloak = keycloak;
        this.clock = clock;
    }

    @Override
    public boolean greet(Firm firm, CompanyKey company, Actor contact, String accessToken) {
        boolean first = remember(firm, company, contact);
        tell(firm, accessToken);
        return first;
    }

    /** The row is there once, so that two devices at the same moment make one task and one welcome. */
    private boolean remember(Firm firm, CompanyKey company, Actor contact) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                var key = new GreetingEntity.Key(company.firm(), contact.id());
                if (database.find(GreetingEntity.class, key) != null) return false;
                GreetingEntity greeting = new GreetingEntity();
                greeting.firm = company.firm();
                greeting.userId = contact.id();
                greeting.greetedAt = clock.millis();
                database.persist(greeting);
                database.flush();
                tasks.create(
                        company,
                        null,
                        List.of(sample.of(firm, Set.of(contact.id()))),
                        Actor.staff("", firm.name()),
                        null);
                return true;
            });
        } catch (ConstraintViolationException anotherDeviceCameFirst) {
            return false;
        }
    }

    /** From now on tokens say that no welcome is due. Should Keycloak be away, the next login says it again. */
    private void tell(Firm firm, String accessToken) {
        try {
            Keycloak.Done done = keycloak.post(firm.issuer() + "/client-portal/me/welcome", accessToken, Map.of());
            if (done.isRefused()) LOG.warnf("Keycloak answers %d to being told of a welcome", done.status());
        } catch (KeycloakAwayException e) {
            LOG.warnf(e, "Keycloak could not be told of a welcome: %s", e.getMessage());
        }
    }
}
