package dev.clientportal.portal.task;

import dev.clientportal.portal.company.CompanyKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

/**
 * Tasks that nobody else changes until the end of the transaction. All are taken in one order, projects before tasks, so that
 * two who want the same ones at once wait for each other.
 */
@ApplicationScoped
class LockedTasks {
    /** How many ids one statement names. */
    private static final int AT_ONCE = 500;

    private final Session database;

    LockedTasks(Session database) {
        this.database = database;
    }

    /** No more ids in each than one statement takes. */
    static List<List<String>> parts(Collection<String> ids) {
        List<String> sorted = ids.stream().distinct().sorted().toList();
        return IntStream.iterate(0, from -> from < sorted.size(), from -> from + AT_ONCE)
                .mapToObj(from -> sorted.subList(from, Math.min(from + AT_ONCE, sorted.size())))
                .toList();
    }

    /** Those that the company has. */
    List<TaskEntity> of(CompanyKey company, Collection<String> ids) {
        return query(company, ids, "").getResultList();
    }

    /** @param condition that they have to meet, too, as {@code  and t.done = false} */
    SelectionQuery<TaskEntity> query(CompanyKey company, Collection<String> ids, String condition) {
        return database.createSelectionQuery(
                        "from TaskEntity t where t.id in :ids and t.firm = :firm and t.companyId = :company" + condition
                                + " order by t.id",
                        TaskEntity.class)
                .setParameter("ids", ids)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE);
    }

    /** Those of the tasks' projects that are closed; see {@link #closed}. */
    Set<String> closedOf(CompanyKey company, List<String> tasks) {
        return closed(
                company,
                database.createSelectionQuery("""
                                select distinct t.projectId from TaskEntity t
                                where t.id in :ids and t.firm = :firm and t.companyId = :company and t.projectId is not null
                                """, String.class)
                        .setParameter("ids", tasks)
                        .setParameter("firm", company.firm())
                        .setParameter("company", company.id())
                        .getResultList());
    }

    /**
     * Those of the projects that are closed. To be asked before their tasks are locked: nobody closes one, or opens one
     * again, until the end of the transaction.
     */
    Set<String> closed(CompanyKey company, List<String> projects) {
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
}
