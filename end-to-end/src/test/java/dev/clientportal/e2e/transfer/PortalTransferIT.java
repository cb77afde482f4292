package dev.clientportal.e2e.transfer;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static dev.clientportal.e2e.transfer.PortalFiles.copyOf;
import static dev.clientportal.e2e.transfer.PortalFiles.export;
import static dev.clientportal.e2e.transfer.PortalFiles.file;
import static dev.clientportal.e2e.transfer.PortalFiles.imported;
import static dev.clientportal.e2e.transfer.PortalFiles.staff;
import static dev.clientportal.e2e.transfer.PortalFiles.tryImport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Json;
import dev.clientportal.e2e.OidcLogin;
import dev.clientportal.e2e.Parallel;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestFirm;
import dev.clientportal.e2e.Tokens;
import dev.clientportal.e2e.Visitor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A realm's portal state goes into another realm, whose organizations and users have other ids. */
@ExtendWith(Stack.class)
class PortalTransferIT {
    private static final String ANY_STATE = "ENABLED";

    private final List<TestFirm> firms = new ArrayList<>();
    private TestFirm source;

    @BeforeEach
    void openFirm() {
        source = TestFirm.create();
        firms.add(source);
        Portal.ok(source.save(Map.of("domain", "transfer-" + UUID.randomUUID() + ".example")));
        Portal.ok(source.activate());
    }

    @AfterEach
    void removeFirms() {
        firms.forEach(TestFirm::remove);
    }

    @Test
    @Tag("S3")
    void wholeStateComesOutOfTheOtherRealmAsItWentIn() {
        Contact blocked = fillSource();
        TestFirm target = copy();
        String file = export(source);
        removeSource();

        JsonNode report = imported(target, file);

        assertThat(export(target)).isEqualTo(file);
        assertThat(report.path("firm")).isEqualTo(counts(1, 0, 0, 0));
        assertThat(report.path("companies")).isEqualTo(counts(2, 0, 0, 0));
        assertThat(report.path("contacts")).isEqualTo(counts(5, 0, 0, 0));
        assertThat(report.path("skipped")).isEmpty();
        assertThat(report.path("unknownAuthors")).isEmpty();
        assertThat(file)
                .contains("\"by\":\"maria\"", "\"BLOCKED\"", "\"DISABLED\"", "\"mustAccept\":true", "\"silent\":true")
                .contains(
                        "\"SIGN_DOCUMENTS\"",
                        "\"ignoredAt\"",
                        "\"logo\":\"iVBOR",
                        "{{firstName}}",
                        "\"externalId\":\"Ä 17\"",
                        "\"texts\":{\"reminder\":")
                .doesNotContainIgnoringCase("secret", "hash", "link");
        assertThat(contact(target, blocked.email()).path("state").asText()).isEqualTo("BLOCKED");
        assertThat(Portal.ok(target.settings()).json().path("active").asBoolean())
                .isTrue();
        assertThat(events(target)).singleElement().satisfies(event -> {
            assertThat(event.path("resourceType").asText()).isEqualTo("CLIENT_PORTAL_FIRM");
            assertThat(event.path("operationType").asText()).isEqualTo("ACTION");
            assertThat(event.path("details").path("contacts_created").asText()).isEqualTo("5");
        });
    }

    @Test
    void secondImportChangesNothing() {
        fillSource();
        TestFirm target = copy();
        String file = export(source);
        removeSource();
        imported(target, file);
        int version = target.settings().json().path("version").asInt();

        JsonNode again = imported(target, file);

        assertThat(again.path("firm")).isEqualTo(counts(0, 0, 1, 0));
        assertThat(again.path("companies")).isEqualTo(counts(0, 0, 2, 0));
        assertThat(again.path("contacts")).isEqualTo(counts(0, 0, 5, 0));
        assertThat(export(target)).isEqualTo(file);
        assertThat(target.settings().json().path("version").asInt()).isEqualTo(version);
        assertThat(events(target)).hasSize(1);
    }

    @Test
    void entriesWithoutTheirCompanyUserOrMembershipAreReportedAndStopNobody() {
        String company = source.newCompany();
        Contact good = source.addContact(company);
        Contact elsewhere = source.addContact(source.newCompany());
        String alias = alias(company);
        String before = export(source);

        JsonNode report = imported(
                source,
                file(
                                List.of(
                                        Map.of("company", "nobodys", "active", true),
                                        Map.of("company", alias, "active", false)),
                                List.of(
                                        contactEntry("nobodys", good.email(), ANY_STATE),
                                        contactEntry(alias, "nobody@client.example", ANY_STATE),
                                        contactEntry(alias, elsewhere.email(), ANY_STATE),
                                        with(
                                                contactEntry(alias, good.email(), "DISABLED"),
                                                "log",
                                                List.of(Map.of(
                                                        "act", "DISABLED", "at", 1767225600000L, "by", "gone")))))
                        .toString());

        assertThat(report.path("companies")).isEqualTo(counts(0, 1, 0, 1));
        assertThat(report.path("contacts")).isEqualTo(counts(0, 1, 0, 3));
        assertThat(Facts.list(report.path("skipped")))
                .extracting(
                        row -> row.path("section").asText(),
                        row -> row.path("index").asInt(),
                        row -> row.path("company").asText(),
                        row -> row.path("username").asText(),
                        row -> row.path("reason").asText())
                .containsExactly(
                        tuple("companies", 0, "nobodys", "", "no_organization"),
                        tuple("contacts", 0, "nobodys", good.email(), "no_organization"),
                        tuple("contacts", 1, alias, "nobody@client.example", "no_user"),
                        tuple("contacts", 2, alias, elsewhere.email(), "not_a_member"));
        assertThat(report.path("unknownAuthors")).isEqualTo(Json.tree(List.of("gone")));
        assertThat(contact(source, good.email()).path("state").asText()).isEqualTo("DISABLED");
        assertThat(contactIn(export(source), elsewhere.email())).isEqualTo(contactIn(before, elsewhere.email()));
    }

    @Test
    @Tag("D4")
    void externalIdsStayWithTheirCompanies() {
        String first = alias(source.newCompany());
        String second = alias(source.newCompany());
        Portal.ok(Portal.administrator()
                .post(source.admin() + "/companies", Map.of("alias", first, "externalId", "First")));
        String before = export(source);

        JsonNode report = imported(
                source,
                file(
                                List.of(
                                        Map.of("company", first, "active", true),
                                        Map.of("company", first, "active", true, "externalId", "Other"),
                                        Map.of("company", second, "active", true, "externalId", "First"),
                                        Map.of("company", second, "active", true, "externalId", "Second"),
                                        Map.of("company", first, "active", true, "externalId", "Second")),
                                List.of())
                        .toString());

        assertThat(report.path("companies")).isEqualTo(counts(0, 2, 0, 3));
        assertThat(report.path("skipped").findValuesAsText("reason")).containsOnly("external_id_used");
        assertThat(before).contains("\"externalId\":\"First\"");
        assertThat(export(source)).contains("\"externalId\":\"First\"", "\"externalId\":\"Second\"");
    }

    @Test
    @Tag("S15")
    void wrongEntriesAreSkippedWithTheirFieldAndNothingOfThemIsWritten() {
        String company = source.newCompany();
        Contact contact = source.addContact(company);
        Contact good = source.addContact(company);
        String alias = alias(company);
        Map<String, Object> right = contactEntry(alias, contact.email(), "BLOCKED");
        String before = contactIn(export(source), contact.email()).toString();
        Map<Map<String, Object>, String> wrong = new LinkedHashMap<>();
        wrong.put(with(right, "company", "ä".repeat(10_240)), "company");
        wrong.put(with(right, "username", "ä".repeat(10_240)), "username");
        wrong.put(with(right, "username", "x\u0000y"), "username");
        wrong.put(with(right, "username", 1), "username");
        wrong.put(with(right, "state", "OPEN"), "state");
        wrong.put(with(right, "state", 1), "state");
        wrong.put(with(right, "silent", "true"), "silent");
        wrong.put(with(right, "withheld", List.of("FLY")), "withheld");
        wrong.put(with(right, "changedAt", "yesterday"), "changedAt");
        wrong.put(with(right, "changedAt", -1), "changedAt");
        wrong.put(with(right, "changedAt", Long.MAX_VALUE), "changedAt");
        wrong.put(with(right, "secretHash", "x"), "secretHash");
        wrong.put(with(right, "record", Map.of("firstName", Map.of("recordedAt", 1))), "record.firstName.value");
        wrong.put(
                with(right, "record", Map.of("firstName", Map.of("value", "x".repeat(10_240), "recordedAt", 1))),
                "record.firstName.value");
        wrong.put(with(right, "log", List.of(Map.of("act", "BLOCKED"))), "log[0].at");
        wrong.put(with(right, "log", List.of(Map.of("act", "BLOCKED", "at", 1, "byId", "a b"))), "log[0].byId");
        List<Object> entries = new ArrayList<>(wrong.keySet());
        entries.add(contactEntry(alias, good.email(), "BLOCKED"));

        Answer answer = tryImport(
                source, file(List.of(Map.of("company", alias)), entries).toString());

        JsonNode report = Portal.ok(answer).json();
        assertThat(report.path("contacts")).isEqualTo(counts(0, 1, 0, wrong.size()));
        assertThat(report.path("companies")).isEqualTo(counts(0, 0, 0, 1));
        List<JsonNode> skipped = Facts.list(report.path("skipped"));
        assertThat(skipped.get(0).path("field").asText()).isEqualTo("active");
        assertThat(skipped.subList(1, skipped.size()))
                .allSatisfy(row -> assertThat(row.path("reason").asText()).isEqualTo("invalid"))
                .zipSatisfy(
                        wrong.values(),
                        (row, field) -> assertThat(row.path("field").asText()).startsWith(field));
        assertThat(answer.body()).doesNotContain("ää", "jackson", "dev.clientportal");
        assertThat(contactIn(export(source), contact.email()).toString()).isEqualTo(before);
        assertThat(contact(source, good.email()).path("state").asText()).isEqualTo("BLOCKED");
    }

    @Test
    void fileThatBreaksOffSaysWhereAndTheWholeOneFinishesTheWork() {
        String company = source.newCompany();
        String alias = alias(company);
        TestFirm target = manyMembers(alias, 250);
        String whole = everySecondBlocked(alias, 250);
        String cut = whole.substring(0, whole.indexOf(name(150)));

        JsonNode problem = assertProblem(tryImport(target, cut), 400, "invalid");

        assertThat(problem.path("field").asText()).isEqualTo("contacts[150]");
        assertThat(problem.path("line").asInt()).isEqualTo(1);
        assertThat(problem.path("column").asInt()).isBetween(cut.length() - 50, cut.length() + 2);
        assertThat(Json.parse(export(target)).path("contacts")).hasSize(100);
        assertThat(events(target)).hasSize(1);

        JsonNode report = imported(target, whole);

        assertThat(report.path("contacts")).isEqualTo(counts(150, 0, 100, 0));
        assertThat(Json.parse(export(target)).path("contacts")).hasSize(250);
        assertThat(imported(target, whole).path("contacts")).isEqualTo(counts(0, 0, 250, 0));
    }

    @Test
    void twoImportsAtOnceAreOne() {
        String alias = "both-" + UUID.randomUUID();
        TestFirm target = manyMembers(alias, 150);
        String whole = everySecondBlocked(alias, 150);

        List<JsonNode> reports = Parallel.calls(2, i -> imported(target, whole));

        assertThat(reports).allSatisfy(report -> {
            JsonNode contacts = report.path("contacts");
            assertThat(contacts.path("created").asInt()
                            + contacts.path("unchanged").asInt())
                    .isEqualTo(150);
            assertThat(report.path("skipped")).isEmpty();
        });
        assertThat(reports.stream()
                        .mapToInt(report ->
                                report.path("contacts").path("created").asInt())
                        .sum())
                .isEqualTo(150);
        assertThat(imported(target, whole).path("contacts")).isEqualTo(counts(0, 0, 150, 0));
    }

    @Test
    void otherFormatsAndOtherTypesAreRefused() {
        String before = export(source);
        assertProblem(tryImport(source, before.replace("\"version\":1", "\"version\":2")), 400, "unknown-format");
        assertProblem(tryImport(source, before.replace("client-portal\"", "other\"")), 400, "unknown-format");
        assertProblem(tryImport(source, before.replace("\"version\":1,", "")), 400, "invalid");
        assertProblem(tryImport(source, before + "{}"), 400, "invalid");
        assertProblem(tryImport(source, "{\"contacts\":[" + "[".repeat(20_000)), 400, "invalid");
        assertProblem(tryImport(source, ""), 400, "invalid");
        assertProblem(
                Portal.administrator()
                        .send(Portal.administrator()
                                .request(source.admin() + "/import")
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString(before))),
                415,
                "unsupported-type");
        assertThat(export(source)).isEqualTo(before);
    }

    @Test
    @Tag("A3")
    void domainOfAnotherFirmIsNotTakenAndNothingOfTheFirmIsWritten() {
        String company = source.newCompany();
        Contact contact = source.addContact(company);
        TestFirm target = copy();

        JsonNode report = imported(target, export(source));

        assertThat(report.path("firm")).isEqualTo(counts(0, 0, 0, 1));
        assertThat(report.path("skipped").path(0).path("reason").asText()).isEqualTo("domain_taken");
        assertThat(report.path("skipped").path(0).path("field").asText()).isEqualTo("domain");
        assertThat(Json.parse(export(target)).has("firm")).isFalse();
        assertThat(report.path("contacts")).isEqualTo(counts(1, 0, 0, 0));
        assertThat(contact(target, contact.email()).path("state").asText()).isEqualTo("ENABLED");
    }

    @Test
    @Tag("A2")
    @Tag("S16")
    void firmFollowsTheRulesOfItsSettings() {
        ObjectNode right = (ObjectNode) Json.parse(export(source)).path("firm");
        String before = export(source);
        Map<String, Object> wrong = new LinkedHashMap<>();
        wrong.put("domain", "not a host");
        wrong.put("primaryColor", "red");
        wrong.put("portalClientId", "no-such-client");
        wrong.put("timeZone", "Mars/Olympus");
        wrong.put("invitationValidity", 5);
        wrong.put("invitationText", "{{password}}");
        wrong.put("ledgerDays", 1);
        wrong.put("name", "n".repeat(10_240));
        wrong.put("logo", "no base64!");
        wrong.put("active", "yes");
        wrong.put("texts", Map.of("no_such_kind", Map.of("subject", "Hello")));
        wrong.forEach((field, value) -> {
            ObjectNode firm = right.deepCopy();
            firm.put("name", "Changed").putPOJO(field, value);
            JsonNode report = imported(source, ofFirm(firm));
            assertThat(report.path("firm")).as(field).isEqualTo(counts(0, 0, 0, 1));
            assertThat(report.path("skipped").path(0).path("field").asText()).isEqualTo(field);
        });
        ObjectNode svg = right.deepCopy().put("icon", "PHN2Zz48L3N2Zz4=");
        assertThat(imported(source, ofFirm(svg))
                        .path("skipped")
                        .path(0)
                        .path("reason")
                        .asText())
                .isEqualTo("unsupported_image");
        ObjectNode noDomain = right.deepCopy().without(List.of("domain"));
        assertThat(imported(source, ofFirm(noDomain))
                        .path("skipped")
                        .path(0)
                        .path("reason")
                        .asText())
                .isEqualTo("settings_incomplete");
        assertThat(export(source)).isEqualTo(before);

        JsonNode closed = imported(source, ofFirm(right.deepCopy().put("active", false)));

        assertThat(closed.path("firm")).isEqualTo(counts(0, 1, 0, 0));
        assertThat(source.settings().json().path("active").asBoolean()).isFalse();
    }

    @Test
    @Tag("S11")
    @Tag("B3")
    void whomTheImportBlocksIsLockedOutAndNobodyElse() {
        Portal.open();
        String company = Portal.newCompany();
        Contact blocked = Portal.addContactTo(company, "blocked." + UUID.randomUUID() + "@client.example");
        Contact same = Portal.addContactTo(company, "same." + UUID.randomUUID() + "@client.example");
        Tokens ofBlocked = signedIn(blocked);
        Tokens ofSame = signedIn(same);
        String whole = Portal.ok(Portal.mia().get(Portal.ADMIN + "/export")).body();
        ObjectNode changed = contactIn(whole, blocked.email());
        changed.put("state", "BLOCKED");

        Answer answer = tryImport(
                Portal.mia(),
                Portal.ADMIN,
                file(List.of(), List.of(changed, contactIn(whole, same.email())))
                        .toString());

        assertThat(Portal.ok(answer).json().path("contacts")).isEqualTo(counts(0, 1, 1, 0));
        assertThat(Facts.sessions(blocked)).isEmpty();
        assertThat(ofBlocked.tryRefresh().status()).isEqualTo(400);
        assertThat(Facts.contact(blocked).path("state").asText()).isEqualTo("BLOCKED");
        assertThat(Portal.ok(Portal.mia().get(Portal.ADMIN + "/companies/" + company + "/evidence"))
                        .json()
                        .findValuesAsText("event"))
                .as("the file does not say who blocked, so the import did")
                .contains("BLOCKED");
        assertThat(Facts.sessions(same)).isNotEmpty();
        assertThat(ofSame.tryRefresh().status()).isEqualTo(200);
    }

    @Test
    @Tag("B2")
    void openInvitationOfWhomTheImportDisablesEnds() {
        Portal.open();
        Contact contact = Portal.addContactTo(Portal.newCompany(), "open." + UUID.randomUUID() + "@client.example");
        Visitor.invitation(contact);
        assertThat(Facts.liveLinks(contact)).hasSize(1);
        String whole = Portal.ok(Portal.mia().get(Portal.ADMIN + "/export")).body();
        ObjectNode changed = contactIn(whole, contact.email());

        Portal.ok(tryImport(
                Portal.mia(),
                Portal.ADMIN,
                file(List.of(), List.of(changed.put("state", "DISABLED"))).toString()));

        assertThat(Facts.liveLinks(contact)).isEmpty();
    }

    @Test
    @Tag("B4")
    void blockThatTheFileDoesNotKnowStays() {
        String company = source.newCompany();
        Contact contact = source.addContact(company);
        String old = export(source);
        Portal.ok(Portal.administrator().post(source.path(contact) + "/block"));
        String before = export(source);

        JsonNode report = imported(source, old);

        assertThat(report.path("contacts")).isEqualTo(counts(0, 0, 0, 1));
        assertThat(report.path("skipped").path(0).path("reason").asText()).isEqualTo("blocked");
        assertThat(export(source)).isEqualTo(before);

        Portal.ok(Portal.administrator().post(source.path(contact) + "/unblock"));
        String unblocked = export(source);
        assertThat(imported(source, old).path("skipped").path(0).path("reason").asText())
                .isEqualTo("must_accept");
        assertThat(export(source)).isEqualTo(unblocked);
        ObjectNode accepted = contactIn(unblocked, contact.email()).without(List.of("mustAccept"));
        accepted.put("acceptedAt", System.currentTimeMillis());
        assertThat(imported(source, file(List.of(), List.of(accepted)).toString())
                        .path("contacts"))
                .isEqualTo(counts(0, 1, 0, 0));
    }

    @Test
    @Tag("B1")
    void exportAndImportNeedTheRightsToAllThatIsInThem() {
        String file = export(source);
        Api reader = staff(source, "reader", "view-realm", "view-organizations", "view-users");
        Api settings = staff(source, "settings", "manage-realm");
        Api people = staff(source, "people", "manage-organizations", "manage-users", "view-users");
        Api all = staff(source, "all", "manage-realm", "manage-organizations", "view-users");

        assertThat(reader.get(source.admin() + "/export").status()).isEqualTo(200);
        assertProblem(settings.get(source.admin() + "/export"), 403, "forbidden");
        assertProblem(people.get(source.admin() + "/export"), 403, "forbidden");
        for (Api each : List.of(reader, settings, people)) {
            assertProblem(tryImport(each, source.admin(), file), 403, "forbidden");
        }
        assertThat(Portal.ok(tryImport(all, source.admin(), file)).json().path("firm"))
                .isEqualTo(counts(0, 0, 1, 0));
        for (String name : List.of("theo", "olga")) {
            assertProblem(Portal.staff(name).get(Portal.ADMIN + "/export"), 403, "forbidden");
            assertProblem(tryImport(Portal.staff(name), Portal.ADMIN, file), 403, "forbidden");
        }
        for (Api stranger : List.of(Api.anonymous(), Portal.mia())) {
            assertThat(stranger.get(source.admin() + "/export").status()).isIn(401, 403, 404);
            assertThat(tryImport(stranger, source.admin(), file).status()).isIn(401, 403, 404);
        }
    }

    /** Five contacts who differ in all that is kept of them; returns the blocked one. */
    private Contact fillSource() {
        Api maria = staff(source, "maria", "realm-admin");
        String domain = source.settings().json().path("domain").asText();
        Map<String, Object> settings = new HashMap<>();
        settings.put("domain", domain);
        settings.put("name", "Müller & Söhne \"שלום\"");
        settings.put("description", "One\nTwo");
        settings.put("primaryColor", "#aa3300");
        settings.put("help", "Ask Maria");
        settings.put("timeZone", "Europe/Tallinn");
        settings.put("invitationValidity", 7200);
        settings.put("invitationSubject", "Hello {{firstName}}");
        settings.put("invitationText", "See {{expires}}");
        settings.put("whiteLabel", true);
        settings.put("oneClick", true);
        settings.put("ledgerDays", 90);
        Portal.ok(source.save(settings));
        Portal.ok(Portal.administrator()
                .put(source.admin() + "/firm/texts/reminder", Map.of("subject", "Do not forget {{title}}")));
        for (String kind : List.of("logo", "icon")) {
            Portal.ok(Portal.administrator()
                    .send(Portal.administrator()
                            .request(source.admin() + "/firm/" + kind)
                            .header("Content-Type", "image/png")
                            .PUT(BodyPublishers.ofByteArray(picture()))));
        }
        String open = source.newCompany();
        String closed = source.newCompany();
        source.addContact(open);
        Contact blocked = source.addContact(open);
        Contact disabled = source.addContact(open);
        Contact unblocked = source.addContact(closed);
        Contact limited = source.addContact(closed);
        Portal.ok(Portal.administrator()
                .post(source.admin() + "/companies", Map.of("alias", alias(open), "externalId", "Ä 17")));
        Portal.ok(maria.post(source.path(blocked) + "/block"));
        Portal.ok(maria.post(source.path(disabled) + "/disable"));
        Portal.ok(maria.post(source.path(unblocked) + "/block"));
        Portal.ok(Portal.administrator().post(source.path(unblocked) + "/unblock"));
        Portal.ok(maria.put(source.path(limited) + "/rights", Map.of("rights", List.of("VIEW_TASKS"))));
        Portal.ok(maria.put(
                source.path(limited) + "/record",
                Map.of("firstName", "Other", "phone", "+372 555", "lastName", "Tact")));
        Portal.ok(maria.post(source.path(limited) + "/differences/firstName/ignore"));
        Portal.ok(maria.post(source.path(limited) + "/differences/phone/ignore"));
        Portal.ok(maria.post(source.admin() + "/companies/" + closed + "/deactivate"));
        return blocked;
    }

    /** A realm with one company and many members. */
    private TestFirm manyMembers(String alias, int count) {
        List<Object> users = new ArrayList<>();
        List<Object> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            users.add(Map.of("username", name(i), "email", name(i), "enabled", true));
            members.add(Map.of("username", name(i), "membershipType", "UNMANAGED"));
        }
        String realm = "many-" + UUID.randomUUID();
        Portal.ok(Portal.administrator()
                .post(
                        "/admin/realms",
                        Map.of(
                                "realm",
                                realm,
                                "enabled",
                                true,
                                "organizationsEnabled",
                                true,
                                "adminEventsEnabled",
                                true,
                                "users",
                                users,
                                "organizations",
                                List.of(Map.of(
                                        "name",
                                        alias,
                                        "alias",
                                        alias,
                                        "domains",
                                        List.of(Map.of("name", alias + ".example")),
                                        "members",
                                        members)))));
        TestFirm firm = new TestFirm(realm);
        firms.add(firm);
        return firm;
    }

    private static String everySecondBlocked(String alias, int count) {
        List<Object> contacts = new ArrayList<>();
        for (int i = 0; i < count; i++) contacts.add(contactEntry(alias, name(i), i % 2 == 0 ? "ENABLED" : "BLOCKED"));
        return file(List.of(Map.of("company", alias, "active", true)), contacts).toString();
    }

    private static String name(int i) {
        return "many.%03d@client.example".formatted(i);
    }

    private static Tokens signedIn(Contact contact) {
        Visitor visitor = Visitor.invited(contact);
        OidcLogin login = new OidcLogin(visitor.browser(), "portal-demo");
        return Tokens.of(login.tokens(login.begin()), "portal-demo");
    }

    private TestFirm copy() {
        TestFirm copy = copyOf(source);
        firms.add(copy);
        return copy;
    }

    /** Its domain is free then. */
    private void removeSource() {
        source.remove();
        firms.remove(source);
    }

    private String alias(String companyId) {
        return Portal.ok(Portal.administrator().get(source.admin() + "/companies/" + companyId))
                .json()
                .path("alias")
                .asText();
    }

    private static String ofFirm(ObjectNode firm) {
        return file(List.of(), List.of()).<ObjectNode>set("firm", firm).toString();
    }

    private static Map<String, Object> contactEntry(String company, String username, String state) {
        return Map.of("company", company, "username", username, "state", state);
    }

    private static Map<String, Object> with(Map<String, Object> entry, String property, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(entry);
        changed.put(property, value);
        return changed;
    }

    private static ObjectNode contactIn(String file, String username) {
        return (ObjectNode) Facts.list(Json.parse(file).path("contacts")).stream()
                .filter(entry -> entry.path("username").asText().equals(username))
                .findFirst()
                .orElseThrow();
    }

    /** As staff REST shows the contact. */
    private static JsonNode contact(TestFirm firm, String username) {
        return Portal.ok(Portal.administrator().get(firm.admin() + "/contacts?search=" + username))
                .json()
                .path("items")
                .path(0);
    }

    private static List<JsonNode> events(TestFirm firm) {
        return Facts.list(Portal.ok(Portal.administrator()
                        .get("/admin/realms/" + firm.realm() + "/admin-events?resourcePath=client-portal/import"))
                .json());
    }

    private static JsonNode counts(int created, int changed, int unchanged, int skipped) {
        return Json.tree(new LinkedHashMap<>(
                Map.of("created", created, "changed", changed, "unchanged", unchanged, "skipped", skipped)));
    }

    private static byte[] picture() {
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
