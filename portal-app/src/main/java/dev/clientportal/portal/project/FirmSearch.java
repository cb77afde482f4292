package dev.clientportal.portal.project;

import dev.clientportal.portal.page.After;
import dev.clientportal.portal.page.Listing;
import dev.clientportal.portal.page.Words;
import dev.clientportal.portal.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;

/**
 * Finds a firm's projects and tasks by their names. Whether the caller sees the company of one is to be asked before
 * anything of it is told.
 */
@ApplicationScoped
public class FirmSearch {
    /** How many projects, and how many tasks, one search looks at: it costs no more, however many there are. */
    private static final int LOOKED_AT = 10_000;

    /** Comes after every id. */
    private static final String LAST = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    private static final String PROJECTS =
            "select x.id, x.companyId, x.name, x.closed, x.createdAt from ProjectEntity x ";

    private static final String TASKS = """
            select x.id, x.companyId, x.title, x.done, x.createdAt, x.kind, p.name
            from TaskEntity x left join ProjectEntity p on p.id = x.projectId
            """;

    private static final String BEHIND =
            " where x.firm = :firm and x.createdAt <= :at and (x.createdAt < :at or x.id > :id)";

    private static final String NEWEST_FIRST = " order by x.createdAt desc, x.id";

    private final Session database;

    FirmSearch(Session database) {
        this.database = database;
    }

    /**
     * A project or a task.
     *
     * @param over the project is closed, or the task done
     * @param kind of the task; null for a project
     * @param project the name of the task's project, if it has one
     */
    public record Hit(
            String id, String companyId, String name, boolean over, long createdAt, TaskKind kind, String project) {
        private static final Comparator<Hit> NEWEST_FIRST =
                Comparator.comparingLong(Hit::createdAt).reversed().thenComparing(Hit::id);

        /** A project. */
        public Hit(String id, String companyId, String name, boolean over, long createdAt) {
            this(id, companyId, name, over, createdAt, null, null);
        }
    }

    /**
     * Those that have the words in their names, newest first. There may be none, and more to look through nevertheless.
     *
     * @param after what the part before gave as next, or null
     */
    @Transactional
    public Listing<Hit> find(String firm, Words words, String after, int max) {
        After from = After.parse(after);
        long until = Math.max(end("ProjectEntity", firm, from), end("TaskEntity", firm, from));
        List<Hit> found = Stream.of(
                        hits(PROJECTS, "x.name", firm, words, from, until, max + 1),
                        hits(TASKS, "x.title", firm, words, from, until, max + 1))
                .flatMap(List::stream)
                .sorted(Hit.NEWEST_FIRST)
                .limit(max + 1L)
                .toList();
        boolean lookedAtAll = until == 0;
        return found.size() > max || lookedAtAll
                ? Listing.of(found, max, hit -> new After(hit.createdAt(), hit.id()).toString())
                : new Listing<>(found, new After(until, LAST).toString());
    }

    /** When the last of those that are looked at was made; 0 when all of the rest are. */
    private long end(String entity, String firm, After from) {
        return database.createSelectionQuery(
                        "select x.createdAt from " + entity + " x" + BEHIND + NEWEST_FIRST, Long.class)
                .setParameter("firm", firm)
                .setParameter("at", from.at())
                .setParameter("id", from.id())
                .setFirstResult(LOOKED_AT)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(0L);
    }

    private List<Hit> hits(String select, String name, String firm, Words words, After from, long until, int max) {
        return database.createSelectionQuery(
                        select + BEHIND + " and x.createdAt >= :until and lower(" + name
                                + ") like lower(:words) escape '!'" + NEWEST_FIRST,
                        Hit.class)
                .setParameter("firm", firm)
                .setParameter("at", from.at())
                .setParameter("id", from.id())
                .setParameter("until", until)
                .setParameter("words", words.pattern())
                .setMaxResults(max)
                .getResultList();
    }
}
