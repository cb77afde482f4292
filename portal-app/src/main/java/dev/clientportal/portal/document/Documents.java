package dev.clientportal.portal.document;

import dev.clientportal.portal.audit.Action;
import dev.clientportal.portal.audit.Actor;
import dev.clientportal.portal.audit.Audit;
import dev.clientportal.portal.audit.Subject;
import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.page.After;
import dev.clientportal.portal.page.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jboss.logging.Logger;

/**
 * The documents of companies. A contact sees those of the tasks that are shared with them, and those of the company itself;
 * staff see all.
 */
@ApplicationScoped
public class Documents {
    private static final Logger LOG = Logger.getLogger(Documents.class);

    private static final String OF_THE_COMPANY = """
            select d.id, d.name, d.contentType, d.size, d.sha256, d.storageKey, d.ofFirm, d.uploadedBy, d.uploadedByName,
            d.uploadedAt, t.id, t.title,
            case when t.done = true or p.closed = true then false else true end
            from DocumentEntity d left join TaskEntity t on t.id = d.taskId left join ProjectEntity p on p.id = t.projectId
            where d.firm = :firm and d.companyId = :company
            """;

    private static final String SEEN = """
             and (d.taskId is null or exists (select 1 from ShareEntity s
            where s.taskId = d.taskId and s.firm = d.firm and s.companyId = d.companyId and s.reader in (:contact, '*')))
            """;

    /** Newest first. */
    private static final String BEHIND = """
             and d.uploadedAt <= :at and (d.uploadedAt < :at or d.id < :afterId)
            order by d.uploadedAt desc, d.id desc
            """;

    private final Session database;
    private final Storage storage;
    private final Audit audit;
    private final Clock clock;
    private final TransactionSynchronizationRegistry transaction;

    Documents(
            Session database,
            Storage storage,
            Audit audit,
            Clock clock,
            TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.storage = storage;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Adds a document whose content was put away before. If the transaction does not commit, the content goes away again.
     *
     * @return its id
     */
    @Transactional
    public String add(CompanyKey company, NewDocument document, Actor actor) {
        afterwards(Status.STATUS_ROLLEDBACK, document.stored().key());
        DocumentEntity entity = new DocumentEntity();
        entity.id = UUID.randomUUID().toString();
        entity.firm = company.firm();
        entity.companyId = company.id();
        entity.taskId = document.taskId();
        entity.name = document.name();
        entity.contentType = document.contentType();
        entity.size = document.stored().size();
        entity.sha256 = document.stored().sha256();
        entity.storageKey = document.stored().key();
        entity.ofFirm = actor.isOfFirm();
        entity.uploadedBy = actor.id();
        entity.uploadedByName = actor.name();
        entity.uploadedAt = clock.millis();
        database.persist(entity);
        audit.write(actor, company, Action.DOCUMENT_ADDED, subject(company, entity.id, entity.taskId));
        return entity.id;
    }

    /** Empty when the contact does not see it, too. */
    @Transactional
    public Optional<DocumentRow> find(CompanyKey company, String contact, String id) {
        return seen(" and d.id = :id", company, contact)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Whoever sees it: for staff. */
    @Transactional
    public Optional<DocumentRow> findForFirm(CompanyKey company, String id) {
        return all(" and d.id = :id", company)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /**
     * All that the contact sees, newest first.
     *
     * @param after what the part before gave as next, or null
     */
    @Transactional
    public Listing<DocumentRow> list(CompanyKey company, String contact, String after, int max) {
        return listing(seen(BEHIND, company, contact), after, max);
    }

    /** As {@link #list}, whoever sees them: for staff. */
    @Transactional
    public Listing<DocumentRow> listForFirm(CompanyKey company, String after, int max) {
        return listing(all(BEHIND, company), after, max);
    }

    /**
     * The documents of a task that the reader was found to see, newest first.
     *
     * @param after what the part before gave as next, or null
     */
    @Transactional
    public Listing<DocumentRow> ofTask(CompanyKey company, String task, String after, int max) {
        return listing(all(" and d.taskId = :task" + BEHIND, company).setParameter("task", task), after, max);
    }

    private static Listing<DocumentRow> listing(SelectionQuery<DocumentRow> query, String after, int max) {
        After from = After.parse(after);
        List<DocumentRow> found = query.setParameter("at", from.at())
                .setParameter("afterId", from.id())
                .setMaxResults(max + 1)
                .getResultList();
        return Listing.of(found, max, row -> new After(row.uploadedAt(), row.id()).toString());
    }

    private SelectionQuery<DocumentRow> seen(String more, CompanyKey company, String contact) {
        return all(SEEN + more, company).setParameter("contact", contact);
    }

    private SelectionQuery<DocumentRow> all(String more, CompanyKey company) {
        return database.createSelectionQuery(OF_THE_COMPANY + more, DocumentRow.class)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id());
    }

    /**
     * Takes a document away that the contact uploaded, while its task is to be done.
     *
     * @return false when that cannot be, or is so already
     */
    @Transactional
    public boolean remove(CompanyKey company, Actor contact, String id) {
        Optional<DocumentRow> found =
                find(company, contact.id(), id).filter(document -> document.isRemovableBy(contact.id()));
        if (found.isEmpty()) return false;
        int deleted = database.createMutationQuery("""
                        delete from DocumentEntity d where d.id = :id and d.firm = :firm and d.companyId = :company
                        and not exists (select 1 from SignatureEntity s where s.signedId = d.id)
                        """)
                .setParameter("id", id)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .executeUpdate();
        if (deleted == 0) return false;
        afterwards(Status.STATUS_COMMITTED, found.get().storageKey());
        audit.write(
                contact,
                company,
                Action.DOCUMENT_REMOVED,
                subject(company, id, found.get().taskId()));
        return true;
    }

    private Subject subject(CompanyKey company, String id, String task) {
        if (task == null) return Subject.of(id);
        String project = database.createSelectionQuery(
                        "select t.projectId from TaskEntity t where t.id = :id and t.firm = :firm and t.companyId = :company",
                        String.class)
                .setParameter("id", task)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .getSingleResultOrNull();
        return new Subject(id, task, project);
    }

    /** Which of these keys have a document. */
    @Transactional
    Set<String> known(List<String> keys) {
        return new HashSet<>(database.createSelectionQuery(
                        "select storageKey from DocumentEntity where storageKey in :keys", String.class)
                .setParameter("keys", keys)
                .getResultList());
    }

    /** Takes the content away once the transaction has ended so; what cannot be, {@link Leftovers} does. */
    private void afterwards(int status, String key) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int ended) {
                if (ended != status) return;
                try {
                    storage.delete(key);
                } catch (IOException e) {
                    LOG.warnf(e, "A file stays in the storage until the daily look for leftovers: %s", e.getMessage());
                }
            }
        });
    }
}
