package dev.clientportal.portal.task;

import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.firm.Firm;
import dev.clientportal.portal.firm.Firms;
import dev.clientportal.portal.task.Reminders.Portal;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** When reminders by the due date go out: in the morning where the firm is. Any number of nodes look for them. */
@ApplicationScoped
class ReminderClock {
    private static final Logger LOG = Logger.getLogger(ReminderClock.class);
    private static final int COMPANIES = 100;

    private final Reminders reminders;
    private final FirmReminders days;
    private final Firms firms;
    private final ReminderSettings settings;
    private final Clock clock;

    ReminderClock(Reminders reminders, FirmReminders days, Firms firms, ReminderSettings settings, Clock clock) {
        this.reminders = reminders;
        this.days = days;
        this.firms = firms;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "{client-portal.reminders.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void strike() {
        for (Portal portal = reminders.after(null); portal != null; portal = reminders.after(portal)) {
            Portal one = portal;
            attempt("the firm", one.firm(), () -> remind(one));
        }
    }

    /** What cannot be done now waits for the next time. */
    private static void attempt(String whose, String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warnf(e, "Reminders of %s %s wait: %s", whose, name, e.getMessage());
        }
    }

    /** Those of a firm that is closed wait, too. */
    private void remind(Portal portal) {
        firms.find(portal.domain())
                .filter(firm -> firm.realm().equals(portal.firm()) && firm.active())
                .filter(this::isMorning)
                .ifPresent(this::remind);
    }

    private boolean isMorning(Firm firm) {
        return clock.instant().atZone(firm.timeZone()).getHour() >= settings.hour();
    }

    private void remind(Firm firm) {
        Map<LocalDate, LocalDate> calling = days.of(firm.realm()).calling(firm.today(clock));
        if (calling.isEmpty()) return;
        List<String> some = reminders.companies(firm, calling, "", COMPANIES);
        while (!some.isEmpty()) {
            some.forEach(company -> attempt("the company", company, () -> all(firm, company, calling)));
            some = reminders.companies(firm, calling, some.get(some.size() - 1), COMPANIES);
        }
    }

    private void all(Firm firm, String company, Map<LocalDate, LocalDate> calling) {
        boolean more;
        do {
            more = reminders.byDueDate(firm, new CompanyKey(firm.realm(), company), calling);
        } while (more);
    }
}
