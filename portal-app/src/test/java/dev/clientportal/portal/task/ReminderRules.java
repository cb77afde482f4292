package dev.clientportal.portal.task;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.portal.audit.Actor;
import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.firm.Firms;
import dev.clientportal.portal.notification.KeycloakStandIn;
import dev.clientportal.portal.notification.MovingClock;
import dev.clientportal.portal.project.FirmProjects;
import dev.clientportal.portal.project.NewProject;
import dev.clientportal.portal.task.TaskMails.Where;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is reminded of what, and when; on every database. Each test has a company of its own. */
@Tag("E4")
abstract class ReminderRules {
    private static final ZoneId TALLINN = ZoneId.of("Europe/Tallinn");
    private static final String PAGES = "https://portal.northwind.example/c/birch";
    private static final Actor MIA = Actor.staff("mia", "Mia Mets");

    @Inject
    ReminderClock reminderClock;

    @Inject
    Reminders reminders;

    @Inject
    FirmReminders firmReminders;

    @Inject
    FirmProjects projects;

    @Inject
    FirmTasks tasks;

    @Inject
    TaskChanges changes;

    @Inject
    TaskMails taskMails;

    @Inject
    Firms firms;

    @Inject
    MovingClock clock;

    @Inject
    Session database;

    private final CompanyKey company =
            new CompanyKey(KeycloakStandIn.REALM, UUID.randomUUID().toString());
    private Where where;
    private LocalDate today;

    @BeforeEach
    void start() {
        where = new Where(firms.find(KeycloakStandIn.DOMAIN).orElseThrow(), PAGES);
        today = LocalDate.ofInstant(clock.instant(), TALLINN);
        requiringNew().run(() -> database.createMutationQuery("delete from ReminderDaysEntity")
                .executeUpdate());
    }

    /** What waits to be mailed. */
    record Mail(String user, String title, String text, String target) {}

    @Test
    void whoSeesOpenTasksIsRemindedTheDayBeforeAndTheDayAfterByOneMail() {
        LocalDate due = today.plusDays(3);
        List<String> ids = create(
                where,
                task("Bank statements", due, "anna", "emma"),
                task("Annual report", due, "anna"),
                task("Done already", due, "anna"),
                task("Of nobody", due),
                task("Without a date", null, "anna"),
                task("Next year", due.plusYears(1), "anna"));
        changes.mark(company, MIA, ids.get(2), true);

        strikeAt(2, 9, 0);

        List<Mail> once = List.of(
                new Mail(
                        "anna",
                        "Annual report (+1)",
                        "– Annual report · " + due + "\n– Bank statements · " + due,
                        PAGES + "/tasks"),
                new Mail("emma", "Bank statements · " + due, null, PAGES + "/tasks/" + ids.get(0)));
        assertThat(mails()).containsExactlyInAnyOrderElementsOf(once);
        strikeAt(3, 9, 0);
        assertThat(mails()).hasSize(2);

        strikeAt(4, 9, 0);
        assertThat(mails()).hasSize(4).containsAll(once);
        strikeAt(5, 9, 0);
        strikeAt(20, 9, 0);
        assertThat(mails()).hasSize(4);
        assertThat(tasks.view(company, ids.get(0)).orElseThrow().remindedAt()).isPositive();
        assertThat(tasks.view(company, ids.get(2)).orElseThrow().remindedAt()).isNull();
    }

    @Test
    void firmChoosesItsDaysAlsoForTasksThatAreThereAlready() {
        LocalDate due = today.plusDays(10);
        create(where, task("Bank statements", due, "anna"));
        choose(7, 0, -14);

        strikeAt(3, 9, 0);
        strikeAt(3, 9, 5);
        assertThat(mails()).as("a week before").hasSize(1);
        strikeAt(9, 9, 0);
        assertThat(mails()).as("the day before is none of them").hasSize(1);
        strikeAt(10, 9, 0);
        assertThat(mails()).as("on the day").hasSize(2);
        strikeAt(11, 9, 0);
        assertThat(mails()).as("the day after is none of them").hasSize(2);
        strikeAt(24, 9, 0);
        assertThat(mails()).as("two weeks after").hasSize(3);
        choose(-20);
        strikeAt(30, 9, 0);
        assertThat(mails()).as("chosen when all days had gone by").hasSize(4);
    }

    @Test
    void firmThatChoosesNoDayRemindsByHandAlone() {
        List<String> ids = create(where, task("Bank statements", today.plusDays(3), "anna"));
        choose();

        strikeAt(2, 9, 0);
        strikeAt(4, 9, 0);
        assertThat(mails()).isEmpty();

        assertThat(reminders.byHand(company, ids, MIA, where)).isEqualTo(1);
    }

    @Test
    void daysCountFromTheDayOnWhichTheyWereChosen() {
        create(where, task("Today", today.plusDays(15), "anna"), task("Yesterday", today.plusDays(14), "emma"));
        forward(8, 9, 0);
        choose(7);

        reminderClock.strike();

        assertThat(mails()).extracting(Mail::title).containsExactly("Today · " + today.plusDays(15));
    }

    @Test
    void whoChoosesDaysHasSeenTheLastChoice() throws ExecutionException, InterruptedException {
        ReminderDays first = firmReminders.of(company.firm());
        assertThat(first.days()).as("the setting").containsExactly(1, -1);
        long audited = audited();
        ExecutorService staff = Executors.newFixedThreadPool(4);
        List<Future<Boolean>> chosen = IntStream.rangeClosed(1, 4)
                .mapToObj(i ->
                        staff.submit(() -> firmReminders.choose(where.firm(), List.of(10 + i), first.version(), MIA)))
                .toList();
        int took = 0;
        for (Future<Boolean> one : chosen) if (one.get()) took++;
        staff.shutdown();

        assertThat(took).isEqualTo(1);
        assertThat(audited()).isEqualTo(audited + 1);
        ReminderDays second = firmReminders.of(company.firm());
        assertThat(firmReminders.choose(where.firm(), List.of(3, -3), first.version(), MIA))
                .isFalse();
        assertThat(firmReminders.choose(where.firm(), List.of(3, -3), second.version(), MIA))
                .isTrue();
        assertThat(firmReminders.choose(where.firm(), List.of(), second.version(), MIA))
                .isFalse();
        assertThat(firmReminders.of(company.firm()).days()).containsExactly(3, -3);
        assertThat(firmReminders.of("elsewhere").days()).as("another firm's").containsExactly(1, -1);
    }

    @Test
    void taskThatIsLeftOutIsRemindedOfByHandAlone() {
        LocalDate due = today.plusDays(3);
        List<String> ids = create(
                where,
                new NewTask(TaskKind.TO_DO, "Left out", null, due, false, false, Set.of("anna")),
                task("Left out later", due, "anna"),
                new NewTask(TaskKind.TO_DO, "Let in later", null, due, false, false, Set.of("anna")));
        TaskView seen = tasks.view(company, ids.get(1)).orElseThrow();
        change(ids.get(1), due, false);
        change(ids.get(2), due, true);
        TaskChanges.Change unaware = new TaskChanges.Change(seen.version(), seen.title(), null, due, true);
        assertThat(changes.change(company, seen.id(), unaware, MIA, where)).isEqualTo(Outcome.CHANGED);

        strikeAt(2, 9, 0);
        assertThat(mails()).extracting(Mail::title).containsExactly("Let in later · " + due);
        assertThat(ids)
                .extracting(id -> tasks.view(company, id).orElseThrow().remind())
                .containsExactly(false, false, true);

        assertThat(reminders.byHand(company, ids.subList(0, 1), MIA, where)).isEqualTo(1);
    }

    @Test
    void anotherTitleOnTheDayOfTheReminderIsRemindedOf() {
        List<String> ids = create(where, task("Bank statements", today.plusDays(3), "anna"));
        forward(2, 7, 30);
        change(ids.get(0), today.plusDays(3), true);

        strikeAt(2, 9, 0);

        assertThat(mails()).hasSize(1);
    }

    @Test
    void itIsMorningWhereTheFirmIs() {
        create(where, task("Bank statements", today.plusDays(3), "anna"));

        strikeAt(2, 7, 30);
        assertThat(mails()).isEmpty();

        strikeAt(2, 8, 1);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void movingTheDueDateMovesTheReminder() {
        List<String> ids =
                create(where, task("Later", today.plusDays(3), "anna"), task("Sooner", today.plusDays(9), "anna"));
        move(ids.get(0), today.plusDays(8));
        move(ids.get(1), today.plusDays(3));

        strikeAt(2, 9, 0);
        assertThat(mails()).extracting(Mail::title).containsExactly("Sooner · " + today.plusDays(3));

        move(ids.get(0), null);
        strikeAt(7, 9, 0);
        assertThat(mails()).extracting(Mail::target).doesNotContain(PAGES + "/tasks/" + ids.get(0));
    }

    @Test
    void whatWasMadeSilentlyStaysSilent() {
        create(null, task("Bank statements", today.plusDays(3), "anna"));

        strikeAt(2, 9, 0);

        assertThat(mails()).isEmpty();
    }

    @Test
    void whatIsDueTomorrowIsNoNewsToday() {
        create(where, task("Bank statements", today.plusDays(1), "anna"));

        reminderClock.strike();

        assertThat(mails()).isEmpty();
    }

    @Test
    void aDayThatWentByInALongOutageIsLetGo() {
        create(where, task("Bank statements", today.plusDays(3), "anna"));

        strikeAt(10, 9, 0);

        assertThat(mails()).isEmpty();
    }

    @Test
    void tasksOfAClosedProjectAreLeftInPeace() {
        create(where, task("Bank statements", today.plusDays(3), "anna"));
        requiringNew().run(() -> database.createMutationQuery(
                        "update ProjectEntity set closed = true where companyId = :company")
                .setParameter("company", company.id())
                .executeUpdate());

        strikeAt(2, 9, 0);

        assertThat(mails()).isEmpty();
    }

    @Test
    void manyNodesRemindOnce() throws ExecutionException, InterruptedException {
        create(
                where,
                IntStream.range(0, 300)
                        .mapToObj(i -> task("Task " + i, today.plusDays(3), "contact-" + i))
                        .toArray(NewTask[]::new));
        forward(2, 9, 0);
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        List<Future<?>> struck = IntStream.range(0, 4)
                .<Future<?>>mapToObj(i -> nodes.submit(() -> reminderClock.strike()))
                .toList();
        for (Future<?> node : struck) node.get();
        nodes.shutdown();

        assertThat(mails()).hasSize(300).extracting(Mail::user).doesNotHaveDuplicates();
    }

    @Test
    void staffRemindOfOpenTasksThatSomebodySees() {
        List<String> ids =
                create(where, task("Open", null, "anna"), task("Done", null, "anna"), task("Of nobody", null));
        changes.mark(company, MIA, ids.get(1), true);

        assertThat(reminders.byHand(company, ids, MIA, where)).isEqualTo(1);
        assertThat(mails()).containsExactly(new Mail("anna", "Open", null, PAGES + "/tasks/" + ids.get(0)));

        assertThat(reminders.byHand(company, ids, MIA, where))
                .as("pressed twice")
                .isZero();
        clock.forward(Duration.ofSeconds(61));
        assertThat(reminders.byHand(company, ids, MIA, where)).isEqualTo(1);
        assertThat(mails()).hasSize(2);
    }

    @Test
    @Tag("C2")
    void tasksOfOtherCompaniesAreNotReminded() {
        List<String> ids = create(where, task("Open", null, "anna"));

        CompanyKey other = new CompanyKey(company.firm(), UUID.randomUUID().toString());
        CompanyKey otherFirm = new CompanyKey("elsewhere", company.id());

        assertThat(reminders.byHand(other, ids, MIA, where)).isZero();
        assertThat(reminders.byHand(otherFirm, ids, MIA, where)).isZero();
        assertThat(mails()).isEmpty();
    }

    @Test
    @Tag("B14")
    void firstFilesOfANewTaskComeWithItsMail() {
        String project = projects.create(
                        company, new NewProject(null, null, "Accounts", null, List.of(), where, Set.of()), MIA)
                .id();
        UUID task = UUID.randomUUID();
        NewTask wanted = new NewTask(TaskKind.SIGN, "The contract", "Please sign.", null, true, false, Set.of("anna"));
        assertThat(changes.add(company, project, task, wanted, MIA, where)).isEqualTo(Outcome.DONE);
        tell(task, "anna", "Contract.pdf");
        tell(task, "emma", "Contract.pdf");
        tell(task, "anna", "Annex.pdf");
        tell(UUID.randomUUID(), "anna", "Elsewhere.pdf");

        assertThat(told())
                .containsExactlyInAnyOrder(
                        "anna: The contract | Please sign.\n– Contract.pdf\n– Annex.pdf",
                        "anna: Elsewhere.pdf | null",
                        "emma: Contract.pdf | null");
        clock.forward(Duration.ofMinutes(1));
        tell(task, "anna", "Too late.pdf");
        assertThat(told()).hasSize(4).contains("anna: Too late.pdf | null");
    }

    private void tell(UUID task, String reader, String name) {
        taskMails.documents(where, company, task.toString(), List.of(reader), List.of(name));
    }

    private List<String> told() {
        return requiringNew().call(() -> database.createSelectionQuery(
                        "select userId, title, text, target from NotificationEntity where companyId = :company",
                        Mail.class)
                .setParameter("company", company.id())
                .getResultStream()
                .map(mail -> mail.user() + ": " + mail.title() + " | " + mail.text())
                .toList());
    }

    private List<String> create(Where mails, NewTask... wanted) {
        NewProject project = new NewProject(null, null, "Annual accounts", null, List.of(wanted), mails, Set.of());
        String id = projects.create(company, project, MIA).id();
        // What was shared is told, too; that is not what these tests are about.
        requiringNew()
                .run(() -> database.createMutationQuery("delete from NotificationEntity where companyId = :company")
                        .setParameter("company", company.id())
                        .executeUpdate());
        return tasks.ofProject(company, id, null, 1000).items().stream()
                .map(FirmTasks.Summary::id)
                .toList();
    }

    private static NewTask task(String title, LocalDate due, String... readers) {
        return new NewTask(TaskKind.TO_DO, title, null, due, true, false, Set.of(readers));
    }

    private void move(String id, LocalDate due) {
        change(id, due, true);
    }

    private void change(String id, LocalDate due, boolean remind) {
        TaskView task = tasks.view(company, id).orElseThrow();
        TaskChanges.Change wanted = new TaskChanges.Change(task.version(), task.title(), null, due, remind);
        assertThat(changes.change(company, id, wanted, MIA, where)).isEqualTo(Outcome.DONE);
    }

    /** From now on, whatever was chosen before. */
    private void choose(Integer... days) {
        assertThat(firmReminders.choose(
                        where.firm(),
                        List.of(days),
                        firmReminders.of(company.firm()).version(),
                        MIA))
                .isTrue();
    }

    private long audited() {
        return requiringNew().call(() -> database.createSelectionQuery(
                        "select count(*) from AuditEntity where action = REMINDERS_CHANGED and firm = :firm",
                        Long.class)
                .setParameter("firm", company.firm())
                .getSingleResult());
    }

    private void strikeAt(int day, int hour, int minute) {
        forward(day, hour, minute);
        reminderClock.strike();
    }

    /** To that time of the firm's day, so many days after the test began. */
    private void forward(int day, int hour, int minute) {
        clock.forward(Duration.between(
                clock.instant(), today.plusDays(day).atTime(hour, minute).atZone(TALLINN)));
    }

    private List<Mail> mails() {
        return requiringNew().call(() -> database.createSelectionQuery(
                        "select userId, title, text, target from NotificationEntity where companyId = :company"
                                + " and kind = REMINDER order by userId",
                        Mail.class)
                .setParameter("company", company.id())
                .getResultList());
    }
}
