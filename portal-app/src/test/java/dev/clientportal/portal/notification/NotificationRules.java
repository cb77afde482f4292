package dev.clientportal.portal.notification;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.clientportal.portal.firm.Firms;
import dev.clientportal.portal.notification.KeycloakStandIn.Mail;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds on every database. Each test has a company of its own. */
abstract class NotificationRules {
    /** Longer than any pause between two attempts. */
    private static final Duration A_WHILE = Duration.ofMinutes(30);

    KeycloakStandIn keycloak;

    @Inject
    Notifications notifications;

    @Inject
    NotificationQueue queue;

    @Inject
    NotificationDelivery delivery;

    @Inject
    NotificationWorker worker;

    @Inject
    ContactMails mails;

    @Inject
    Firms firms;

    @Inject
    MovingClock clock;

    @Inject
    MeterRegistry meters;

    @Inject
    Session database;

    @TestHTTPResource(management = true)
    URI management;

    private final String company = UUID.randomUUID().toString();

    @Test
    void whatIsCommittedIsTold() {
        queue("anna");

        Mail mail = onlyMail();

        assertThat(mail.user()).isEqualTo("anna");
        assertThat(mail.externalId()).isEqualTo(row("anna").id);
        assertThat(mail.notice().path("kind").asText()).isEqualTo("TASK_ASSIGNED");
        assertThat(mail.notice().path("title").asText()).isEqualTo("Sign the report");
        assertThat(mail.notice().path("text").asText()).isEqualTo("By Friday.");
        assertThat(mail.notice().path("target").asText()).isEqualTo("https://portal.northwind.example/c/birch/tasks/1");
        awaitState("anna", NotificationState.SENT);
    }

    @Test
    void whatIsRolledBackIsNot() {
        assertThatThrownBy(() -> requiringNew().run(() -> {
                    notifications.queue(to("anna"));
                    database.flush();
                    throw new IllegalStateException("No");
                }))
                .hasMessageContaining("No");
        queue("emma");

        assertThat(onlyMail().user()).isEqualTo("emma");
        assertThat(rows()).hasSize(1);
    }

    @Test
    @Tag("B14")
    void filesThatComeWithinAMinuteAreOneMail() {
        gather("anna", "First (+2).pdf");
        gather("anna", "Second.pdf");
        gather("emma", "Third.pdf");
        gather("anna", "Fourth.pdf");
        assertThat(rows()).hasSize(2);
        assertThat(keycloak.mails(company)).isEmpty();

        clock.forward(Duration.ofMinutes(1));
        awaitState("anna", NotificationState.SENT);
        awaitState("emma", NotificationState.SENT);
        gather("anna", "Later.pdf");
        clock.forward(Duration.ofMinutes(1));

        await().until(() -> keycloak.mails(company).size() == 3);
        assertThat(keycloak.mails(company))
                .extracting(
                        mail -> mail.user() + ": " + mail.notice().path("title").asText() + " | "
                                + mail.notice().path("text").asText())
                .containsExactlyInAnyOrder(
                        "anna: First (+2).pdf (+2) | – First (+2).pdf\n– Second.pdf\n– Fourth.pdf",
                        "emma: Third.pdf | ",
                        "anna: Later.pdf | ");
    }

    @Test
    void manyLongNamesAreCutToWhatAMailTakes() {
        for (int i = 0; i < 30; i++) gather("anna", "x".repeat(255));

        NotificationEntity row = row("anna");

        assertThat(row.title).hasSize(Notification.MAX_TITLE).endsWith(" (+29)");
        assertThat(row.text).hasSize(Notification.MAX_TEXT).endsWith("…");
    }

    private void gather(String user, String name) {
        requiringNew()
                .run(() -> notifications.gather(new Notification(
                        KeycloakStandIn.REALM,
                        KeycloakStandIn.DOMAIN,
                        company,
                        user,
                        NotificationKind.DOCUMENT,
                        "https://portal.northwind.example/c/birch/tasks/1",
                        name,
                        null)));
    }

    @Test
    void nothingIsQueuedOutsideATransaction() {
        assertThatThrownBy(() -> notifications.queue(to("anna"))).hasMessageContaining("ransaction");
    }

    @ParameterizedTest
    @CsvSource({
        "409,contact-blocked",
        "409,contact-not-enabled",
        "409,company-inactive",
        "409,address-bounced",
        "404,not-found",
        "400,target-not-allowed"
    })
    @Tag("B3")
    void aRefusalByTheExtensionIsFinal(int status, String problem) {
        keycloak.refuse(company, 1, status, problem, null);

        queue("rob");

        awaitState("rob", NotificationState.REFUSED);
        assertThat(row("rob").reason).isEqualTo(problem);
        clock.forward(A_WHILE);
        queue("anna");
        assertThat(onlyMail().user()).isEqualTo("anna");
    }

    @ParameterizedTest
    @CsvSource({"503,", "404,", "409,", "403,forbidden", "500,", "401,"})
    void anythingElseIsTriedAgain(int status, String problem) {
        keycloak.refuse(company, 2, status, problem, null);

        queue("anna");

        awaitAttempts("anna", 1);
        assertThat(row("anna").reason).startsWith("Keycloak answers " + status);
        clock.forward(A_WHILE);
        awaitAttempts("anna", 2);
        clock.forward(A_WHILE);
        onlyMail();
        awaitState("anna", NotificationState.SENT);
        assertThat(row("anna").reason).isNull();
    }

    @Test
    void aLimitIsWaitedFor() {
        keycloak.refuse(company, 1, 429, "too-many", "7200");

        queue("anna");

        awaitAttempts("anna", 1);
        assertThat(row("anna").dueAt - clock.millis())
                .isGreaterThan(Duration.ofMinutes(119).toMillis());
        clock.forward(Duration.ofHours(3));
        onlyMail();
    }

    @Test
    void aPortalThatIsNoneOfTheFirmsIsNotUsed() {
        requiringNew()
                .run(() -> notifications.queue(new Notification(
                        "southwind",
                        KeycloakStandIn.DOMAIN,
                        company,
                        "anna",
                        NotificationKind.CUSTOM,
                        "https://portal.northwind.example/",
                        "Title",
                        null)));

        awaitAttempts("anna", 1);
        assertThat(row("anna").reason).startsWith("The firm has no portal");
        assertThat(keycloak.mails(company)).isEmpty();
    }

    @Test
    void afterAWeekItIsGivenUp() {
        keycloak.refuse(company, 2, 503, null, null);
        double before = counted("given_up");

        queue("anna");
        awaitAttempts("anna", 1);
        clock.forward(Duration.ofDays(7));

        awaitState("anna", NotificationState.GIVEN_UP);
        assertThat(row("anna").reason).isEqualTo("Keycloak answers 503");
        await().untilAsserted(() -> assertThat(counted("given_up")).isEqualTo(before + 1));
    }

    @Test
    @Tag("B10")
    void everybodyIsEachContact() {
        keycloak.contacts(company, List.of("anna", "emma", "karl", "mari", "rob"));

        queue(Notification.EVERYBODY);

        await().until(() -> keycloak.mails(company).size() == 5);
        awaitState(Notification.EVERYBODY, NotificationState.EXPANDED);
        assertThat(keycloak.mails(company))
                .extracting(Mail::user)
                .containsExactlyInAnyOrder("anna", "emma", "karl", "mari", "rob");
        assertThat(keycloak.mails(company)).extracting(Mail::externalId).doesNotHaveDuplicates();
    }

    @Test
    void nobodyIsToldWhenNobodyHasAccess() {
        keycloak.contacts(company, List.of());

        queue(Notification.EVERYBODY);

        awaitState(Notification.EVERYBODY, NotificationState.EXPANDED);
        assertThat(rows()).hasSize(1);
    }

    @Test
    void aCompanyThatIsGoneHasNoContacts() {
        keycloak.refuse(company, 1, 404, "not-found", null);

        queue(Notification.EVERYBODY);

        awaitState(Notification.EVERYBODY, NotificationState.REFUSED);
    }

    @Test
    void whoWasFoundBeforeTheListBrokeOffIsToldOnce() {
        keycloak.contacts(company, List.of("anna", "emma", "karl"));
        keycloak.allow(company);
        keycloak.refuse(company, 1, 502, null, null);

        queue(Notification.EVERYBODY);

        await().until(() -> keycloak.mails(company).size() == 2);
        awaitAttempts(Notification.EVERYBODY, 1);
        keycloak.contacts(company, List.of("anna", "emma", "karl", "mari"));
        clock.forward(A_WHILE);
        awaitState(Notification.EVERYBODY, NotificationState.EXPANDED);
        await().until(() -> keycloak.mails(company).size() >= 4);
        assertThat(keycloak.mails(company))
                .extracting(Mail::user)
                .containsExactlyInAnyOrder("anna", "emma", "karl", "mari");
    }

    @Test
    void whatADeadNodeHadIsDueAgain() {
        keycloak.refuse(company, 1, 503, null, null);
        queue("anna");
        awaitAttempts("anna", 1);
        // Nobody else sees it due in between: this takes it in the moment that it is.
        NotificationEntity lost = takenWhenDue("anna");

        assertThat(queue.take(lost.id)).isEmpty();
        clock.forward(Duration.ofMinutes(2));

        onlyMail();
        awaitState("anna", NotificationState.SENT);
        assertThat(queue.finish(lost, NotificationState.REFUSED, "late")).isFalse();
        assertThat(queue.postpone(lost, 0, "late")).isFalse();
        assertThat(queue.expand(lost, List.of("emma"), false)).isFalse();
        assertThat(row("anna").state).isEqualTo(NotificationState.SENT);
        assertThat(rows()).hasSize(1);
    }

    @Test
    void aRepeatIsNamedAsTheFirst() throws UndeliveredException {
        keycloak.refuse(company, 1, 503, null, null);
        queue("anna");
        awaitAttempts("anna", 1);
        NotificationEntity lost = takenWhenDue("anna");
        mails.send(firms.find(KeycloakStandIn.DOMAIN).orElseThrow(), lost);

        clock.forward(Duration.ofMinutes(2));

        await().until(() -> keycloak.mails(company).size() == 2);
        assertThat(keycloak.mails(company)).extracting(Mail::externalId).containsOnly(lost.id);
        assertThat(keycloak.mails(company))
                .extracting(Mail::notice)
                .containsOnly(keycloak.mails(company).get(0).notice());
    }

    @Test
    @Tag("E6")
    void manyWorkersSendEachOnce() throws ExecutionException, InterruptedException {
        List<Notification> many =
                IntStream.range(0, 200).mapToObj(i -> to("user-" + i)).toList();
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try {
            requiringNew().run(() -> notifications.queue(many));
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) running.add(workers.submit(() -> delivery.deliver(() -> false)));
            for (Future<?> worker : running) worker.get();
        } finally {
            workers.shutdownNow();
        }

        await().until(() -> rows().stream().allMatch(row -> row.state == NotificationState.SENT));
        assertThat(keycloak.mails(company)).hasSize(200).extracting(Mail::user).doesNotHaveDuplicates();
    }

    @Test
    void manyWorkersExpandOnce() throws ExecutionException, InterruptedException {
        List<String> contacts =
                IntStream.range(0, 31).mapToObj(i -> "user-" + i).toList();
        keycloak.contacts(company, contacts);
        NotificationEntity first = waitingRow(Notification.EVERYBODY);
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try {
            // The same lease four times: as if each had thought that it was still its own.
            List<Future<Boolean>> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                NotificationEntity own = requiringNew().call(() -> database.find(NotificationEntity.class, first.id));
                running.add(workers.submit(() -> queue.expand(own, contacts, false)));
            }
            for (Future<Boolean> worker : running) worker.get();
        } finally {
            workers.shutdownNow();
        }
        clock.forward(Duration.ofMinutes(2));

        awaitState(Notification.EVERYBODY, NotificationState.EXPANDED);
        await().until(() -> rows().stream().noneMatch(row -> row.state == NotificationState.WAITING));
        assertThat(keycloak.mails(company)).extracting(Mail::user).containsExactlyInAnyOrderElementsOf(contacts);
    }

    @Test
    void oneTokenDoesForManyAndIsAskedForWithTheApplicationsKey() {
        queue("first");
        awaitState("first", NotificationState.SENT);
        int before = keycloak.tokens();

        requiringNew()
                .run(() -> notifications.queue(
                        IntStream.range(0, 20).mapToObj(i -> to("user-" + i)).toList()));

        await().until(() -> keycloak.mails(company).size() == 21);
        assertThat(keycloak.tokens() - before).isLessThanOrEqualTo(1);
        assertThat(keycloak.tokenRequests()).allSatisfy(request -> assertThat(request)
                .contains("grant_type=client_credentials")
                .contains("client_assertion=")
                .doesNotContain("client_secret"));
        clock.forward(Duration.ofMinutes(1));
        queue("last");
        awaitState("last", NotificationState.SENT);
        assertThat(keycloak.tokens()).isGreaterThan(before);
    }

    @Test
    void aTokenThatIsNotTakenIsNotUsedAgain() {
        queue("first");
        awaitState("first", NotificationState.SENT);
        int before = keycloak.tokens();
        keycloak.refuse(company, 1, 401, null, null);

        queue("anna");
        awaitAttempts("anna", 1);
        queue("emma");

        awaitState("emma", NotificationState.SENT);
        assertThat(keycloak.tokens()).isEqualTo(before + 1);
    }

    @Test
    void afterAMonthItIsForgotten() {
        queue("anna");
        awaitState("anna", NotificationState.SENT);

        clock.forward(Duration.ofDays(29));
        worker.forget();
        assertThat(rows()).hasSize(1);

        clock.forward(Duration.ofDays(1));
        worker.forget();
        assertThat(rows()).isEmpty();
    }

    @Test
    void anOperatorSeesWhatWaitsAndWhatBecameOfIt() throws IOException, InterruptedException {
        double sent = counted("sent");
        double refused = counted("refused");
        double retried = counted("retried");
        keycloak.refuse(company, 1, 409, "contact-blocked", null);
        keycloak.refuse(company, 1, 429, "too-many", "7200");
        queue("rob");
        awaitState("rob", NotificationState.REFUSED);
        queue("karl");
        awaitAttempts("karl", 1);
        queue("anna");
        awaitState("anna", NotificationState.SENT);

        await().untilAsserted(() -> assertThat(counted("sent")).isEqualTo(sent + 1));
        assertThat(counted("refused")).isEqualTo(refused + 1);
        assertThat(counted("retried")).isEqualTo(retried + 1);
        clock.forward(Duration.ofSeconds(100));
        String scraped = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(management.resolve("/q/metrics")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(value(scraped, "client_portal_notifications_waiting")).isGreaterThanOrEqualTo(1);
        assertThat(value(scraped, "client_portal_notifications_oldest_seconds")).isGreaterThanOrEqualTo(100);
        assertThat(scraped).contains("client_portal_notifications_total{kind=\"task_assigned\",outcome=\"sent\"");
    }

    private static double value(String scraped, String name) {
        return scraped.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in\n" + scraped));
    }

    private double counted(String outcome) {
        return meters
                .find("client_portal_notifications")
                .tags("kind", "task_assigned", "outcome", outcome)
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private Notification to(String user) {
        return new Notification(
                KeycloakStandIn.REALM,
                KeycloakStandIn.DOMAIN,
                company,
                user,
                NotificationKind.TASK_ASSIGNED,
                "https://portal.northwind.example/c/birch/tasks/1",
                "Sign the report",
                "By Friday.");
    }

    private void queue(String user) {
        requiringNew().run(() -> notifications.queue(to(user)));
    }

    /** One that another node has leased, for a minute from now. */
    private NotificationEntity waitingRow(String user) {
        return requiringNew().call(() -> {
            NotificationEntity row = NotificationEntity.of(to(user), clock.millis());
            row.dueAt += Duration.ofMinutes(1).toMillis();
            database.persist(row);
            return row;
        });
    }

    /** Leases it as another node would, which then says nothing more. */
    private NotificationEntity takenWhenDue(String user) {
        NotificationEntity row = row(user);
        return requiringNew().call(() -> {
            long lease = clock.millis() + Duration.ofMinutes(1).toMillis();
            database.createMutationQuery("update NotificationEntity set dueAt = :lease where id = :id")
                    .setParameter("lease", lease)
                    .setParameter("id", row.id)
                    .executeUpdate();
            row.dueAt = lease;
            return row;
        });
    }

    private Mail onlyMail() {
        await().until(() -> !keycloak.mails(company).isEmpty());
        assertThat(keycloak.mails(company)).hasSize(1);
        return keycloak.mails(company).get(0);
    }

    private void awaitState(String user, NotificationState state) {
        await().untilAsserted(() -> assertThat(row(user).state).isEqualTo(state));
    }

    /** That it was tried so often, and waits for the next time. */
    private void awaitAttempts(String user, int attempts) {
        await().untilAsserted(() -> {
            assertThat(row(user).attempts).isEqualTo(attempts);
            assertThat(row(user).state).isEqualTo(NotificationState.WAITING);
        });
    }

    private NotificationEntity row(String user) {
        return rows().stream()
                .filter(row -> row.userId.equals(user))
                .findFirst()
                .orElseThrow();
    }

    private List<NotificationEntity> rows() {
        return requiringNew().call(() -> database.createSelectionQuery(
                        "from NotificationEntity where companyId = :company", NotificationEntity.class)
                .setParameter("company", company)
                .getResultList());
    }
}
