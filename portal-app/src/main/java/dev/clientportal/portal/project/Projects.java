package dev.clientportal.portal.project;

import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.page.After;
import dev.clientportal.portal.page.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

/** The projects of companies as their contacts meet them: those with a task that is shared with them. */
@ApplicationScoped
public class Projects {
    private static final String VISIBLE = """
            select p.id, p.name, p.description, p.closed, p.createdAt from ProjectEntity p
            where p.firm = :firm and p.companyId = :company
            and exists (select 1 from ShareEntity s where s.projectId = p.id and s.reader in (:contact, '*'))
            """;

    private final Session database;

    Projects(Session database) {
        this.database = database;
    }

    /**
     * Newest first.
     *
     * @param closed those that are, or those that are not
     * @param after what the part before gave as next, or null
     */
    @Transactional
    public Listing<ProjectRow> list(CompanyKey company, String contact, boolean closed, String after, int max) {
        After from = After.parse(after);
        List<ProjectRow> found = visible(
                        " and p.closed = :closed and (p.createdAt < :at or p.createdAt = :at and p.id > :id) order by p.createdAt desc, p.id",
                        company,
                        contact)
                .setParameter("closed", closed)
                .setParameter("at", from.at())
                .setParameter("id", from.id())
                .setMaxResults(max + 1)
                .getResultList();
        return Listing.of(found, max, row -> new After(row.createdAt(), row.id()).toString());
    }

    @Transactional
    public Optional<ProjectRow> find(CompanyKey company, String contact, String id) {
        return visible(" and p.id = :id", company, contact)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    private SelectionQuery<ProjectRow> visible(String more, CompanyKey company, String contact) {
        return database.createSelectionQuery(VISIBLE + more, ProjectRow.class)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .setParameter("contact", contact);
    }
}
