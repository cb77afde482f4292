package dev.clientportal.e2e.access;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Json;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestFirm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The firm's record beside the contact's own profile: staff see where they differ, and decide; nothing is overwritten. */
@ExtendWith(Stack.class)
@Tag("B15")
class DifferencesIT {
    private static final String PHONE = "+372 555 0100";
    private static final String PASSWORD = "a password of their own";

    private TestFirm firm;
    private String company;

    @BeforeEach
    void openFirm() {
        firm = TestFirm.create();
        Portal.ok(firm.save(Map.of("domain", "differences-" + UUID.randomUUID() + ".example")));
        Portal.ok(firm.activate());
        letContactsHaveAPhoneNumber();
        company = firm.newCompany();
    }

    @AfterEach
    void removeFirm() {
        firm.remove();
    }

    @Test
    void addingAContactRecordsWhatTheFirmSaidOfThem() {
        Contact contact = firm.addContact(company);

        assertThat(firmRecord(contact))
                .isEqualTo(Json.tree(Map.of("firstName", "Con", "lastName", "Tact", "email", contact.email())));
        assertThat(differences(contact)).isEmpty();
        Portal.ok(add(company, contact.email(), "Someone"));
        assertThat(firmRecord(contact).path("firstName").asText())
                .as("when the call is repeated")
                .isEqualTo("Con");
    }

    @Test
    void whoIsKnownByAnotherNameDiffersFromTheBeginning() {
        Contact contact = firm.addContact(company);
        String other = firm.newCompany();
        Portal.ok(add(other, contact.email(), "Constance"));
        Contact there = new Contact(contact.id(), contact.email(), other);

        assertThat(differences(there)).singleElement().satisfies(row -> {
            assertThat(row.path("field").asText()).isEqualTo("firstName");
            assertThat(row.path("firmValue").asText()).isEqualTo("Constance");
            assertThat(row.path("contactValue").asText()).isEqualTo("Con");
        });
        assertThat(firmRecord(there).path("lastName").asText())
                .as("of which the firm said nothing")
                .isEqualTo("Tact");
        assertThat(differences(contact)).as("the record of the first company").isEmpty();
    }

    @Test
    void phoneThatTheContactChangesIsShownAndOverwritesNothing() {
        Contact contact = firm.addContact(company);
        Portal.ok(save(contact, Map.of("phone", PHONE, "firstName", "Con")));
        changeOwnProfile(contact, "Con", PHONE);
        assertThat(differences(contact)).isEmpty();

        changeOwnProfile(contact, "Con", "+372 555 0199");

        JsonNode difference = Json.tree(Map.of(
                "companyId",
                company,
                "companyName",
                nameOf(company),
                "userId",
                contact.id(),
                "username",
                contact.email(),
                "field",
                "phone",
                "firmValue",
                PHONE,
                "contactValue",
                "+372 555 0199",
                "manage",
                true));
        for (List<JsonNode> list : List.of(differences(contact), list("/companies/" + company), list(""))) {
            assertThat(list).singleElement().satisfies(row -> {
                assertThat(((ObjectNode) row.deepCopy()).<ObjectNode>without("recordedAt"))
                        .isEqualTo(difference);
                assertThat(row.path("recordedAt").asLong()).isPositive();
            });
        }
        assertThat(firmRecord(contact)).isEqualTo(Json.tree(Map.of("phone", PHONE, "firstName", "Con")));
    }

    @Test
    void acceptedValueIsTakenOverIntoTheRecordAndTheProfileStays() {
        Contact contact = firm.addContact(company);
        changeUser(contact, "firstName", "Cornelia");
        JsonNode profile = profile(contact);

        Answer accepted = Portal.ok(resolve(contact, "firstName", "accept"));

        assertThat(accepted.json().path("firstName").asText()).isEqualTo("Cornelia");
        assertThat(firmRecord(contact)).isEqualTo(accepted.json());
        assertThat(differences(contact)).isEmpty();
        assertThat(profile(contact)).isEqualTo(profile);
        assertProblem(resolve(contact, "firstName", "accept"), 409, "no-difference");
        assertProblem(resolve(contact, "firstName", "ignore"), 409, "no-difference");
        assertProblem(resolve(contact, "phone", "accept"), 409, "no-difference");
        assertProblem(resolve(contact, "shoeSize", "accept"), 404, "not-found");
    }

    @Test
    void ignoredDifferenceComesBackOnlyWithAnotherValue() {
        Contact contact = firm.addContact(company);
        changeUser(contact, "lastName", "Smith");
        JsonNode before = profile(contact);

        Portal.ok(resolve(contact, "lastName", "ignore"));

        assertThat(differences(contact)).isEmpty();
        assertThat(firmRecord(contact).path("lastName").asText()).isEqualTo("Tact");
        assertThat(profile(contact)).isEqualTo(before);
        Portal.ok(save(contact, Map.of("lastName", "Tacitus", "email", contact.email())));
        assertThat(differences(contact))
                .as("the contact's value is the ignored one")
                .isEmpty();

        changeUser(contact, "lastName", "Smith-Jones");
        assertThat(differences(contact))
                .extracting(row -> row.path("field").asText(), row -> row.path("contactValue")
                        .asText())
                .containsExactly(tuple("lastName", "Smith-Jones"));

        Portal.ok(resolve(contact, "lastName", "accept"));
        changeUser(contact, "lastName", "Smith");
        assertThat(differences(contact)).as("what was ignored before accepting").hasSize(1);
    }

    @Test
    void valueThatTheContactHasNotDiffersAndCanBeIgnoredAndAccepted() {
        Contact contact = firm.addContact(company);
        Portal.ok(save(contact, Map.of("phone", PHONE)));
        assertThat(differences(contact)).singleElement().satisfies(row -> assertThat(row.has("contactValue"))
                .isFalse());

        Portal.ok(resolve(contact, "phone", "ignore"));
        assertThat(differences(contact)).isEmpty();
        changeOwnProfile(contact, "Con", "+372 555 0199");
        assertThat(differences(contact)).hasSize(1);
        changeOwnProfile(contact, "Con", "");
        assertThat(differences(contact)).as("none again, which is ignored").isEmpty();

        Portal.ok(save(contact, Map.of()));
        Portal.ok(save(contact, Map.of("phone", PHONE)));
        assertThat(differences(contact)).as("a record made anew").hasSize(1);
        assertThat(Portal.ok(resolve(contact, "phone", "accept")).json()).isEqualTo(Json.tree(Map.of()));
        assertThat(differences(contact)).isEmpty();
    }

    @Test
    void outerBlanksAndTheCaseOfAnAddressAreNoDifference() {
        Contact contact = firm.addContact(company);
        changeUser(contact, "lastName", "  Tact ");

        Portal.ok(save(
                contact,
                Map.of(
                        "firstName",
                        "  Con ",
                        "lastName",
                        "Tact",
                        "email",
                        contact.email().toUpperCase(java.util.Locale.ROOT))));

        assertThat(differences(contact)).isEmpty();
        assertThat(firmRecord(contact).path("firstName").asText()).isEqualTo("Con");
        Portal.ok(save(contact, Map.of("firstName", "CON")));
        assertThat(differences(contact)).as("the case of a name").hasSize(1);
        Portal.ok(save(contact, Map.of("firstName", " ", "email", "other." + contact.email())));
        assertThat(differences(contact))
                .extracting(row -> row.path("field").asText())
                .as("a blank is not recorded")
                .containsExactly("email");
    }

    @Test
    void badRecordIsRefusedAndTheFieldNamed() {
        Contact contact = firm.addContact(company);
        JsonNode before = firmRecord(contact);
        assertThat(assertProblem(save(contact, Map.of("email", "nobody")), 400, "invalid")
                        .path("field")
                        .asText())
                .isEqualTo("email");
        assertThat(assertProblem(save(contact, Map.of("phone", "1".repeat(256))), 400, "invalid")
                        .path("field")
                        .asText())
                .isEqualTo("phone");
        assertThat(firmRecord(contact)).isEqualTo(before);
    }

    @Test
    void pagesHaveEachDifferenceOnce() {
        for (int i = 0; i < 5; i++) {
            Contact contact = firm.addContact(company);
            Portal.ok(save(contact, Map.of("firstName", "A", "lastName", "B", "phone", PHONE)));
        }
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = Portal.ok(admin().get(firm.admin() + "/differences?max=4&after=" + after))
                    .json();
            assertThat(page.path("items").size()).isBetween(1, 4);
            page.path("items")
                    .forEach(row -> seen.add(row.path("username").asText() + " "
                            + row.path("field").asText()));
            after = page.path("next").asText("");
        } while (!after.isEmpty());

        assertThat(seen).hasSize(15).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void eachOfManyReportsItsOwnOutcome() {
        Contact first = firm.addContact(company);
        Contact second = firm.addContact(company);
        changeUser(first, "firstName", "Fi");
        changeUser(second, "firstName", "Se");
        Contact elsewhere = new Contact(first.id(), first.email(), firm.newCompany());

        List<JsonNode> outcomes = Facts.list(Portal.ok(admin().post(
                                firm.admin() + "/differences",
                                Map.of(
                                        "differences",
                                        List.of(
                                                wish(first, "firstName", "ACCEPT"),
                                                wish(second, "firstName", "IGNORE"),
                                                wish(first, "firstName", "IGNORE"),
                                                wish(second, "phone", "ACCEPT"),
                                                wish(elsewhere, "firstName", "ACCEPT"),
                                                wish(
                                                        new Contact(
                                                                first.id(),
                                                                "",
                                                                UUID.randomUUID()
                                                                        .toString()),
                                                        "firstName",
                                                        "ACCEPT")))))
                .json()
                .path("differences"));

        assertThat(outcomes)
                .extracting(row -> row.path("outcome").asText())
                .containsExactly("accepted", "ignored", "no_difference", "no_difference", "not_found", "not_found");
        assertThat(outcomes.get(1).path("userId").asText()).isEqualTo(second.id());
        assertThat(firmRecord(first).path("firstName").asText()).isEqualTo("Fi");
        assertThat(firmRecord(second).path("firstName").asText()).isEqualTo("Con");
        assertThat(list("")).isEmpty();
        for (List<?> wrong : List.of(
                List.of(),
                Collections.nCopies(1001, wish(first, "phone", "ACCEPT")),
                List.of(wish(first, "shoeSize", "ACCEPT")),
                List.of(wish(new Contact("no such id", "", company), "phone", "ACCEPT")),
                List.of(Map.of("companyId", company, "field", "phone", "action", "ACCEPT")),
                List.of(wish(first, "phone", "FORGET")))) {
            assertThat(assertProblem(
                                    admin().post(firm.admin() + "/differences", Map.of("differences", wrong)),
                                    400,
                                    "invalid")
                            .path("field")
                            .asText())
                    .startsWith("differences");
        }
    }

    @Test
    void everyChangeLeavesAnAdminEventThatTellsNoValue() {
        Contact contact = firm.addContact(company);
        Portal.ok(save(contact, Map.of("firstName", "Confucius", "lastName", "Tact", "phone", PHONE)));
        Portal.ok(save(contact, Map.of("firstName", "Confucius", "lastName", "Tact", "phone", PHONE)));
        Portal.ok(resolve(contact, "firstName", "ignore"));
        Portal.ok(resolve(contact, "phone", "accept"));

        String path = "client-portal/companies/" + company + "/contacts/" + contact.id();
        List<JsonNode> events = new ArrayList<>(Facts.list(Portal.ok(admin().get(
                                "/admin/realms/" + firm.realm() + "/admin-events?max=100&resourcePath=" + path + "/*"))
                .json()));
        Collections.reverse(events);
        assertThat(events)
                .extracting(
                        event -> event.path("operationType").asText(),
                        event -> event.path("resourcePath").asText().substring(path.length()),
                        event -> event.path("details").toString())
                .containsExactly(
                        tuple("UPDATE", "/record", "{\"fields\":\"[firstName, lastName, email]\"}"),
                        tuple("UPDATE", "/record", "{\"fields\":\"[firstName, email, phone]\"}"),
                        tuple("ACTION", "/differences/firstName", "{\"action\":\"ignore\"}"),
                        tuple("ACTION", "/differences/phone", "{\"action\":\"accept\"}"));
        assertThat(events.toString()).doesNotContain("Confucius", PHONE, contact.email());
    }

    @Test
    void whoMayOnlyLookSeesDifferencesAndDecidesNothing() {
        Portal.open();
        Contact contact = Portal.newContact("birch-bakery");
        Portal.ok(Portal.mia().put(contact.path() + "/record", Map.of("firstName", "Constance")));
        Api theo = Portal.staff("theo");

        assertThat(Portal.ok(theo.get(contact.path() + "/record"))
                        .json()
                        .path("firstName")
                        .asText())
                .isEqualTo("Constance");
        assertThat(Facts.list(
                        Portal.ok(theo.get(contact.path() + "/differences")).json()))
                .hasSize(1);
        Portal.ok(theo.get(Portal.ADMIN + "/differences"));
        Portal.ok(theo.get(Portal.ADMIN + "/companies/" + contact.companyId() + "/differences"));
        assertProblem(theo.put(contact.path() + "/record", Map.of()), 403, "forbidden");
        assertProblem(theo.post(contact.path() + "/differences/firstName/accept"), 403, "forbidden");
        assertProblem(theo.post(contact.path() + "/differences/firstName/ignore"), 403, "forbidden");
        assertThat(outcome(theo, Portal.ADMIN, contact)).isEqualTo("not_allowed");
        assertThat(Api.anonymous().get(Portal.ADMIN + "/differences").status()).isEqualTo(401);
        assertThat(Api.anonymous().get(contact.path() + "/record").status()).isEqualTo(401);
        assertThat(Facts.list(Portal.ok(Portal.mia().get(contact.path() + "/differences"))
                        .json()))
                .hasSize(1);
    }

    @Test
    void permissionForOneCompanyAndOneContactShowsTheirsAndNoOther() {
        String other = firm.newCompany();
        Contact mine = firm.addContact(company);
        Contact colleague = firm.addContact(company);
        Contact ofOther = firm.addContact(other);
        for (Contact each : List.of(mine, colleague, ofOther)) {
            Portal.ok(save(each, Map.of("firstName", "Constance")));
        }
        Api helper = new FineGrained(firm).helperWhoManages(company, mine.id());

        for (String path : List.of("/differences", "/companies/" + company + "/differences")) {
            assertThat(Portal.ok(helper.get(firm.admin() + path))
                            .json()
                            .path("items")
                            .findValuesAsText("userId"))
                    .as(path)
                    .containsExactly(mine.id());
        }
        assertProblem(helper.get(firm.admin() + "/companies/" + other + "/differences"), 403, "forbidden");
        assertProblem(helper.get(firm.path(colleague) + "/record"), 403, "forbidden");
        assertProblem(helper.put(firm.path(ofOther) + "/record", Map.of()), 403, "forbidden");
        assertThat(outcome(helper, firm.admin(), colleague)).isEqualTo("not_found");
        assertThat(outcome(helper, firm.admin(), ofOther)).isEqualTo("not_found");
        assertThat(outcome(helper, firm.admin(), mine)).isEqualTo("ignored");
        Set<String> left = new HashSet<>(
                list("").stream().map(row -> row.path("userId").asText()).toList());
        assertThat(left).containsExactlyInAnyOrder(colleague.id(), ofOther.id());
    }

    @Test
    void firmsSeeAndDecideOnlyTheirOwn() {
        Portal.open();
        Contact contact = firm.addContact(company);
        Portal.ok(save(contact, Map.of("firstName", "Constance")));

        assertThat(Portal.ok(Portal.mia().get(Portal.ADMIN + "/differences?max=100"))
                        .body())
                .doesNotContain(contact.id());
        String foreign = Portal.ADMIN + "/companies/" + company;
        assertProblem(Portal.mia().get(foreign + "/differences"), 404, "not-found");
        assertProblem(Portal.mia().put(foreign + "/contacts/" + contact.id() + "/record", Map.of()), 404, "not-found");
        assertThat(outcome(Portal.mia(), Portal.ADMIN, contact)).isEqualTo("not_found");
        assertThat(Portal.mia().get(firm.admin() + "/differences").status()).isIn(401, 403, 404);
        assertThat(differences(contact)).hasSize(1);
    }

    private static String outcome(Api caller, String admin, Contact contact) {
        return Portal.ok(caller.post(
                        admin + "/differences", Map.of("differences", List.of(wish(contact, "firstName", "IGNORE")))))
                .json()
                .path("differences")
                .path(0)
                .path("outcome")
                .asText();
    }

    private static Map<String, String> wish(Contact contact, String field, String action) {
        return Map.of("companyId", contact.companyId(), "userId", contact.id(), "field", field, "action", action);
    }

    private static Api admin() {
        return Portal.administrator();
    }

    private Answer add(String company, String email, String firstName) {
        return admin().post(
                        firm.admin() + "/companies/" + company + "/contacts",
                        Map.of("email", email, "firstName", firstName, "silent", true));
    }

    private Answer save(Contact contact, Map<String, String> values) {
        return admin().put(firm.path(contact) + "/record", values);
    }

    private Answer resolve(Contact contact, String field, String action) {
        return admin().post(firm.path(contact) + "/differences/" + field + "/" + action);
    }

    private JsonNode firmRecord(Contact contact) {
        return Portal.ok(admin().get(firm.path(contact) + "/record")).json();
    }

    private List<JsonNode> differences(Contact contact) {
        return Facts.list(
                Portal.ok(admin().get(firm.path(contact) + "/differences")).json());
    }

    private List<JsonNode> list(String path) {
        return Facts.list(Portal.ok(admin().get(firm.admin() + path + "/differences"))
                .json()
                .path("items"));
    }

    private String nameOf(String company) {
        return Portal.ok(admin().get(firm.admin() + "/companies/" + company))
                .json()
                .path("name")
                .asText();
    }

    private String user(Contact contact) {
        return "/admin/realms/" + firm.realm() + "/users/" + contact.id();
    }

    private JsonNode profile(Contact contact) {
        return Portal.ok(admin().get(user(contact))).json();
    }

    private void changeUser(Contact contact, String property, String value) {
        ObjectNode user = profile(contact).deepCopy();
        Portal.ok(admin().put(user(contact), user.put(property, value)));
    }

    /** As the contact themselves, in Keycloak's account REST. */
    private void changeOwnProfile(Contact contact, String firstName, String phone) {
        Portal.ok(admin().put(
                        user(contact) + "/reset-password",
                        Map.of("type", "password", "value", PASSWORD, "temporary", false)));
        Api self = Api.user(firm.realm(), "self-service", contact.email(), PASSWORD);
        Portal.ok(self.post(
                "/realms/" + firm.realm() + "/account",
                Map.of(
                        "username",
                        contact.email(),
                        "email",
                        contact.email(),
                        "firstName",
                        firstName,
                        "lastName",
                        "Tact",
                        "attributes",
                        Map.of("phoneNumber", List.of(phone)))));
    }

    private void letContactsHaveAPhoneNumber() {
        String realm = "/admin/realms/" + firm.realm();
        ObjectNode profile =
                Portal.ok(admin().get(realm + "/users/profile")).json().deepCopy();
        profile.withArray("attributes")
                .add(Json.tree(Map.of(
                        "name",
                        "phoneNumber",
                        "permissions",
                        Map.of("view", List.of("admin", "user"), "edit", List.of("admin", "user")))));
        Portal.ok(admin().put(realm + "/users/profile", profile));
        Portal.ok(admin().post(
                        realm + "/clients",
                        Map.of("clientId", "self-service", "publicClient", true, "directAccessGrantsEnabled", true)));
    }
}
