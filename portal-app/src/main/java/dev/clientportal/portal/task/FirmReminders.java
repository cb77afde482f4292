package dev.clientportal.portal.task;

import dev.clientportal.portal.audit.Action;
import dev.clientportal.portal.audit.Actor;
import dev.clientportal.portal.audit.Audit;
import dev.clientportal.portal.audit.Subject;
import dev.clientportal.portal.firm.Firm;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;

/** What firms have chosen: on which days their contacts are reminded. */
@ApplicationScoped
public class FirmReminders {
    private final Session database;
    private final ReminderSettings settings;
    private final Audit audit;
    private final Clock clock;

    FirmReminders(Session database, ReminderSettings settings, Audit audit, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** The firm's choice, or the deployment's setting. */
    @Transactional
    public ReminderDays of(String firm) {
        ReminderDaysEntity chosen = database.find(ReminderDaysEntity.class, firm);
        return chosen == null
                ? new ReminderDays(settings.days().orElse(List.of()), null, ReminderDays.NOT_CHOSEN)
                : new ReminderDays(chosen.days(), chosen.since, chosen.version);
    }

    /**
     * Chooses the days, from today on.
     *
     * @param wanted so many before the due date, negative for after it
     * @param version of what was seen before the change
     * @return false when somebody else changed them meanwhile
     */
    public boolean choose(Firm firm, List<Integer> wanted, int version, Actor actor) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> write(firm, wanted, version, actor));
        } catch (ConstraintViolationException somebodyWasFaster) {
            return false;
        }
    }

    private boolean write(Firm firm, List<Integer> wanted, int version, Actor actor) {
        ReminderDaysEntity chosen =
                database.find(ReminderDaysEntity.class, firm.realm(), LockModeType.PESSIMISTIC_WRITE);
        if (version != (chosen == null ? ReminderDays.NOT_CHOSEN : chosen.version)) return false;
        if (chosen == null) {
            chosen = new ReminderDaysEntity();
            chosen.firm = firm.realm();
        } else if (chosen.days().equals(wanted)) {
            return true;
        }
        chosen.choose(wanted, firm.today(clock));
        database.persist(chosen);
        audit.write(actor, firm.realm(), Action.REMINDERS_CHANGED, Subject.of(firm.realm()));
        database.flush();
        return true;
    }
}
