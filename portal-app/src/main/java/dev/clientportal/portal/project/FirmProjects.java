package dev.clientportal.portal.project;

import dev.clientportal.portal.audit.Action;
import dev.clientportal.portal.audit.Actor;
import dev.clientportal.portal.audit.Audit;
import dev.clientportal.portal.audit.Subject;
import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.page.After;
import dev.clientportal.portal.page.Listing;
import dev.clientportal.portal.page.Words;
import dev.clientportal.portal.task.TaskChanges;
import dev.clientportal.portal.task.TaskMails;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.query.SelectionQuery;

/** The projects of companies as the firm meets them: all of them. */
@ApplicationScoped
public class FirmProjects {
    private static final String SELECT = """
            select p.id, p.companyId, p.externalId, p.contentHash, p.name, p.description, p.closed, p.createdAt,
            (select count(*) from TaskEntity t where t.firm = p.firm and t.companyId = p.companyId and t.projectId = p.id),
            (select count(*) from TaskEntity t where t.firm = p.firm and t.companyId = p.companyId and t.projectId = p.id and t.done),
            p.version
            from ProjectEntity p where p.firm = :firm
            """;

    private final Session database;
    private final TaskChanges tasks;
    private final TaskMails mails;
    private final Audit audit;
    private final Clock clock;

    FirmProjects(Session database, TaskChanges tasks, TaskMails mails, Audit audit, Clock clock) {
        this.database = database;
        this.tasks = tasks;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A project and how far it is.
     *
     * @param externalId may be null, as contentHash and description may
     */
    public record Summary(
            String id,
            String companyId,
            String externalId,
            String contentHash,
            String name,
            String description,
            boolean closed,
            long createdAt,
            long tasks,
            long tasksDone,
            int version) {}

    /** How making a project ended. */
    public enum Outcome {
        CREATED,
        /** The same was asked for before. */
        THERE,
        /** The external id belongs to something else. */
        TAKEN
    }

    /** @param id of the project; null when the external id is taken */
    public record Result(Outcome outcome, String id) {}

    /**
     * Makes the project with its tasks, all or nothing. Its external id is there once in a firm: the same content again
     * gives the project that there is.
     */
    public Result create(CompanyKey company, NewProject wanted, Actor creator) {
        Optional<Result> there = there(company, wanted);
        if (there.isPresent()) return there.get();
        try {
            return QuarkusTransaction.requiringNew().call(() -> write(company, wanted, creator));
        } catch (ConstraintViolationException somebodyWasFaster) {
            return there(company, wanted).orElseThrow(() -> somebodyWasFaster);
        }
    }

    private Optional<Result> there(CompanyKey company, NewProject wanted) {
        if (wanted.externalId() == null) return Optional.empty();
        return QuarkusTransaction.requiringNew()
                .call(() -> byExternalId(company.firm(), wanted.externalId()))
                .map(found -> found.companyId().equals(company.id())
                                && wanted.contentHash().equals(found.contentHash())
                        ? new Result(Outcome.THERE, found.id())
                        : new Result(Outcome.TAKEN, null));
    }

    private Result write(CompanyKey company, NewProject wanted, Actor creator) {
        ProjectEntity project = new ProjectEntity();
        project.id = UUID.randomUUID().toString();
        project.firm = company.firm();
        project.companyId = company.id();
        project.name = wanted.name();
        project.description = wanted.description();
        project.externalId = wanted.externalId();
        project.contentHash = wanted.contentHash();
        project.createdAt = clock.millis();
        project.createdBy = creator.name();
        database.persist(project);
        // Whoever was faster is met here, before the work on the tasks.
        database.flush();
        audit.write(creator, company, Action.PROJECT_CREATED, Subject.project(project.id));
        List<String> ids = tasks.create(company, project.id, wanted.tasks(), creator, wanted.mails());
        if (wanted.mails() != null) {
            mails.shared(wanted.mails(), company, project.id, wanted.name(), wanted.tasks(), ids, wanted.notTold());
        }
        database.flush();
        return new Result(Outcome.CREATED, project.id);
    }

    @Transactional
    public Optional<Summary> findByExternalId(String firm, String externalId) {
        return byExternalId(firm, externalId);
    }

    /** Those of these external ids that belong to a project, with the company of each. */
    @Transactional
    public Map<String, String> companiesByExternalId(String firm, Set<String> externalIds) {
        return database.createSelectionQuery(
                        "select p.externalId, p.companyId from ProjectEntity p where p.firm = :firm and p.externalId in :ids",
                        Object[].class)
                .setParameter("firm", firm)
                .setParameter("ids", externalIds)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    private Optional<Summary> byExternalId(String firm, String externalId) {
        return database.createSelectionQuery(SELECT + " and p.externalId = :externalId", Summary.class)
                .setParameter("firm", firm)
                .setParameter("externalId", externalId)
                .getResultStream()
                .findFirst();
    }

    /** Of any company: whether the caller sees that one is to be asked before anything of it is told. */
    @Transactional
    public Optional<Summary> find(String firm, String id) {
        return database.createSelectionQuery(SELECT + " and p.id = :id", Summary.class)
                .setParameter("firm", firm)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Of this company alone. */
    @Transactional
    public Optional<Summary> find(CompanyKey company, String id) {
        return database.createSelectionQuery(SELECT + " and p.companyId = :company and p.id = :id", Summary.class)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /**
     * Newest first.
     *
     * @param closed those that are, or those that are not
     * @param words in their names
     * @param after what the part before gave as next, or null
     */
    @Transactional
    public Listing<Summary> list(CompanyKey company, boolean closed, Words words, String after, int max) {
        String named = words.isEmpty() ? "" : " and lower(p.name) like lower(:words) escape '!'";
        SelectionQuery<Summary> query = ofCompany(company, " and p.closed = :closed" + named, after, max)
                .setParameter("closed", closed);
        if (!words.isEmpty()) query.setParameter("words", words.pattern());
        return listing(query, max);
    }

    /** Newest first, open and closed. */
    @Transactional
    public Listing<Summary> list(CompanyKey company, String after, int max) {
        return listing(ofCompany(company, "", after, max), max);
    }

    private SelectionQuery<Summary> ofCompany(CompanyKey company, String condition, String after, int max) {
        After from = After.parse(after);
        return database.createSelectionQuery(SELECT + " and p.companyId = :company" + condition + """
                                 and (p.createdAt < :at or p.createdAt = :at and p.id > :id) order by p.createdAt desc, p.id
                                """, Summary.class)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .setParameter("at", from.at())
                .setParameter("id", from.id())
                .setMaxResults(max + 1);
    }

    private static Listing<Summary> listing(SelectionQuery<Summary> query, int max) {
        return Listing.of(query.getResultList(), max, row -> new After(row.createdAt(), row.id()).toString());
    }

    /** How a change ended. */
    public enum ChangeOutcome {
        DONE,
        /** The company has none with this id. */
        NOT_FOUND,
        /** Somebody else changed it meanwhile. */
        CHANGED
    }

    /**
     * Names and describes it anew.
     *
     * @param version of what was seen before the change
     * @param description may be null
     */
    @Transactional
    public ChangeOutcome rename(
            CompanyKey company, String id, int version, String name, String description, Actor actor) {
        return change(company, id, version, project -> rename(project, name, description, actor));
    }

    /** As {@link #rename}, and closes it or opens it again in the same moment. */
    @Transactional
    public ChangeOutcome change(
            CompanyKey company, String id, int version, String name, String description, boolean closed, Actor actor) {
        return change(company, id, version, project -> {
            rename(project, name, description, actor);
            close(project, closed, actor);
        });
    }

    private ChangeOutcome change(CompanyKey company, String id, int version, Consumer<ProjectEntity> change) {
        Optional<ProjectEntity> found = locked(company, id);
        if (found.isEmpty()) return ChangeOutcome.NOT_FOUND;
        if (found.get().version != version) return ChangeOutcome.CHANGED;
        change.accept(found.get());
        return ChangeOutcome.DONE;
    }

    private void rename(ProjectEntity project, String name, String description, Actor actor) {
        if (name.equals(project.name) && Objects.equals(description, project.description)) return;
        project.name = name;
        project.description = description;
        audit.write(actor, project.company(), Action.PROJECT_CHANGED, Subject.project(project.id));
    }

    /**
     * Closes the project, or opens it again; one that is so already stays as it is. The tasks of a closed project are over
     * for their contacts, who can read and not change them.
     *
     * @return false when the company has none with this id
     */
    @Transactional
    public boolean close(CompanyKey company, String id, boolean closed, Actor actor) {
        Optional<ProjectEntity> found = locked(company, id);
        found.ifPresent(project -> close(project, closed, actor));
        return found.isPresent();
    }

    private void close(ProjectEntity project, boolean closed, Actor actor) {
        if (project.closed == closed) return;
        project.closed = closed;
        tasks.close(project.company(), project.id, closed);
        audit.write(
                actor,
                project.company(),
                closed ? Action.PROJECT_CLOSED : Action.PROJECT_REOPENED,
                Subject.project(project.id));
    }

    private Optional<ProjectEntity> locked(CompanyKey company, String id) {
        return database.createSelectionQuery(
                        "from ProjectEntity where id = :id and firm = :firm and companyId = :company",
                        ProjectEntity.class)
                .setParameter("id", id)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }
}
