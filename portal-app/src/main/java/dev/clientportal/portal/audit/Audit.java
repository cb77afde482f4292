package dev.clientportal.portal.audit;

import dev.clientportal.portal.company.CompanyKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.Session;

/** Who did what, written in the transaction that does it. */
@ApplicationScoped
public class Audit {
    private final Session database;
    private final Clock clock;

    Audit(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void write(Actor actor, CompanyKey company, Action action, Subject subject) {
        write(actor, company.firm(), company.id(), action, subject);
    }

    /** Of what belongs to no company. */
    public void write(Actor actor, String firm, Action action, Subject subject) {
        write(actor, firm, null, action, subject);
    }

    private void write(Actor actor, String firm, String company, Action action, Subject subject) {
        AuditEntity entry = new AuditEntity();
        entry.id = UUID.randomUUID().toString();
        entry.firm = firm;
        entry.companyId = company;
        entry.happenedAt = clock.millis();
        entry.actorId = actor.id();
        entry.actorName = actor.name();
        entry.actorKind = actor.kind();
        entry.action = action;
        entry.subjectId = subject.id();
        entry.taskId = subject.task();
        entry.projectId = subject.project();
        database.persist(entry);
    }
}
