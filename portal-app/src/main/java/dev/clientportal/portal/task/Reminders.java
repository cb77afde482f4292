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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** After an outage longer than this a day that has gone by is let go. */
    private static final int STALE_DAYS = 2;

    private static final int AT_ONCE = 200;

    private static final String STILL_OPEN = """
            t.done = false and (t.remindedAt is null or t.remindedAt < :before)
            and not exists (select 1 from ProjectEntity p where p.id = t.projectId and p.closed = true)""";

    private final Session database;
    private final TaskMails mails;
    private final Audit audit;
    private final ReminderSettings settings;
    private final Clock clock;

    Reminders(Session database, TaskMails mails, Audit audit, ReminderSettings settings, Clock clock) {
        this.database = database;
        this.mails = mails;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Tasks of one company that wait for a day. */
    record Waiting(String firm, String companyId, String domain) {}

    /**
     * Reminds whoever sees these tasks, now. Tasks that are done or of a closed project, that nobody sees, or of which somebody was reminded a
     * moment ago are passed over, as are those of other companies.
     *
     * @return of how many tasks
     */
    @Transactional
    public int byHand(CompanyKey company, Collection<String> ids, Actor actor, Where where) {
        List<TaskEntity> open = new ArrayList<>();
        for (List<String> part : FirmTasks.parts(ids)) {
            open.addAll(tasks(STILL_OPEN, company, part)
                    .setParameter("before", clock.millis() - PAUSE.toMillis())
                    .getResultList());
        }
        return tell(company, open, actor, where);
    }

    /** Locked, so that two who remind at once do not do it twice. */
    private SelectionQuery<TaskEntity> tasks(String which, CompanyKey company, Collection<String> ids) {
        return database.createSelectionQuery(
                        "from TaskEntity t where t.id in :ids and t.firm = :firm and t.companyId = :company and "
                                + which + " order by t.id",
                        TaskEntity.class)
                .setParameter("ids", ids)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE);
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
        for (List<String> part : FirmTasks.parts(told)) {
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
        return FirmTasks.parts(tasks).stream()
                .flatMap(part -> database.createSelectionQuery("""
                                from ShareEntity s where s.taskId in :ids and s.firm = :firm and s.companyId = :company
                                """, ShareEntity.class)
                        .setParameter("ids", part)
                        .setParameter("firm", company.firm())
                        .setParameter("company", company.id())
                        .getResultStream())
                .toList();
    }

    /** For a new task. */
    void plan(TaskEntity task, Where where) {
        LocalDate day = next(task.due, today(where.firm()));
        if (day != null) database.persist(ReminderEntity.of(task, where, day));
    }

    /** For a task whose due date may be another one now. */
    void planAgain(TaskEntity task, Where where) {
        ReminderEntity there = database.find(ReminderEntity.class, task.id);
        if (there == null) {
            plan(task, where);
        } else {
            goOn(there, next(task.due, today(where.firm())));
        }
    }

    private void goOn(ReminderEntity reminder, LocalDate day) {
        if (day == null) {
            database.remove(reminder);
        } else {
            reminder.remindOn = day;
        }
    }

    /** The next day after today; null when there is none. On the day that asks for it the task itself was news. */
    private LocalDate next(LocalDate due, LocalDate today) {
        if (due == null) return null;
        return settings.days().orElse(List.of()).stream()
                .map(due::minusDays)
                .filter(today::isBefore)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private LocalDate today(Firm firm) {
        return LocalDate.ofInstant(clock.instant(), firm.timeZone());
    }

    /** Those for whom it may be time somewhere on earth, in one order, behind the one before; null for the first. */
    @Transactional
    List<Waiting> waiting(LocalDate day, Waiting after, int max) {
        return database.createSelectionQuery("""
                        select distinct r.firm, r.companyId, r.domain from ReminderEntity r where r.remindOn <= :day
                        and (r.firm > :firm or r.firm = :firm and (r.companyId > :company
                        or r.companyId = :company and r.domain > :domain))
                        order by r.firm, r.companyId, r.domain
                        """, Waiting.class)
                .setParameter("day", day)
                .setParameter("firm", after == null ? "" : after.firm())
                .setParameter("company", after == null ? "" : after.companyId())
                .setParameter("domain", after == null ? "" : after.domain())
                .setMaxResults(max)
                .getResultList();
    }

    /**
     * Reminds of some of these tasks, and plans the next time.
     *
     * @return whether there may be more
     */
    @Transactional
    boolean byDueDate(Firm firm, Waiting waiting) {
        LocalDate today = today(firm);
        CompanyKey company = new CompanyKey(waiting.firm(), waiting.companyId());
        List<String> ids = database.createSelectionQuery("""
                        select r.taskId from ReminderEntity r
                        where r.firm = :firm and r.companyId = :company and r.domain = :domain and r.remindOn <= :today
                        order by r.taskId
                        """, String.class)
                .setParameter("firm", waiting.firm())
                .setParameter("company", waiting.companyId())
                .setParameter("domain", waiting.domain())
                .setParameter("today", today)
                .setMaxResults(AT_ONCE)
                .getResultList();
        if (ids.isEmpty()) return false;
        // Tasks first, as whoever changes one does. What another node was quicker with is not due any more then.
        Map<String, TaskEntity> tasks =
                tasks("1 = 1", company, ids).getResultStream().collect(Collectors.toMap(task -> task.id, task -> task));
        List<ReminderEntity> reminders = database.createSelectionQuery(
                        "from ReminderEntity r where r.taskId in :ids and r.remindOn <= :today order by r.taskId",
                        ReminderEntity.class)
                .setParameter("ids", ids)
                .setParameter("today", today)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList();
        Set<String> closed = closed(company, tasks.values());
        reminders.stream()
                .filter(reminder -> !reminder.remindOn.isBefore(today.minusDays(STALE_DAYS)))
                .filter(reminder -> isOpen(tasks.get(reminder.taskId), closed))
                .collect(Collectors.groupingBy(
                        reminder -> reminder.address,
                        Collectors.mapping(reminder -> tasks.get(reminder.taskId), Collectors.toList())))
                .forEach(
                        (address, open) -> tell(company, open, Actor.staff("", firm.name()), new Where(firm, address)));
        reminders.forEach(reminder -> goOn(reminder, next(tasks.get(reminder.taskId).due, today)));
        return ids.size() == AT_ONCE;
    }

    private static boolean isOpen(TaskEntity task, Set<String> closedProjects) {
        return !task.done && !closedProjects.contains(task.projectId);
    }

    private Set<String> closed(CompanyKey company, Collection<TaskEntity> tasks) {
        return new HashSet<>(database.createSelectionQuery("""
                        select p.id from ProjectEntity p
                        where p.id in :ids and p.firm = :firm and p.companyId = :company and p.closed = true
                        """, String.class)
                .setParameter("ids", tasks.stream().map(task -> task.projectId).collect(Collectors.toSet()))
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .getResultList());
    }
}
