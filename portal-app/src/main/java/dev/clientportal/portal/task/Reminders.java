package dev.clientportal.portal.task;

import dev.clientportal.portal.audit.Action;
import dev.clientportal.portal.audit.Actor;
import dev.clientportal.portal.audit.Audit;
import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.firm.Firm;
import dev.clientportal.portal.task.TaskMails.Where;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

/**
 * Reminds contacts of tasks that are not done: when staff ask for it, and some days before and after the due date. Each
 * contact gets one mail, however many tasks it is about.
 */
@ApplicationScoped
public class Reminders {
    /** One press of a button is one reminder, and so are two. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final int AT_ONCE = 200;

    private static final String OPEN = """
            t.done = false and not exists (select 1 from ProjectEntity p where p.id = t.projectId and p.closed = true)""";

    private static final String NOT_JUST_REMINDED = " and (t.remindedAt is null or t.remindedAt < :before)";

    private final Session database;
    private final LockedTasks locked;
    private final TaskMails mails;
    private final Audit audit;
    private final Clock clock;

    Reminders(Session database, LockedTasks locked, TaskMails mails, Audit audit, Clock clock) {
        this.database = database;
        this.locked = locked;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /** A portal whose tasks are reminded of. */
    record Portal(String firm, String domain) {}

    /**
     * Reminds whoever sees these tasks, now. Tasks that are done or of a closed project, that nobody sees, or of which somebody was reminded a
     * moment ago are passed over, as are those of other companies.
     *
     * @return of how many tasks
     */
    @Transactional
    public int byHand(CompanyKey company, Collection<String> ids, Actor actor, Where where) {
        List<TaskEntity> open = new ArrayList<>();
        for (List<String> part : LockedTasks.parts(ids)) {
            open.addAll(locked.query(company, part, " and " + OPEN + NOT_JUST_REMINDED)
                    .setParameter("before", clock.millis() - PAUSE.toMillis())
                    .getResultList());
        }
        return tell(company, open, actor, where);
    }

    private int tell(CompanyKey company, List<TaskEntity> tasks, Actor actor, Where where) {
        if (tasks.isEmpty()) return 0;
        Map<String, TaskEntity> byId = tasks.stream().collect(Collectors.toMap(task -> task.id, task -> task));
        Map<String, List<TaskEntity>> byReader = shares(company, byId.keySet()).stream()
                .collect(Collectors.groupingBy(
                        share -> share.reader,
                        Collectors.mapping(share -> byId.get(share.taskId), Collectors.toList())));
        byReader.values()
                .forEach(mine ->
                        mine.sort(Comparator.comparingLong(TaskEntity::urgency).thenComparing(task -> task.title)));
        mails.remind(where, company, byReader);
        Set<String> told = byReader.values().stream()
                .flatMap(List::stream)
                .map(task -> task.id)
                .collect(Collectors.toSet());
        for (List<String> part : LockedTasks.parts(told)) {
            database.createMutationQuery("update TaskEntity set remindedAt = :now where id in :ids")
                    .setParameter("now", clock.millis())
                    .setParameter("ids", part)
                    .executeUpdate();
        }
        told.forEach(task ->
                audit.write(actor, company, Action.TASK_REMINDED, byId.get(task).subject()));
        return told.size();
    }

    private List<ShareEntity> shares(CompanyKey company, Set<String> tasks) {
        return LockedTasks.parts(tasks).stream()
                .flatMap(part -> database.createSelectionQuery("""
                                from ShareEntity s where s.taskId in :ids and s.firm = :firm and s.companyId = :company
                                """, ShareEntity.class)
                        .setParameter("ids", part)
                        .setParameter("firm", company.firm())
                        .setParameter("company", company.id())
                        .getResultStream())
                .toList();
    }

    /** From now on the task is reminded of; on a day that asks for it today the task itself is news. */
    void begin(TaskEntity task, Where where) {
        database.persist(ReminderEntity.of(task, where, where.firm().today(clock)));
    }

    /**
     * For a task that is changed.
     *
     * @param wanted whether it is to be reminded of
     * @param moved its due date is another one now
     */
    void adjust(TaskEntity task, boolean wanted, boolean moved, Where where) {
        ReminderEntity there = database.find(ReminderEntity.class, task.id);
        if (wanted == (there != null)) {
            if (wanted && moved) there.settledOn = where.firm().today(clock);
            return;
        }
        if (wanted) begin(task, where);
        else database.remove(there);
        // Also when nothing else of the task is changed: whoever has its form open has not seen this.
        database.lock(task, LockMode.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** In one order, the one behind this one; null before the first and behind the last. One step in the index, whatever it skips. */
    @Transactional
    Portal after(Portal portal) {
        return database.createSelectionQuery("""
                        select r.firm, r.domain from ReminderEntity r
                        where (r.firm, r.domain) > (:firm, :domain) order by r.firm, r.domain
                        """, Portal.class)
                .setParameter("firm", portal == null ? "" : portal.firm())
                .setParameter("domain", portal == null ? "" : portal.domain())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /**
     * The companies with tasks to remind of, in one order.
     *
     * @param calling the due dates, as {@link ReminderDays#calling} has them
     * @param after the last one before, or an empty text
     */
    @Transactional
    List<String> companies(Firm firm, Map<LocalDate, LocalDate> calling, String after, int max) {
        return called("select distinct r.companyId", "r.companyId > :after order by r.companyId", firm, calling)
                .setParameter("after", after)
                .setMaxResults(max)
                .getResultList();
    }

    private SelectionQuery<String> called(String select, String which, Firm firm, Map<LocalDate, LocalDate> calling) {
        List<LocalDate> dues = List.copyOf(calling.keySet());
        String called = IntStream.range(0, dues.size())
                .mapToObj(i -> "t.due = :due" + i + " and r.settledOn < :day" + i)
                .collect(Collectors.joining(" or "));
        SelectionQuery<String> query = database.createSelectionQuery(
                        select + " from ReminderEntity r join TaskEntity t on t.id = r.taskId where t.firm = :firm"
                                + " and r.firm = :firm and r.domain = :domain and t.due in :dues and (" + called
                                + ") and "
                                + OPEN + " and " + which,
                        String.class)
                .setParameter("firm", firm.realm())
                .setParameter("domain", firm.domain())
                .setParameter("dues", dues);
        for (int i = 0; i < dues.size(); i++) {
            query.setParameter("due" + i, dues.get(i)).setParameter("day" + i, calling.get(dues.get(i)));
        }
        return query;
    }

    /**
     * Reminds of some of a company's tasks.
     *
     * @param calling the due dates, as {@link ReminderDays#calling} has them
     * @return whether there may be more
     */
    @Transactional
    boolean byDueDate(Firm firm, CompanyKey company, Map<LocalDate, LocalDate> calling) {
        List<String> ids = called("select r.taskId", "r.companyId = :company order by r.taskId", firm, calling)
                .setParameter("company", company.id())
                .setMaxResults(AT_ONCE)
                .getResultList();
        if (ids.isEmpty()) return false;
        // Tasks first, as whoever changes one does. What another node was quicker with is settled then.
        Map<String, TaskEntity> tasks = locked.query(company, ids, " and " + OPEN)
                .getResultStream()
                .collect(Collectors.toMap(task -> task.id, task -> task));
        List<ReminderEntity> reminders = database.createSelectionQuery(
                        "from ReminderEntity r where r.taskId in :ids order by r.taskId", ReminderEntity.class)
                .setParameter("ids", tasks.keySet())
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultStream()
                .filter(reminder -> reminder.isCalledFor(calling.get(tasks.get(reminder.taskId).due)))
                .toList();
        reminders.stream()
                .collect(Collectors.groupingBy(
                        reminder -> reminder.address,
                        Collectors.mapping(reminder -> tasks.get(reminder.taskId), Collectors.toList())))
                .forEach(
                        (address, open) -> tell(company, open, Actor.staff("", firm.name()), new Where(firm, address)));
        LocalDate today = firm.today(clock);
        reminders.forEach(reminder -> reminder.settledOn = today);
        return ids.size() == AT_ONCE;
    }
}
