package dev.clientportal.portal.template;

import dev.clientportal.portal.audit.Action;
import dev.clientportal.portal.audit.Actor;
import dev.clientportal.portal.audit.Audit;
import dev.clientportal.portal.audit.Subject;
import dev.clientportal.portal.page.Listing;
import dev.clientportal.portal.template.Template.Content;
import dev.clientportal.portal.template.Template.Row;
import dev.clientportal.portal.template.Template.TemplateTask;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;

/** A firm's templates. */
@ApplicationScoped
public class Templates {
    private final Session database;
    private final Audit audit;

    Templates(Session database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** How a change ended. */
    public enum Outcome {
        DONE,
        /** There is none with this id. */
        NOT_FOUND,
        /** Somebody else changed it meanwhile. */
        CHANGED,
        /** Another template of the firm has this name. */
        NAME_TAKEN
    }

    /** @param id of the template; null when there is none */
    public record Result(Outcome outcome, String id) {}

    /**
     * By name.
     *
     * @param after the last name of the part before, or null
     */
    @Transactional
    public Listing<Row> list(String firm, String after, int max) {
        List<Row> found = database.createSelectionQuery("""
                        select t.id, t.name, t.description, coalesce(t.sample, false), t.version from TemplateEntity t
                        where t.firm = :firm and t.name > :after order by t.name
                        """, Row.class)
                .setParameter("firm", firm)
                .setParameter("after", after == null ? "" : after)
                .setMaxResults(max + 1)
                .getResultList();
        return Listing.of(found, max, Row::name);
    }

    /** @param key the id or the name */
    @Transactional
    public Optional<Template> find(String firm, String key) {
        return entity("t.firm = :firm and (t.id = :key or t.name = :key)", firm, key)
                .map(Templates::template);
    }

    /** The first task of the template that greets new contacts; empty when the firm has none. */
    @Transactional
    public Optional<TemplateTask> sample(String firm) {
        return database.createSelectionQuery("""
                        select s.kind, s.title, s.description, s.dueDays, s.remind from TemplateEntity t join t.tasks s
                        where t.firm = :firm and t.sample = true order by s.position
                        """, TemplateTask.class)
                .setParameter("firm", firm)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private Optional<TemplateEntity> entity(String condition, String firm, String key) {
        return database.createSelectionQuery(
                        "from TemplateEntity t left join fetch t.tasks where " + condition, TemplateEntity.class)
                .setParameter("firm", firm)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    private static Template template(TemplateEntity entity) {
        return new Template(
                entity.id,
                entity.name,
                entity.description,
                entity.sample != null,
                entity.tasks.stream()
                        .map(task ->
                                new TemplateTask(task.kind, task.title, task.description, task.dueDays, task.remind))
                        .toList(),
                entity.version);
    }

    public Result create(String firm, Content content, Actor actor) {
        return unlessNameTaken(() -> {
            TemplateEntity entity = new TemplateEntity();
            entity.id = UUID.randomUUID().toString();
            entity.firm = firm;
            fill(entity, content);
            database.persist(entity);
            audit.write(actor, firm, Action.TEMPLATE_CREATED, Subject.of(entity.id));
            return new Result(Outcome.DONE, entity.id);
        });
    }

    /** @param version of what was seen before the change */
    public Result change(String firm, String id, int version, Content content, Actor actor) {
        return unlessNameTaken(() -> {
            Optional<TemplateEntity> found = entity("t.firm = :firm and t.id = :key", firm, id);
            if (found.isEmpty()) return new Result(Outcome.NOT_FOUND, null);
            TemplateEntity entity = found.get();
            if (entity.version != version) return new Result(Outcome.CHANGED, id);
            entity.tasks.clear();
            database.flush();
            fill(entity, content);
            audit.write(actor, firm, Action.TEMPLATE_CHANGED, Subject.of(id));
            return new Result(Outcome.DONE, id);
        });
    }

    /** Projects made from it stay. */
    @Transactional
    public boolean delete(String firm, String id, Actor actor) {
        Optional<TemplateEntity> found = entity("t.firm = :firm and t.id = :key", firm, id);
        found.ifPresent(entity -> {
            database.remove(entity);
            audit.write(actor, firm, Action.TEMPLATE_DELETED, Subject.of(id));
        });
        return found.isPresent();
    }

    private void fill(TemplateEntity entity, Content content) {
        if (content.sample()) {
            database.createMutationQuery(
                            "update versioned TemplateEntity set sample = null where firm = :firm and sample is not null and id <> :id")
                    .setParameter("firm", entity.firm)
                    .setParameter("id", entity.id)
                    .executeUpdate();
        }
        entity.name = content.name();
        entity.description = content.description();
        entity.sample = content.sample() ? true : null;
        for (TemplateTask task : content.tasks()) {
            TemplateTaskEntity added = new TemplateTaskEntity();
            added.id = UUID.randomUUID().toString();
            added.position = entity.tasks.size();
            added.kind = task.kind();
            added.title = task.title();
            added.description = task.description();
            added.dueDays = task.dueDays();
            added.remind = task.remind();
            entity.tasks.add(added);
        }
    }

    private Result unlessNameTaken(Callable<Result> change) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Result result = change.call();
                database.flush();
                return result;
            });
        } catch (ConstraintViolationException taken) {
            return new Result(Outcome.NAME_TAKEN, null);
        }
    }
}
