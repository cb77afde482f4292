package dev.clientportal.portal.task;

import dev.clientportal.portal.audit.Action;
import dev.clientportal.portal.audit.Actor;
import dev.clientportal.portal.audit.Audit;
import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.page.Listing;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;

/** The tasks of companies as the firm meets them: all of them, shared or not. */
@ApplicationScoped
public class FirmTasks {
    private static final String SELECT = """
            select t.id, t.companyId, t.projectId, t.kind, t.title, t.description, t.due, t.done, t.doneAt, t.doneBy, t.position
            from TaskEntity t where t.firm = :firm
            """;

    private static final String OF_PROJECT = "where projectId = :project and firm = :firm and companyId = :company";

    private static final String NOT_DONE =
            " and taskId in (select t.id from TaskEntity t where t.projectId = :project and t.done = false)";

    /** How many ids one statement names. */
    private static final int AT_ONCE = 500;

    private final Session database;
    private final Tasks tasks;
    private final Audit audit;
    private final TaskMails mails;
    private final Reminders reminders;
    private final Clock clock;

    FirmTasks(Session database, Tasks tasks, Audit audit, TaskMails mails, Reminders reminders, Clock clock) {
        this.database = database;
        this.tasks = tasks;
        this.audit = audit;
        this.mails = mails;
        this.reminders = reminders;
        this.clock = clock;
    }

    /**
     * A task; what may be null is the project's id, the description, and due, doneAt and doneBy.
     *
     * @param doneAt milliseconds since the epoch
     */
    public record Summary(
            String id,
            String companyId,
            String projectId,
            TaskKind kind,
            String title,
            String description,
            LocalDate due,
            boolean done,
            Long doneAt,
            String doneBy,
            int position) {}

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
                if (closed(company, List.of(project)).contains(project)) return Outcome.CLOSED;
                persist(company, project, id, nextPosition(company, project), wanted, creator, where);
                database.flush();
                mails.shared(where, company, project, wanted.title(), List.of(wanted), List.of(id.toString()));
                return Outcome.DONE;
            });
        } catch (ConstraintViolationException sentTwiceAtOnce) {
            if (find(company.firm(), id.toString()).isEmpty()) throw sentTwiceAtOnce;
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
        if (where != null) reminders.plan(task, where);
        audit.write(creator, company, Action.TASK_CREATED, task.subject());
        return task.id;
    }

    /** Of any company: whether the caller sees that one is to be asked before anything of it is told. */
    @Transactional
    public Optional<Summary> find(String firm, String id) {
        return database.createSelectionQuery(SELECT + " and t.id = :id", Summary.class)
                .setParameter("firm", firm)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Who sees the task: ids of contacts, or {@link NewTask#EVERYBODY}. */
    @Transactional
    public List<String> readers(CompanyKey company, String task) {
        return database.createSelectionQuery("""
                        select s.reader from ShareEntity s
                        where s.taskId = :task and s.firm = :firm and s.companyId = :company order by s.reader
                        """, String.class)
                .setParameter("task", task)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .getResultList();
    }

    /**
     * Of one project, in its own order.
     *
     * @param after what the part before gave as next, or null
     */
    @Transactional
    public Listing<Summary> ofProject(CompanyKey company, String project, String after, int max) {
        After from = After.parse(after);
        List<Summary> found = database.createSelectionQuery(SELECT + """
                                and t.companyId = :company and t.projectId = :project
                                and (t.position > :position or t.position = :position and t.id > :id)
                                order by t.position, t.id
                                """, Summary.class)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .setParameter("project", project)
                .setParameter("position", from.position())
                .setParameter("id", from.id())
                .setMaxResults(max + 1)
                .getResultList();
        return Listing.of(found, max, row -> new After(row.position(), row.id()).toString());
    }

    /**
     * A task in the firm's list of a project.
     *
     * @param due may be null, as doneAt and doneBy may
     * @param readers how many contacts see it
     * @param everybody all of the company do; then readers is of no meaning
     */
    public record Row(
            String id,
            TaskKind kind,
            String title,
            LocalDate due,
            boolean done,
            Long doneAt,
            String doneBy,
            int position,
            long readers,
            boolean everybody) {}

    /** As {@link #ofProject}, with who sees each. */
    @Transactional
    public Listing<Row> rows(CompanyKey company, String project, String after, int max) {
        After from = After.parse(after);
        List<Row> found = database.createSelectionQuery("""
                        select t.id, t.kind, t.title, t.due, t.done, t.doneAt, t.doneBy, t.position,
                        (select count(*) from ShareEntity s where s.taskId = t.id),
                        case when exists (select 1 from ShareEntity e where e.taskId = t.id and e.reader = :everybody)
                        then true else false end
                        from TaskEntity t where t.firm = :firm and t.companyId = :company and t.projectId = :project
                        and (t.position > :position or t.position = :position and t.id > :id)
                        order by t.position, t.id
                        """, Row.class)
                .setParameter("everybody", ShareEntity.EVERYBODY)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .setParameter("project", project)
                .setParameter("position", from.position())
                .setParameter("id", from.id())
                .setMaxResults(max + 1)
                .getResultList();
        return Listing.of(found, max, row -> new After(row.position(), row.id()).toString());
    }

    /** With all that its page shows. */
    @Transactional
    public Optional<TaskView> view(CompanyKey company, String id) {
        return database.createSelectionQuery("""
                        select t.id, t.kind, t.title, t.description, t.due, t.sample, t.done, t.doneAt, t.doneBy, p.id, p.name, t.remindedAt, t.version,
                        case when p.closed = true then true else false end
                        from TaskEntity t left join ProjectEntity p on p.id = t.projectId
                        where t.id = :id and t.firm = :firm and t.companyId = :company
                        """, TaskView.class)
                .setParameter("id", id)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .getResultStream()
                .findFirst();
    }

    /** The ids of all tasks of a project. */
    @Transactional
    public List<String> ids(CompanyKey company, String project) {
        return database.createSelectionQuery("""
                        select t.id from TaskEntity t
                        where t.firm = :firm and t.companyId = :company and t.projectId = :project
                        """, String.class)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .setParameter("project", project)
                .getResultList();
    }

    /**
     * Lets these see the tasks, and nobody else. Ids that the company has no task with are passed over.
     *
     * @param readers contacts, or {@link NewTask#EVERYBODY}; none takes the tasks back
     * @return how many tasks there were
     */
    @Transactional
    public int share(CompanyKey company, Collection<String> ids, Set<String> readers, Actor actor) {
        Action done = readers.isEmpty() ? Action.TASK_UNSHARED : Action.TASK_SHARED;
        int found = 0;
        for (List<String> part : parts(ids)) {
            Set<String> closed = closed(company, projects(company, part));
            List<TaskEntity> these = locked(company, part);
            found += these.size();
            if (these.isEmpty()) continue;
            database.createMutationQuery(
                            "delete from ShareEntity where taskId in :ids and firm = :firm and companyId = :company")
                    .setParameter("ids", these.stream().map(task -> task.id).toList())
                    .setParameter("firm", company.firm())
                    .setParameter("company", company.id())
                    .executeUpdate();
            for (TaskEntity task : these) {
                readers.forEach(
                        reader -> database.persist(ShareEntity.of(task, reader, closed.contains(task.projectId))));
                audit.write(actor, company, done, task.subject());
            }
            database.flush();
            database.clear();
        }
        return found;
    }

    /**
     * As {@link #share}, and tells each of them by one mail.
     *
     * @param about the subject: the project's name
     */
    @Transactional
    public int shareAndTell(
            CompanyKey company,
            String project,
            String about,
            Collection<String> ids,
            Set<String> readers,
            Actor actor,
            TaskMails.Where where) {
        int shared = share(company, ids, readers, actor);
        if (shared > 0) mails.sharedMany(where, company, project, about, readers);
        return shared;
    }

    /** Lets one contact more see the tasks. Those that all see stay as they are. */
    @Transactional
    public int shareAlso(CompanyKey company, Collection<String> ids, String reader, Actor actor) {
        int shared = 0;
        for (List<String> part : parts(ids)) {
            Set<String> closed = closed(company, projects(company, part));
            List<TaskEntity> these = locked(company, part);
            Set<String> seen = new HashSet<>(database.createSelectionQuery("""
                            select s.taskId from ShareEntity s where s.taskId in :ids
                            and s.firm = :firm and s.companyId = :company and s.reader in (:reader, :everybody)
                            """, String.class)
                    .setParameter("ids", part)
                    .setParameter("firm", company.firm())
                    .setParameter("company", company.id())
                    .setParameter("reader", reader)
                    .setParameter("everybody", ShareEntity.EVERYBODY)
                    .getResultList());
            for (TaskEntity task : these) {
                if (seen.contains(task.id)) continue;
                database.persist(ShareEntity.of(task, reader, closed.contains(task.projectId)));
                audit.write(actor, company, Action.TASK_SHARED, task.subject());
                shared++;
            }
            database.flush();
            database.clear();
        }
        return shared;
    }

    /** Locked, in one order, so that two who share the same tasks at once wait for each other. */
    private List<TaskEntity> locked(CompanyKey company, List<String> ids) {
        return database.createSelectionQuery("""
                        from TaskEntity t where t.id in :ids and t.firm = :firm and t.companyId = :company order by t.id
                        """, TaskEntity.class)
                .setParameter("ids", ids)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private List<String> projects(CompanyKey company, List<String> tasks) {
        return database.createSelectionQuery("""
                        select distinct t.projectId from TaskEntity t
                        where t.id in :ids and t.firm = :firm and t.companyId = :company and t.projectId is not null
                        """, String.class)
                .setParameter("ids", tasks)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .getResultList();
    }

    /**
     * Those of the projects that are closed. To be asked before their tasks are locked: nobody closes one, or opens one
     * again, until the end of the transaction.
     */
    private Set<String> closed(CompanyKey company, List<String> projects) {
        if (projects.isEmpty()) return Set.of();
        Set<String> closed = new HashSet<>();
        database.createSelectionQuery("""
                        select p.id, p.closed from ProjectEntity p
                        where p.id in :ids and p.firm = :firm and p.companyId = :company order by p.id
                        """, Object[].class)
                .setParameter("ids", projects)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .forEach(project -> {
                    if ((boolean) project[1]) closed.add((String) project[0]);
                });
        return closed;
    }

    static List<List<String>> parts(Collection<String> ids) {
        List<String> sorted = ids.stream().distinct().sorted().toList();
        return IntStream.iterate(0, from -> from < sorted.size(), from -> from + AT_ONCE)
                .mapToObj(from -> sorted.subList(from, Math.min(from + AT_ONCE, sorted.size())))
                .toList();
    }

    /** How a change ended. */
    public enum Outcome {
        DONE,
        /** The company has none with this id. */
        NOT_FOUND,
        /** Somebody else changed it meanwhile. */
        CHANGED,
        /** Its project is closed: nobody changes it. */
        CLOSED
    }

    /**
     * Says anew what is asked for.
     *
     * @param version of what was seen before the change
     * @param description may be null, as due may
     * @param where reminders lead
     */
    @Transactional
    public Outcome change(
            CompanyKey company,
            String id,
            int version,
            String title,
            String description,
            LocalDate due,
            Actor actor,
            TaskMails.Where where) {
        boolean closed = !closed(company, projects(company, List.of(id))).isEmpty();
        List<TaskEntity> found = locked(company, List.of(id));
        if (found.isEmpty()) return Outcome.NOT_FOUND;
        if (closed) return Outcome.CLOSED;
        TaskEntity task = found.get(0);
        if (task.version != version) return Outcome.CHANGED;
        task.title = title;
        task.description = description;
        task.due = due;
        reminders.planAgain(task, where);
        database.createMutationQuery(
                        "update ShareEntity set urgency = :urgency where taskId = :id and firm = :firm and companyId = :company")
                .setParameter("urgency", task.urgency())
                .setParameter("id", id)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .executeUpdate();
        audit.write(actor, company, Action.TASK_CHANGED, task.subject());
        return Outcome.DONE;
    }

    /**
     * Adds to the discussion.
     *
     * @param form made with the form: the same form sent twice is one contribution
     */
    @Transactional
    public Outcome comment(CompanyKey company, Actor author, String id, UUID form, String text) {
        return with(company, id, task -> tasks.write(task, author, form, text));
    }

    /** Marks the task as done, or as not done after all. */
    @Transactional
    public Outcome mark(CompanyKey company, Actor actor, String id, boolean done) {
        return with(company, id, task -> tasks.mark(task, done, actor));
    }

    private Outcome with(CompanyKey company, String id, Consumer<TaskEntity> work) {
        boolean closed = !closed(company, projects(company, List.of(id))).isEmpty();
        List<TaskEntity> found = locked(company, List.of(id));
        if (found.isEmpty()) return Outcome.NOT_FOUND;
        if (closed) return Outcome.CLOSED;
        work.accept(found.get(0));
        return Outcome.DONE;
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
