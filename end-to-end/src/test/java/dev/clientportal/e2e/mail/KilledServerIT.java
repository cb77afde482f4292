package dev.clientportal.e2e.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.OwnStack;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Visitor;
import dev.clientportal.stack.LocalStack;
import dev.clientportal.stack.MailServer;
import dev.clientportal.stack.ReceivedMail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server dies between queueing and sending, and in the middle of an opening. */
class KilledServerIT {
    private static final String LINK_PATH = "/client-portal/link/";

    @RegisterExtension
    static final OwnStack STACK = OwnStack.toBreak();

    @BeforeEach
    void openPortal() {
        Portal.open();
    }

    @Test
    @Tag("S3")
    @Tag("S5")
    @Tag("S15")
    void mailsOfAKilledServerArriveOnceAndNothingUsableLayInTheDatabase() throws IOException {
        LocalStack stack = STACK.local();
        MailServer mailServer = stack.mailServer();
        Contact invited = Portal.newContact("birch-bakery");
        Contact asking = Portal.newContact("birch-bakery");
        mailServer.stop();
        Portal.ok(Portal.invite(invited));
        new Visitor().ask(asking.email());
        // Both have been tried, so secrets have been made and thrown away.
        for (Contact contact : new Contact[] {invited, asking}) {
            await().untilAsserted(() -> assertThat(Facts.waitingMails(contact))
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.path("reason").asText()).contains("cannot be reached")));
        }

        stack.kill();

        assertThat(databaseFiles()).containsKey("keycloak.mv.db").allSatisfy((file, content) -> assertThat(content)
                .doesNotContain(LINK_PATH));
        assertThat(databaseFiles().get("keycloak.mv.db"))
                .as("the search finds what is there")
                .contains(invited.email())
                .contains(asking.email())
                .contains(invited.id());
        mailServer.start();
        stack.restart();

        ReceivedMail invitation = await("the invitation")
                .until(() -> mailServer.receivedBy(invited.email()), mails -> !mails.isEmpty())
                .get(0);
        ReceivedMail login = await("the login mail")
                .until(() -> mailServer.receivedBy(asking.email()), mails -> !mails.isEmpty())
                .get(0);
        await().untilAsserted(() -> {
            assertThat(Facts.ledger(invited))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.path("state").asText()).isEqualTo("SENT"));
            assertThat(Facts.waitingMails(asking)).isEmpty();
        });
        String secret = secret(invitation);
        String loginSecret = secret(login);
        String code = Mailbox.code(login);
        assertNowhere(secret, loginSecret, code);

        Visitor visitor = new Visitor();
        visitor.use(Mailbox.link(invitation));
        assertThat(visitor.isSignedIn()).as("the invitation works").isTrue();
        Visitor loggingIn = new Visitor();
        loggingIn.use(Mailbox.link(login));
        assertThat(loggingIn.isSignedIn()).as("the login link works").isTrue();
        assertNowhere(secret, loginSecret, code);
        assertThat(mailServer.receivedBy(invited.email())).hasSize(1);
        assertThat(mailServer.receivedBy(asking.email())).hasSize(1);

        stack.kill();
        assertThat(databaseFiles()).allSatisfy((file, content) -> assertThat(content)
                .doesNotContain(LINK_PATH, secret, loginSecret)
                .doesNotContainPattern(asAWord(code)));
        assertThat(Files.readString(stack.logFile()))
                .doesNotContain(LINK_PATH, secret, loginSecret)
                .doesNotContain(invited.email(), asking.email());
        stack.restart();
    }

    @Test
    @Tag("B11")
    @Tag("D5")
    void openingOfAKilledServerIsFinishedByTheNextAndInvitesNobodyTwice() {
        LocalStack stack = STACK.local();
        Contact contact = Portal.newContact("birch-bakery");
        List<String> companies = new ArrayList<>(List.of(contact.companyId()));
        IntStream.range(1, 1000).forEach(i -> companies.add(UUID.randomUUID().toString()));
        String openings = Portal.ADMIN + "/openings";
        String id = Portal.ok(Portal.mia().post(openings, Map.of("companies", companies, "invite", true)))
                .json()
                .path("id")
                .asText();
        await().until(() -> done(openings + "/" + id) > 0);

        stack.kill();
        stack.restart();

        assertThat(done(openings + "/" + id)).isBetween(1L, 999L);
        TestSupport.moveClock(Duration.ofMinutes(3)); // the lease of the dead one has run out
        TestSupport.runTimer("client-portal-openings");
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        Portal.ok(Portal.mia().get(openings + "/" + id)).json().hasNonNull("finishedAt"));
        TestSupport.resetClock();
        assertThat(done(openings + "/" + id)).isEqualTo(1000);
        assertThat(TestSupport.select("SELECT OUTCOME, COUNT(*) AS N FROM CP_OPENING_ROW WHERE OPENING_ID = '" + id
                        + "' AND NUMBER_IN_COMPANY = 0 GROUP BY OUTCOME ORDER BY OUTCOME"))
                .extracting(row ->
                        row.path("outcome").asText() + " " + row.path("n").asInt())
                .containsExactly("already_open 1", "not_found 999");
        assertThat(Facts.ledger(contact)).hasSize(1);
    }

    private static long done(String opening) {
        return Portal.ok(Portal.mia().get(opening)).json().path("done").asLong();
    }

    /** In no table, ours or Keycloak's. */
    private static void assertNowhere(String secret, String loginSecret, String code) {
        Pattern codeAsAWord = asAWord(code);
        assertThat(allRows())
                .containsKeys("CP_LINK", "CP_MAIL", "USER_ENTITY", "EVENT_ENTITY")
                .allSatisfy((table, rows) -> assertThat(rows)
                        .doesNotContain(LINK_PATH, secret, loginSecret)
                        .doesNotContainPattern(codeAsAWord));
    }

    private static Map<String, String> allRows() {
        var tables = new TreeMap<String, String>();
        JsonNode names =
                TestSupport.select("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'PUBLIC'");
        names.forEach(name -> {
            String table = name.path("table_name").asText();
            tables.put(
                    table, TestSupport.select("SELECT * FROM \"" + table + "\"").toString());
        });
        return tables;
    }

    /** The database as it lies on the disk, also what its tables do not show any more; one character a byte. */
    private static Map<String, String> databaseFiles() throws IOException {
        var files = new TreeMap<String, String>();
        try (Stream<Path> paths = Files.list(STACK.local().dataDir().resolve("h2"))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(
                        path.getFileName().toString(),
                        new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    private static String secret(ReceivedMail mail) {
        return Mailbox.link(mail).replaceAll(".*/", "");
    }

    /** The six digits may stand inside a hash, an id or a time by chance. */
    private static Pattern asAWord(String code) {
        return Pattern.compile("(?<![0-9a-f-])" + code.substring(0, 3) + " ?" + code.substring(3) + "(?![0-9a-f-])");
    }
}
