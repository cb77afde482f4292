package dev.clientportal.portal.task;

import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.page.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** The tasks of companies as the firm meets them: all of them, shared or not. */
@ApplicationScoped
public class FirmTasks {
    private static final String SELECT = """
            select t.id, t.companyId, t.projectId, t.kind, t.title, t.description, t.due,
            case when exists (select 1 from ReminderEntity r where r.taskId = t.id) then true else false end,
            t.done, t.doneAt, t.doneBy, t.position
            from TaskEntity t where t.firm = :firm
            """;

    private final Session database;

    FirmTasks(Session database) {
        this.database = database;
    }

    /**
     * A task; what may be null is the project's id, the description, and due, doneAt and doneBy.
     *
     * @param remind it is reminded of by its due date
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
            boolean remind,
            boolean done,
            Long doneAt,
            String doneBy,
            int position) {}

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
        return database.createSelectionQuery(
                        TaskView.SELECT + "where t.id = :id and t.firm = :firm and t.companyId = :company",
                        TaskView.class)
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
}
