package dev.clientportal.portal.task;

import dev.clientportal.portal.audit.Action;
import dev.clientportal.portal.audit.Actor;
import dev.clientportal.portal.audit.Audit;
import dev.clientportal.portal.company.CompanyKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;

/** Whom the firm lets see the tasks of a company. */
@ApplicationScoped
public class TaskSharing {
    private final Session database;
    private final LockedTasks locked;
    private final Audit audit;
    private final TaskMails mails;

    TaskSharing(Session database, LockedTasks locked, Audit audit, TaskMails mails) {
        this.database = database;
        this.locked = locked;
        this.audit = audit;
        this.mails = mails;
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
        for (List<String> part : LockedTasks.parts(ids)) {
            Set<String> closed = locked.closedOf(company, part);
            List<TaskEntity> these = locked.of(company, part);
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
        for (List<String> part : LockedTasks.parts(ids)) {
            Set<String> closed = locked.closedOf(company, part);
            List<TaskEntity> these = locked.of(company, part);
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
}
