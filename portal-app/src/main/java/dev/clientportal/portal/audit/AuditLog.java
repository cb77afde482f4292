package dev.clientportal.portal.audit;

import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.page.After;
import dev.clientportal.portal.page.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

/** Tells who did what, newest first. */
@ApplicationScoped
public class AuditLog {
    /** Titles are looked up in the same company, or in the same firm where they are its own. */
    private static final String SELECT = """
            select a.id, a.happenedAt, a.actorId, a.actorName, a.actorKind, a.action, a.subjectId,
            a.taskId, t.title, a.projectId, p.name, coalesce(d.name, m.contactName, x.name)
            from AuditEntity a
            left join TaskEntity t on t.id = a.taskId and t.firm = a.firm and t.companyId = a.companyId
            left join ProjectEntity p on p.id = a.projectId and p.firm = a.firm and p.companyId = a.companyId
            left join DocumentEntity d on d.id = a.subjectId and d.firm = a.firm and d.companyId = a.companyId
            left join ThreadEntity m on m.id = a.subjectId and m.firm = a.firm and m.companyId = a.companyId
            left join TemplateEntity x on x.id = a.subjectId and x.firm = a.firm
            where a.firm = :firm""";

    private static final String BEHIND = """
             and a.happenedAt <= :at and (a.happenedAt < :at or a.id < :id)
            order by a.happenedAt desc, a.id desc
            """;

    private final Session database;

    AuditLog(Session database) {
        this.database = database;
    }

    /**
     * What was done in one company.
     *
     * @param after what the part before gave as next, or null
     */
    @Transactional
    public Listing<AuditEntry> ofCompany(CompanyKey company, AuditFilter filter, String after, int max) {
        Query query = new Query(company.firm());
        query.where("a.companyId", "=", company.id());
        return list(query, filter, after, max);
    }

    /** What was done to what the firm has for itself: its templates. See {@link #ofCompany}. */
    @Transactional
    public Listing<AuditEntry> ofFirm(String firm, AuditFilter filter, String after, int max) {
        Query query = new Query(firm);
        query.text.append(" and a.companyId is null");
        return list(query, filter, after, max);
    }

    private Listing<AuditEntry> list(Query query, AuditFilter filter, String after, int max) {
        query.where("a.projectId", "=", filter.project());
        query.where("a.taskId", "=", filter.task());
        query.where("a.actorKind", "=", filter.by());
        query.where("a.happenedAt", ">=", filter.since());
        After from = After.parse(after);
        SelectionQuery<AuditEntry> selection = database.createSelectionQuery(query.text + BEHIND, AuditEntry.class);
        query.values.forEach(selection::setParameter);
        List<AuditEntry> found = selection
                .setParameter("at", from.at())
                .setParameter("id", from.id())
                .setMaxResults(max + 1)
                .getResultList();
        return Listing.of(found, max, entry -> new After(entry.happenedAt(), entry.id()).toString());
    }

    /** What has only the conditions that were asked for, so that an index answers it. */
    private static final class Query {
        private final StringBuilder text = new StringBuilder(SELECT);
        private final Map<String, Object> values = new HashMap<>();

        private Query(String firm) {
            values.put("firm", firm);
        }

        /** @param value null for any */
        private void where(String property, String compared, Object value) {
            if (value == null) return;
            String name = "value" + values.size();
            text.append(" and %s %s :%s".formatted(property, compared, name));
            values.put(name, value);
        }
    }
}
