package dev.clientportal.portal.task;

import dev.clientportal.portal.audit.Action;
import dev.clientportal.portal.audit.Actor;
import dev.clientportal.portal.audit.Audit;
import dev.clientportal.portal.company.CompanyKey;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;

/** What the firm does to the tasks of companies: it makes them, says them anew, and talks about them. */
@ApplicationScoped
public class TaskChanges {
    private static final String OF_PROJECT = "where projectId = :project and firm = :firm and companyId = :company";

    private static final String NOT_DONE =
            " and taskId in (select t.id from TaskEntity t where t.projectId = :project and t.done = false)";

    private final Session database;
    private final FirmTasks firmTasks;
    private final Tasks tasks;
    private final LockedTasks locked;
    private final Audit audit;
    private final TaskMails mails;
    private final Reminders reminders;
    private final Clock clock;

    TaskChanges(
            Session database,
            FirmTasks firmTasks,
            Tasks tasks,
            LockedTasks locked,
            Audit audit,
            TaskMails mails,
            Reminders reminders,
            Clock clock) {
        this.database = database;
        this.firmTasks = firmTasks;
        this.tasks = tasks;
        this.locked = locked;
        this.audit = audit;
        this.mails = mails;
        this.reminders = reminders;
        this.clock = clock;
    }

    /**
     * Makes tasks, in this order, behind those that the project has.
     *
     * @param where reminders lead; null when nobody is to be told of the tasks
     */
    @Transactional
    public List<String> create(
            CompanyKey company, String project, List<NewTask> wanted, Actor creator, TaskMails.Where where) {
        int position = nextPosition(company, project);
        List<String> ids = new ArrayList<>();
        for (NewTask one : wanted) {
            ids.add(persist(company, project, UUID.randomUUID(), position + ids.size(), one, creator, where));
        }
        return ids;
    }

    /**
     * Makes one task behind those that the project has, unless the project is closed.
     *
     * @param id made with the form: the same form sent twice is one task
     * @param where mails to those who see it lead
     */
    public Outcome add(
            CompanyKey company, String project, UUID id, NewTask wanted, Actor creator, TaskMails.Where where) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                if (database.find(TaskEntity.class, id.toString()) != null) return Outcome.DONE;
                if (locked.closed(company, List.of(project)).contains(project)) return Outcome.CLOSED;
                persist(company, project, id, nextPosition(company, project), wanted, creator, where);
                database.flush();
                mails.added(where, company, wanted, id.toString());
                return Outcome.DONE;
            });
        } catch (ConstraintViolationException sentTwiceAtOnce) {
            if (firmTasks.find(company.firm(), id.toString()).isEmpty()) throw sentTwiceAtOnce;
            return Outcome.DONE;
        }
    }

    private int nextPosition(CompanyKey company, String project) {
        return database.createSelectionQuery("""
                        select coalesce(max(t.position) + 1, 0) from TaskEntity t
                        where t.firm = :firm and t.companyId = :company and t.projectId = :project
                        """, Integer.class)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .setParameter("project", project)
                .getSingleResult();
    }

    private String persist(
            CompanyKey company,
            String project,
            UUID id,
            int position,
            NewTask wanted,
            Actor creator,
            TaskMails.Where where) {
        TaskEntity task = new TaskEntity();
        task.id = id.toString();
        task.firm = company.firm();
        task.companyId = company.id();
        task.projectId = project;
        task.kind = wanted.kind();
        task.title = wanted.title();
        task.description = wanted.description();
        task.due = wanted.due();
        task.sample = wanted.sample();
        task.position = position;
        task.createdAt = clock.millis();
        task.createdBy = creator.name();
        database.persist(task);
        wanted.readers().forEach(reader -> database.persist(ShareEntity.of(task, reader, false)));
        if (where != null && wanted.remind()) reminders.begin(task, where);
        audit.write(creator, company, Action.TASK_CREATED, task.subject());
        return task.id;
    }

    /**
     * What is asked for anew.
     *
     * @param version of what was seen before the change
     * @param description may be null, as due may
     * @param remind whether the due date is reminded of
     */
    public record Change(int version, String title, String description, LocalDate due, boolean remind) {}

    /**
     * Says anew what is asked for.
     *
     * @param where reminders lead
     */
    @Transactional
    public Outcome change(CompanyKey company, String id, Change wanted, Actor actor, TaskMails.Where where) {
        return with(company, id, task -> {
            if (task.version != wanted.version()) return Outcome.CHANGED;
            reminders.adjust(task, wanted.remind(), !Objects.equals(task.due, wanted.due()), where);
            task.title = wanted.title();
            task.description = wanted.description();
            task.due = wanted.due();
            database.createMutationQuery(
                            "update ShareEntity set urgency = :urgency where taskId = :id and firm = :firm and companyId = :company")
                    .setParameter("urgency", task.urgency())
                    .setParameter("id", id)
                    .setParameter("firm", company.firm())
                    .setParameter("company", company.id())
                    .executeUpdate();
            audit.write(actor, company, Action.TASK_CHANGED, task.subject());
            return Outcome.DONE;
        });
    }

    /**
     * Adds to the discussion.
     *
     * @param form made with the form: the same form sent twice is one contribution
     */
    @Transactional
    public Outcome comment(CompanyKey company, Actor author, String id, UUID form, String text) {
        return with(company, id, task -> {
            tasks.write(task, author, form, text);
            return Outcome.DONE;
        });
    }

    /** Marks the task as done, or as not done after all. */
    @Transactional
    public Outcome mark(CompanyKey company, Actor actor, String id, boolean done) {
        return with(company, id, task -> {
            tasks.mark(task, done, actor);
            return Outcome.DONE;
        });
    }

    private Outcome with(CompanyKey company, String id, Function<TaskEntity, Outcome> work) {
        boolean closed = !locked.closedOf(company, List.of(id)).isEmpty();
        List<TaskEntity> found = locked.of(company, List.of(id));
        if (found.isEmpty()) return Outcome.NOT_FOUND;
        return closed ? Outcome.CLOSED : work.apply(found.get(0));
    }

    /**
     * The project's tasks leave what its contacts have to do, or come back as they were. In the transaction that closes the
     * project, or opens it again.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void close(CompanyKey company, String project, boolean closed) {
        database.createMutationQuery("update ShareEntity set done = :closed " + OF_PROJECT + (closed ? "" : NOT_DONE))
                .setParameter("closed", closed)
                .setParameter("project", project)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .executeUpdate();
    }
}
