package dev.clientportal.portal.task;

import dev.clientportal.portal.audit.Action;
import dev.clientportal.portal.audit.Actor;
import dev.clientportal.portal.audit.Audit;
import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.page.Listing;
import dev.clientportal.portal.page.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.query.QueryProducer;

/** The tasks of companies as their contacts meet them: only those that are shared with them. */
@ApplicationScoped
public class Tasks {
    /** How many contributions of a discussion a page shows: the newest. */
    private static final int DISCUSSION = 200;

    private static final Comparator<TaskRow> BY_URGENCY =
            Comparator.comparingLong(TaskRow::urgency).thenComparing(TaskRow::id);

    private final Session database;
    private final Audit audit;
    private final Clock clock;

    Tasks(Session database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * First the sample task, then by due date.
     *
     * @param done those that are, or whose project is closed; else those that are to be done
     * @param words in their titles
     * @param after what the part before gave as next, or null
     */
    @Transactional
    public Listing<TaskRow> list(CompanyKey company, String contact, boolean done, Words words, String after, int max) {
        After from = After.parse(after);
        // Two reads of one index, each no further than needed; "or" would read all that there is and sort it.
        List<TaskRow> found = Stream.of(contact, ShareEntity.EVERYBODY)
                .flatMap(reader -> listOf(company, reader, done, words, from, max + 1).stream())
                .sorted(BY_URGENCY)
                .limit(max + 1L)
                .toList();
        return Listing.of(found, max, row -> new After(row.urgency(), row.id()).toString());
    }

    private List<TaskRow> listOf(CompanyKey company, String reader, boolean done, Words words, After after, int max) {
        return database.createSelectionQuery("""
                        select t.id, t.kind, t.title, t.due, t.sample, t.done, s.urgency, p.id, p.name,
                        case when p.closed = true then true else false end
                        from ShareEntity s join TaskEntity t on t.id = s.taskId left join ProjectEntity p on p.id = t.projectId
                        where s.firm = :firm and s.companyId = :company and s.reader = :reader and s.done = :done
                        and (s.urgency > :urgency or s.urgency = :urgency and s.taskId > :id)
                        and lower(t.title) like lower(:words) escape '!'
                        order by s.urgency, s.taskId
                        """, TaskRow.class)
                .setParameter("words", words.pattern())
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .setParameter("reader", reader)
                .setParameter("done", done)
                .setParameter("urgency", after.urgency())
                .setParameter("id", after.id())
                .setMaxResults(max)
                .getResultList();
    }

    /**
     * Of one project, in its own order.
     *
     * @param after what the part before gave as next, or null
     */
    @Transactional
    public Listing<TaskRow> ofProject(CompanyKey company, String contact, String project, String after, int max) {
        After from = After.parse(after);
        List<TaskRow> found = database.createSelectionQuery("""
                        select t.id, t.kind, t.title, t.due, t.sample, t.done, cast(t.position as long), p.id, p.name, p.closed
                        from TaskEntity t join ProjectEntity p on p.id = t.projectId
                        where t.firm = :firm and t.companyId = :company and t.projectId = :project
                        and exists (select 1 from ShareEntity s where s.taskId = t.id and s.reader in (:contact, :everybody))
                        and (t.position > :position or t.position = :position and t.id > :id)
                        order by t.position, t.id
                        """, TaskRow.class)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .setParameter("project", project)
                .setParameter("contact", contact)
                .setParameter("everybody", ShareEntity.EVERYBODY)
                .setParameter("position", from.position())
                .setParameter("id", from.id())
                .setMaxResults(max + 1)
                .getResultList();
        return Listing.of(found, max, row -> new After(row.urgency(), row.id()).toString());
    }

    /** Empty when it is not shared with the contact, too. */
    @Transactional
    public Optional<TaskView> find(CompanyKey company, String contact, String id) {
        return visible(database, TaskView.SELECT, TaskView.class, company, contact, id);
    }

    private static <T> Optional<T> visible(
            QueryProducer database, String select, Class<T> type, CompanyKey company, String contact, String id) {
        return database.createSelectionQuery(select + """
                                where t.id = :id and t.firm = :firm and t.companyId = :company
                                and exists (select 1 from ShareEntity s where s.taskId = t.id and s.reader in (:contact, :everybody))
                                """, type)
                .setParameter("id", id)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .setParameter("contact", contact)
                .setParameter("everybody", ShareEntity.EVERYBODY)
                .getResultStream()
                .findFirst();
    }

    /** The newest contributions, oldest first. For a task that the reader was found to see. */
    @Transactional
    public List<CommentView> discussion(CompanyKey company, String task) {
        List<CommentView> newestFirst = new ArrayList<>(database.createSelectionQuery("""
                        select c.id, c.authorName, c.ofFirm, c.text, c.writtenAt from CommentEntity c
                        where c.taskId = :task and c.firm = :firm and c.companyId = :company
                        order by c.writtenAt desc, c.id desc
                        """, CommentView.class)
                .setParameter("task", task)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .setMaxResults(DISCUSSION)
                .getResultList());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /**
     * Adds to the discussion.
     *
     * @param id made with the form: the same form sent twice is one contribution
     */
    @Transactional
    public Outcome comment(CompanyKey company, Actor contact, String task, UUID id, String text) {
        return with(entity(company, contact, task), found -> write(found, contact, id, text));
    }

    /** Answers a question, which is done then. */
    @Transactional
    public Outcome answer(CompanyKey company, Actor contact, String task, UUID id, String text) {
        return with(entity(company, contact, task), found -> {
            write(found, contact, id, text);
            if (found.kind == TaskKind.QUESTION) mark(found, true, contact);
        });
    }

    /**
     * Marks the task as done, or as not done after all; one that is so already stays as it is. One that is done by a
     * signature alone is not found.
     */
    @Transactional
    public Outcome mark(CompanyKey company, Actor contact, String task, boolean done) {
        return with(
                entity(company, contact, task).filter(found -> found.kind != TaskKind.SIGN),
                found -> mark(found, done, contact));
    }

    private Outcome with(Optional<TaskEntity> found, Consumer<TaskEntity> work) {
        if (found.isEmpty()) return Outcome.NOT_FOUND;
        if (isClosed(found.get())) return Outcome.CLOSED;
        work.accept(found.get());
        return Outcome.DONE;
    }

    /**
     * Whether the contact sees the task and may change it. In a transaction that does so: nobody closes its project before
     * the end.
     */
    @Transactional
    public boolean isOpen(CompanyKey company, Actor contact, String task) {
        return entity(company, contact, task).filter(found -> !isClosed(found)).isPresent();
    }

    /** Of the task's project. It stays so until the end of the transaction. */
    private boolean isClosed(TaskEntity task) {
        if (task.projectId == null) return false;
        return database.createSelectionQuery(
                        "select p.closed from ProjectEntity p where p.id = :id and p.firm = :firm and p.companyId = :company",
                        Boolean.class)
                .setParameter("id", task.projectId)
                .setParameter("firm", task.firm)
                .setParameter("company", task.companyId)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getSingleResult();
    }

    /** Marks a task as done and signed whose document the contact signs in the same transaction. */
    @Transactional
    public void sign(CompanyKey company, Actor contact, String task) {
        TaskEntity signed = entity(company, contact, task).orElseThrow();
        mark(signed, true, contact);
        audit.write(contact, company, Action.TASK_SIGNED, signed.subject());
    }

    private Optional<TaskEntity> entity(CompanyKey company, Actor contact, String task) {
        return visible(database, "from TaskEntity t ", TaskEntity.class, company, contact.id(), task);
    }

    void write(TaskEntity task, Actor author, UUID id, String text) {
        if (database.find(CommentEntity.class, id.toString()) != null) return;
        CommentEntity comment = new CommentEntity();
        comment.id = id.toString();
        comment.taskId = task.id;
        comment.firm = task.firm;
        comment.companyId = task.companyId;
        comment.authorId = author.id();
        comment.authorName = author.name();
        comment.ofFirm = author.isOfFirm();
        comment.text = text;
        comment.writtenAt = clock.millis();
        database.persist(comment);
        audit.write(author, key(task), Action.TASK_COMMENTED, task.subject());
    }

    void mark(TaskEntity task, boolean done, Actor actor) {
        int changed = database.createMutationQuery(
                        "update versioned TaskEntity set done = :done, doneAt = :at, doneBy = :by where id = :id and done <> :done")
                .setParameter("done", done)
                .setParameter("at", done ? clock.millis() : null)
                .setParameter("by", done ? actor.name() : null)
                .setParameter("id", task.id)
                .executeUpdate();
        if (changed == 0) return;
        database.createMutationQuery("update ShareEntity set done = :done where taskId = :id")
                .setParameter("done", done)
                .setParameter("id", task.id)
                .executeUpdate();
        audit.write(actor, key(task), done ? Action.TASK_DONE : Action.TASK_REOPENED, task.subject());
    }

    private static CompanyKey key(TaskEntity task) {
        return new CompanyKey(task.firm, task.companyId);
    }
}
