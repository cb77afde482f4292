package dev.clientportal.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.document.Documents;
import dev.clientportal.portal.document.NewDocument;
import dev.clientportal.portal.document.Storage;
import dev.clientportal.portal.document.Storage.Stored;
import dev.clientportal.portal.document.TooLargeException;
import dev.clientportal.portal.notification.MovingClock;
import dev.clientportal.portal.page.Listing;
import dev.clientportal.portal.project.FirmProjects;
import dev.clientportal.portal.project.NewProject;
import dev.clientportal.portal.task.FirmTasks;
import dev.clientportal.portal.task.NewTask;
import dev.clientportal.portal.task.TaskChanges;
import dev.clientportal.portal.task.TaskKind;
import dev.clientportal.portal.task.TaskSharing;
import dev.clientportal.portal.task.Tasks;
import dev.clientportal.portal.template.Template;
import dev.clientportal.portal.template.Templates;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the audit log tells, to whom, and for how long; on every database. Each test has a firm of its own. */
abstract class AuditRules {
    private static final AuditFilter ALL = AuditFilter.since(null);
    private static final Actor ANNA = Actor.contact("anna", "Anna Aas");

    @Inject
    AuditLog log;

    @Inject
    AuditPurge purge;

    @Inject
    FirmProjects projects;

    @Inject
    FirmTasks firmTasks;

    @Inject
    TaskChanges changes;

    @Inject
    TaskSharing sharing;

    @Inject
    Tasks tasks;

    @Inject
    Documents documents;

    @Inject
    Storage storage;

    @Inject
    Templates templates;

    @Inject
    MovingClock clock;

    @Inject
    Session database;

    private final CompanyKey company =
            new CompanyKey("firm-" + UUID.randomUUID(), UUID.randomUUID().toString());
    private final Actor mia = Actor.staff("mia", "Mia Mets");

    @Test
    void everyEntryNamesWhoDidWhatToWhatUnderItsNameOfNow() {
        String project = project("Report", "Statements");
        String task = task(project);
        String document = document(task);
        tasks.mark(company, ANNA, task, true);
        next();
        sharing.share(company, List.of(task), Set.of(), mia);
        next();
        projects.rename(company, project, 0, "Annual report", null, mia);

        assertThat(all(ALL))
                .extracting(AuditEntry::action, AuditEntry::title, AuditEntry::place, AuditEntry::actorName)
                .containsExactly(
                        tuple(Action.PROJECT_CHANGED, "Annual report", null, "Mia Mets"),
                        tuple(Action.TASK_UNSHARED, "Statements", "Annual report", "Mia Mets"),
                        tuple(Action.TASK_DONE, "Statements", "Annual report", "Anna Aas"),
                        tuple(Action.DOCUMENT_ADDED, "a.pdf", "Statements", "Anna Aas"),
                        tuple(Action.TASK_CREATED, "Statements", "Annual report", "Crm"),
                        tuple(Action.PROJECT_CREATED, "Annual report", null, "Crm"));
        assertThat(all(by(Actor.Kind.CONTACT)))
                .extracting(AuditEntry::action)
                .containsExactly(Action.TASK_DONE, Action.DOCUMENT_ADDED);
        assertThat(all(by(Actor.Kind.CONTACT)).get(1).subject()).isEqualTo(document);
    }

    @Test
    void whatIsGoneHasNoTitleAndStaysWhereItWas() {
        String project = project("Report", "Statements", "Receipts");
        String task = task(project);
        String document = document(task);
        documents.remove(company, ANNA, document);
        project("Another", "One");

        assertThat(all(new AuditFilter(null, task, null, null)))
                .extracting(AuditEntry::action, AuditEntry::title, AuditEntry::place)
                .containsExactly(
                        tuple(Action.DOCUMENT_REMOVED, null, "Statements"),
                        tuple(Action.DOCUMENT_ADDED, null, "Statements"),
                        tuple(Action.TASK_CREATED, "Statements", "Report"));
        assertThat(all(new AuditFilter(project, null, null, null))).hasSize(5);
        assertThat(all(ALL)).hasSize(7);
    }

    @Test
    @Tag("C2")
    void nothingIsToldToOtherCompaniesAndFirms() {
        String project = project("Report", "Statements");
        AuditFilter there = new AuditFilter(project, task(project), null, null);
        Templates.Result template =
                templates.create(company.firm(), new Template.Content("Yearly", null, false, List.of()), mia);

        for (CompanyKey other : List.of(
                new CompanyKey(company.firm(), UUID.randomUUID().toString()),
                new CompanyKey("elsewhere", company.id()))) {
            assertThat(log.ofCompany(other, ALL, null, 10).items()).isEmpty();
            assertThat(log.ofCompany(other, there, null, 10).items()).isEmpty();
        }
        assertThat(log.ofFirm("elsewhere", ALL, null, 100).items())
                .extracting(AuditEntry::subject)
                .doesNotContain(template.id());
        assertThat(log.ofFirm(company.firm(), ALL, null, 10).items())
                .extracting(AuditEntry::action, AuditEntry::title)
                .containsExactly(tuple(Action.TEMPLATE_CREATED, "Yearly"));
    }

    @Test
    void listGoesOnWhereItEndedAlsoWithinOneMoment() {
        project(
                "Report",
                IntStream.range(0, 30).mapToObj(number -> "Task " + number).toArray(String[]::new));
        List<AuditEntry> whole = all(ALL);
        List<AuditEntry> parts = new ArrayList<>();
        String after = null;
        do {
            Listing<AuditEntry> part = log.ofCompany(company, ALL, after, 7);
            parts.addAll(part.items());
            after = part.next();
        } while (after != null);

        assertThat(parts).hasSize(31).isEqualTo(whole);
        assertThat(all(AuditFilter.since(whole.get(0).happenedAt()))).contains(whole.get(0));
        assertThat(all(AuditFilter.since(whole.get(0).happenedAt() + 1))).isEmpty();
    }

    @Test
    void entriesGoAfterTwoYearsByAnyNumberOfNodes() throws ExecutionException, InterruptedException {
        QuarkusTransaction.requiringNew()
                .run(() -> IntStream.range(0, 2500).forEach(number -> database.persist(entry(number))));
        clock.forward(Duration.ofDays(729));
        project("Later");
        purge.purge();
        assertThat(count()).isEqualTo(2501);

        clock.forward(Duration.ofDays(2));
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        List<Future<?>> struck = IntStream.range(0, 3)
                .<Future<?>>mapToObj(node -> nodes.submit(purge::purge))
                .toList();
        for (Future<?> node : struck) node.get();
        nodes.shutdown();

        assertThat(all(ALL)).extracting(AuditEntry::action).containsExactly(Action.PROJECT_CREATED);
        assertThat(count()).isEqualTo(1);
    }

    /** As it was written before names were kept. */
    private AuditEntity entry(int number) {
        AuditEntity entry = new AuditEntity();
        entry.id = UUID.randomUUID().toString();
        entry.firm = company.firm();
        entry.companyId = company.id();
        entry.happenedAt = clock.millis() - number;
        entry.actorId = "anna";
        entry.actorKind = Actor.Kind.CONTACT;
        entry.action = Action.TASK_DONE;
        entry.subjectId = "gone";
        return entry;
    }

    private long count() {
        return QuarkusTransaction.requiringNew().call(() -> database.createSelectionQuery(
                        "select count(*) from AuditEntity where firm = :firm", Long.class)
                .setParameter("firm", company.firm())
                .getSingleResult());
    }

    private List<AuditEntry> all(AuditFilter filter) {
        return log.ofCompany(company, filter, null, 1000).items();
    }

    private static AuditFilter by(Actor.Kind kind) {
        return new AuditFilter(null, null, kind, null);
    }

    /** By a machine, in two moments. */
    private String project(String name, String... titles) {
        Actor crm = Actor.machine("crm", "Crm");
        String id = projects.create(company, new NewProject(null, null, name, null, List.of(), null, Set.of()), crm)
                .id();
        next();
        changes.create(
                company,
                id,
                List.of(titles).stream()
                        .map(title -> new NewTask(TaskKind.TO_DO, title, null, null, false, false, NewTask.EVERYBODY))
                        .toList(),
                crm,
                null);
        next();
        return id;
    }

    private String task(String project) {
        return firmTasks.ofProject(company, project, null, 1).items().get(0).id();
    }

    private String document(String task) {
        String id = documents.add(company, new NewDocument(task, "a.pdf", "application/pdf", stored()), ANNA);
        next();
        return id;
    }

    private Stored stored() {
        try {
            return storage.put(new ByteArrayInputStream(new byte[] {1}), 1);
        } catch (IOException | TooLargeException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What comes now is later. */
    private void next() {
        clock.forward(Duration.ofSeconds(1));
    }
}
