package dev.clientportal.portal.task;

import dev.clientportal.portal.audit.Action;
import dev.clientportal.portal.audit.Actor;
import dev.clientportal.portal.audit.Audit;
import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.page.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The tasks of companies as the firm meets them: all of them, shared or not. */
@ApplicationScoped
public class FirmTasks {
    private static final String SELECT = """
            select t.id, t.companyId, t.projectId, t.kind, t.title, t.description, t.due, t.done, t.doneAt, t.doneBy, t.position
            from TaskEntity t where t.firm = :firm
            """;

    private final Session database;
    private final Audit audit;
    private final Clock clock;

    FirmTasks(Session database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
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

    /** Makes tasks, in this order, behind those that the project has. */
    @Transactional
    public List<String> create(CompanyKey company, String project, List<NewTask> wanted, Actor creator) {
        int position = database.createSelectionQuery("""
                        select coalesce(max(t.position) + 1, 0) from TaskEntity t
                        where t.firm = :firm and t.companyId = :company and t.projectId = :project
                        """, Integer.class)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .setParameter("project", project)
                .getSingleResult();
        List<String> ids = new ArrayList<>();
        for (NewTask one : wanted) {
            TaskEntity task = new TaskEntity();
            task.id = UUID.randomUUID().toString();
            task.firm = company.firm();
            task.companyId = company.id();
            task.projectId = project;
            task.kind = one.kind();
            task.title = one.title();
            task.description = one.description();
            task.due = one.due();
            task.sample = one.sample();
            task.position = position + ids.size();
            task.createdAt = clock.millis();
            task.createdBy = creator.name();
            database.persist(task);
            one.readers().forEach(reader -> database.persist(ShareEntity.of(task, reader)));
            audit.write(creator, company, Action.TASK_CREATED, task.id);
            ids.add(task.id);
        }
        return ids;
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
}
