package dev.clientportal.e2e.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestFirm;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Visitor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our rows go with what they belong to, and those that are over go by time. */
abstract class CleanUpTests {
    private static final String ORGANIZATIONS = "/admin/realms/northwind/organizations/";
    private static final Pattern COLUMN = Pattern.compile("\\b[A-Z]+_[A-Z]+\\b");
    private static final int LEDGER_DAYS = 45;

    private TestFirm firm;

    @BeforeEach
    void openPortal() {
        Portal.open();
    }

    @AfterEach
    void end() {
        TestSupport.resetClock();
        if (firm != null) {
            firm.remove();
        }
    }

    @Test
    void removedRealmTakesAllItsRowsWithIt() throws IOException {
        openFirm();
        closeAndReopenFirm();
        Portal.ok(Portal.administrator()
                .send(Portal.administrator()
                        .request(firm.admin() + "/firm/logo")
                        .header("Content-Type", "image/png")
                        .PUT(BodyPublishers.ofByteArray(picture()))));
        Portal.ok(Portal.administrator().put(firm.admin() + "/firm/texts/reminder", Map.of("subject", "A word")));
        open(Portal.administrator(), firm.admin(), inviteSomebody().companyId());
        String realmId = realmId();
        String where = "REALM_ID = '" + realmId + "'";
        assertThat(rows(where))
                .containsOnlyKeys(
                        "CP_ACCESS_LOG",
                        "CP_CLOSING",
                        "CP_COMPANY",
                        "CP_CONTACT",
                        "CP_FIRM",
                        "CP_FIRM_IMAGE",
                        "CP_FIRM_TEXT",
                        "CP_LIMIT",
                        "CP_LINK",
                        "CP_MAIL",
                        "CP_OPENING",
                        "CP_OPENING_ROW",
                        "CP_RECORD");
        Map<String, Integer> others = rows("REALM_ID <> '" + realmId + "'");

        firm.remove();
        firm = null;

        assertThat(rows(where)).isEmpty();
        assertThat(rows("REALM_ID <> '" + realmId + "'")).isEqualTo(others);
    }

    @Test
    void removedCompanyTakesItsRowsWithIt() {
        String company = Portal.newCompany();
        Portal.ok(Portal.mia().post(Portal.ADMIN + "/companies/" + company + "/deactivate"));
        Portal.ok(Portal.mia().post(Portal.ADMIN + "/companies/" + company + "/activate"));
        Contact contact = invited(company);
        Contact alsoElsewhere = Portal.addContact("cedar-cycles", contact.email());
        open(Portal.mia(), Portal.ADMIN, company);
        String where = "ORG_ID = '" + company + "'";
        assertThat(rows(where))
                .isEqualTo(Map.of(
                        "CP_COMPANY",
                        1,
                        "CP_CLOSING",
                        1,
                        "CP_ACCESS_LOG",
                        1,
                        "CP_CONTACT",
                        1,
                        "CP_LINK",
                        1,
                        "CP_MAIL",
                        1,
                        "CP_OPENING_ROW",
                        2,
                        "CP_RECORD",
                        3));

        Portal.ok(Portal.mia().delete(ORGANIZATIONS + company));

        assertThat(rows(where)).isEmpty();
        assertThat(Facts.contact(alsoElsewhere).path("state").asText()).isEqualTo("ENABLED");
    }

    @Test
    void removedUserTakesTheirRowsOfEveryCompanyWithThem() {
        Contact contact = invitedTwiceAndLoggedIn();
        Contact colleague = invited(contact.companyId());
        String where = "USER_ID = '" + contact.id() + "'";
        assertThat(rows(where))
                .isEqualTo(Map.of("CP_ACCESS_LOG", 2, "CP_CONTACT", 2, "CP_LINK", 3, "CP_MAIL", 3, "CP_RECORD", 6));

        Portal.ok(Portal.mia().delete("/admin/realms/northwind/users/" + contact.id()));

        assertThat(rows(where)).isEmpty();
        assertThat(rows("USER_ID = '" + colleague.id() + "'"))
                .isEqualTo(Map.of("CP_ACCESS_LOG", 1, "CP_CONTACT", 1, "CP_LINK", 1, "CP_MAIL", 1, "CP_RECORD", 3));
    }

    @Test
    void endedMembershipTakesItsRowsWithIt() {
        Contact contact = invitedTwiceAndLoggedIn();
        String user = "USER_ID = '" + contact.id() + "'";
        String here = user + " AND ORG_ID = '" + contact.companyId() + "'";
        assertThat(rows(here))
                .isEqualTo(Map.of("CP_ACCESS_LOG", 1, "CP_CONTACT", 1, "CP_LINK", 1, "CP_MAIL", 1, "CP_RECORD", 3));

        Portal.ok(Portal.mia().delete(ORGANIZATIONS + contact.companyId() + "/members/" + contact.id()));

        assertThat(rows(here)).isEmpty();
        assertThat(rows(user))
                .as("the other company's")
                .isEqualTo(Map.of("CP_ACCESS_LOG", 1, "CP_CONTACT", 1, "CP_LINK", 2, "CP_MAIL", 2, "CP_RECORD", 3));
    }

    @Test
    void mailsThatOtherSystemsAskedForGoWithTheLedgerAndWithTheMembership() {
        openFirm();
        firm.addPortalClient("portal", List.of("https://portal.firm.example/*"));
        Contact contact = inviteSomebody();
        String where = "USER_ID = '" + contact.id() + "'";
        notice(contact);
        assertThat(rows(where)).containsEntry("CP_MAIL", 2).containsEntry("CP_LINK", 2);
        cleanUpAfter(Duration.ofDays(LEDGER_DAYS - 1));
        assertThat(rows(where)).containsEntry("CP_MAIL", 2).containsEntry("CP_LINK", 2);

        cleanUpAfter(Duration.ofDays(LEDGER_DAYS + 1));
        assertThat(rows(where)).doesNotContainKeys("CP_MAIL", "CP_LINK");

        TestSupport.resetClock();
        notice(contact);
        assertThat(rows(where)).containsEntry("CP_MAIL", 1).containsEntry("CP_LINK", 1);
        Portal.ok(Portal.administrator()
                .delete("/admin/realms/" + firm.realm() + "/organizations/" + contact.companyId() + "/members/"
                        + contact.id()));
        assertThat(rows(where)).doesNotContainKeys("CP_MAIL", "CP_LINK");
    }

    private void notice(Contact contact) {
        Portal.ok(Portal.administrator()
                .post(
                        firm.path(contact) + "/mails",
                        Map.of("kind", "reminder", "title", "Soon", "target", "https://portal.firm.example/")));
        awaitSent(contact.id());
    }

    @Test
    void limitsGoWhenTheirWindowIsOver() {
        openFirm();
        inviteSomebody();
        String where = "REALM_ID = '" + realmId() + "'";
        assertThat(rows(where)).containsEntry("CP_LIMIT", 1);

        cleanUpAfter(Duration.ofHours(23));
        assertThat(rows(where)).containsEntry("CP_LIMIT", 1);

        cleanUpAfter(Duration.ofHours(25));
        assertThat(rows(where)).doesNotContainKey("CP_LIMIT").containsEntry("CP_LINK", 1);
    }

    @Test
    void loginLinksCodesAndTheirMailsGoAfterThirtyDaysAndInvitationsStay() {
        Contact contact = invited(Portal.company("birch-bakery"));
        loggedIn(contact);
        String where = "USER_ID = '" + contact.id() + "'";
        assertThat(rows(where))
                .isEqualTo(Map.of("CP_ACCESS_LOG", 1, "CP_CONTACT", 1, "CP_LINK", 2, "CP_MAIL", 2, "CP_RECORD", 3));

        cleanUpAfter(Duration.ofDays(29));
        assertThat(rows(where))
                .isEqualTo(Map.of("CP_ACCESS_LOG", 1, "CP_CONTACT", 1, "CP_LINK", 2, "CP_MAIL", 2, "CP_RECORD", 3));

        assertThat(cleanUpAfter(Duration.ofDays(31))).isGreaterThanOrEqualTo(2);
        assertThat(rows(where))
                .isEqualTo(Map.of("CP_ACCESS_LOG", 1, "CP_CONTACT", 1, "CP_LINK", 1, "CP_MAIL", 1, "CP_RECORD", 3));
        assertThat(rows(where + " AND CODE_HASH IS NOT NULL")).isEmpty();
        assertThat(Facts.ledger(contact))
                .singleElement()
                .satisfies(entry -> assertThat(entry.path("state").asText()).isEqualTo("EXPIRED"));
    }

    @Test
    void ledgerGoesWhenTheFirmsRetentionIsOverAndOtherFirmsKeepTheirs() {
        openFirm();
        closeAndReopenFirm();
        String closings = "REALM_ID = '" + realmId() + "' AND STARTED_AT > 0";
        await().until(() -> rows(closings + " AND FINISHED_AT IS NOT NULL").equals(Map.of("CP_CLOSING", 1)));
        open(Portal.administrator(), firm.admin(), firm.newCompany());
        Contact contact = inviteSomebody();
        Contact ofNorthwind = invited(Portal.company("birch-bakery"));
        String where = "USER_ID = '" + contact.id() + "'";
        assertThat(rows(where))
                .isEqualTo(Map.of("CP_ACCESS_LOG", 1, "CP_CONTACT", 1, "CP_LINK", 1, "CP_MAIL", 1, "CP_RECORD", 3));

        cleanUpAfter(Duration.ofDays(LEDGER_DAYS - 1));
        assertThat(rows(closings)).isEqualTo(Map.of("CP_CLOSING", 1, "CP_OPENING", 1));
        assertThat(rows(where))
                .isEqualTo(Map.of("CP_ACCESS_LOG", 1, "CP_CONTACT", 1, "CP_LINK", 1, "CP_MAIL", 1, "CP_RECORD", 3));

        cleanUpAfter(Duration.ofDays(LEDGER_DAYS + 1));
        assertThat(rows(closings)).isEmpty();
        assertThat(rows("REALM_ID = '" + realmId() + "' AND OPENING_ID IS NOT NULL"))
                .as("of the opening")
                .isEmpty();
        assertThat(rows(where)).isEqualTo(Map.of("CP_CONTACT", 1, "CP_RECORD", 3));
        assertThat(rows("REALM_ID = '" + realmId() + "'"))
                .containsEntry("CP_FIRM", 1)
                .containsEntry("CP_COMPANY", 2);
        assertThat(rows("USER_ID = '" + ofNorthwind.id() + "'"))
                .as("a firm that keeps its ledger for two years")
                .isEqualTo(Map.of("CP_ACCESS_LOG", 1, "CP_CONTACT", 1, "CP_LINK", 1, "CP_MAIL", 1, "CP_RECORD", 3));
    }

    @Test
    void cleanUpRunsByItself() {
        Contact contact = Portal.newContact("birch-bakery");
        loggedIn(contact);
        String where = "USER_ID = '" + contact.id() + "'";
        assertThat(rows(where))
                .isEqualTo(Map.of("CP_ACCESS_LOG", 1, "CP_CONTACT", 1, "CP_LINK", 1, "CP_MAIL", 1, "CP_RECORD", 3));
        TestSupport.moveClock(Duration.ofDays(31));

        TestSupport.runTimer("client-portal-cleanup");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(rows(where))
                .isEqualTo(Map.of("CP_ACCESS_LOG", 1, "CP_CONTACT", 1, "CP_RECORD", 3)));
    }

    /** How many rows each of our tables has that can be asked so; a table that comes later is counted as well. */
    /** Opens it in the background, as the console does with many, and waits until that is told. */
    private static void open(Api staff, String admin, String company) {
        String id = Portal.ok(staff.post(admin + "/openings", Map.of("companies", List.of(company), "silent", true)))
                .json()
                .path("id")
                .asText();
        await().until(() ->
                Portal.ok(staff.get(admin + "/openings/" + id)).json().hasNonNull("finishedAt"));
    }

    /** Our tables that have such rows, with how many. */
    private static Map<String, Integer> rows(String where) {
        var counts = new TreeMap<String, Integer>();
        for (String table : tables(where)) {
            int count = TestSupport.select("SELECT COUNT(*) N FROM " + table + " WHERE " + where)
                    .path(0)
                    .path("n")
                    .asInt();
            if (count > 0) counts.put(table, count);
        }
        return counts;
    }

    /** Our tables that have all the columns of the condition. */
    private static List<String> tables(String where) {
        List<String> wanted = COLUMN.matcher(where.replaceAll("'.*?'", ""))
                .results()
                .map(MatchResult::group)
                .toList();
        var columns = new TreeMap<String, Set<String>>();
        for (JsonNode column : TestSupport.select("SELECT UPPER(TABLE_NAME) AS T, UPPER(COLUMN_NAME) AS C"
                + " FROM INFORMATION_SCHEMA.COLUMNS WHERE UPPER(TABLE_NAME) LIKE 'CP\\_%'")) {
            columns.computeIfAbsent(column.path("t").asText(), table -> new HashSet<>())
                    .add(column.path("c").asText());
        }
        return columns.entrySet().stream()
                .filter(table -> table.getValue().containsAll(wanted))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int cleanUpAfter(Duration time) {
        TestSupport.moveClock(time);
        return TestSupport.cleanUp();
    }

    /** A contact of the company whose invitation was sent. */
    private static Contact invited(String companyId) {
        Contact contact = Portal.addContactTo(companyId, "contact." + UUID.randomUUID() + "@client.example");
        Visitor.invitation(contact);
        awaitSent(contact.id());
        return contact;
    }

    /** A contact of two companies, invited into each, who has asked for a login as well. */
    private static Contact invitedTwiceAndLoggedIn() {
        Contact contact = invited(Portal.company("birch-bakery"));
        Contact elsewhere = Portal.addContact("cedar-cycles", contact.email());
        TestSupport.moveClock(Duration.ofSeconds(61));
        Visitor.invitation(elsewhere);
        loggedIn(contact);
        return contact;
    }

    private static void loggedIn(Contact contact) {
        TestSupport.moveClock(Duration.ofSeconds(122));
        Visitor visitor = new Visitor();
        Answer page = visitor.use(Mailbox.link(visitor.askedMail(contact.email())));
        if (!visitor.isSignedIn()) visitor.choose(page, contact.companyId());
        assertThat(visitor.isSignedIn()).isTrue();
        awaitSent(contact.id());
    }

    private static void awaitSent(String userId) {
        await().until(() -> TestSupport.select(
                        "SELECT ID FROM CP_MAIL WHERE STATE <> 'SENT' AND USER_ID = '" + userId + "'")
                .isEmpty());
    }

    private void closeAndReopenFirm() {
        Portal.ok(Portal.administrator().post(firm.admin() + "/firm/deactivate"));
        Portal.ok(Portal.administrator().post(firm.admin() + "/firm/activate"));
    }

    /** A firm of its own that keeps its ledger for a while only. */
    private void openFirm() {
        firm = TestFirm.create();
        Portal.ok(Portal.administrator()
                .put(
                        "/admin/realms/" + firm.realm(),
                        Map.of(
                                "smtpServer",
                                Map.of(
                                        "host", Stack.local().smtpHost(),
                                        "port", Integer.toString(Stack.local().smtpPort()),
                                        "from", "portal@firm.example"))));
        Portal.ok(firm.save(Map.of(
                "domain",
                firm.realm() + ".example",
                "name",
                "A firm",
                "ledgerDays",
                LEDGER_DAYS,
                "version",
                firm.settings().json().path("version").asInt())));
        Portal.ok(firm.activate());
    }

    private Contact inviteSomebody() {
        Contact contact = firm.addContact(firm.newCompany());
        Mailbox mailbox = Mailbox.of(contact.email());
        Portal.ok(Portal.administrator().post(firm.path(contact) + "/invitations"));
        mailbox.next();
        awaitSent(contact.id());
        return contact;
    }

    private String realmId() {
        JsonNode realm = Portal.ok(Portal.administrator().get("/admin/realms/" + firm.realm()))
                .json();
        return realm.path("id").asText();
    }

    private static byte[] picture() throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }
}
