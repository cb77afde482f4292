package dev.clientportal.e2e.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.ManyContacts;
import dev.clientportal.e2e.OwnStack;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.SearchIndexes;
import dev.clientportal.e2e.Statements;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A page of contacts costs the same however many there are. On PostgreSQL, because there 10,000 are made in a moment. */
class ContactListIT {
    private static final int MANY = 10_000;

    @RegisterExtension
    static final OwnStack STACK = OwnStack.onPostgres();

    @BeforeEach
    void openPortal() {
        Portal.open();
    }

    @Test
    void pageOfHundredContactsIsOneStatementForTenAndForTenThousand() {
        String few = Portal.newCompany();
        String many = Portal.newCompany();
        var contacts = new ManyContacts(STACK.database());
        contacts.addTo(few, "few-" + UUID.randomUUID(), 10);
        contacts.addTo(many, "many-" + UUID.randomUUID(), MANY);

        List<String> ofFew =
                Statements.of(() -> assertThat(page(few, "").path("items")).hasSize(10));
        List<String> ofMany =
                Statements.of(() -> assertThat(page(many, "").path("items")).hasSize(100));
        // What a page costs beside its one statement is finding out who asks, and whether they may.
        List<String> ofCompany = Statements.of(() -> Portal.ok(Portal.mia().get(Portal.ADMIN + "/companies/" + many)));

        assertThat(ofMany).as("10,000 contacts").isEqualTo(ofFew);
        assertThat(ofMany.stream().filter(sql -> !ofCompany.contains(sql)))
                .as("beside looking up the company")
                .hasSize(1);
        assertThat(ofMany).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    @Tag("A5")
    void pageOfCompaniesIsOneStatementHoweverManyItShows() {
        for (int i = 0; i < 8; i++) Portal.newCompany();

        List<String> ofTwo = Statements.of(() -> companies(2));
        List<String> ofTen = Statements.of(() -> companies(10));
        List<String> ofFirm = Statements.of(() -> Portal.ok(Portal.mia().get(Portal.ADMIN + "/firm")));

        assertThat(ofTen).isEqualTo(ofTwo);
        assertThat(ofTen.stream().filter(sql -> !ofFirm.contains(sql)))
                .as("beside finding out who asks")
                .hasSize(1);
    }

    private static void companies(int count) {
        assertThat(Portal.ok(Portal.mia().get(Portal.ADMIN + "/companies?max=" + count))
                        .json()
                        .path("items"))
                .hasSize(count);
    }

    @Test
    void everyContactIsOnExactlyOnePage() {
        String company = Portal.newCompany();
        new ManyContacts(STACK.database()).addTo(company, "all-" + UUID.randomUUID(), 1_050);

        Set<String> seen = new HashSet<>();
        String after = "";
        int pages = 0;
        do {
            JsonNode page = page(company, after);
            page.path("items").findValuesAsText("userId").forEach(id -> assertThat(seen.add(id))
                    .isTrue());
            after = page.path("next").asText("");
            pages++;
        } while (!after.isEmpty());

        assertThat(seen).hasSize(1_050);
        assertThat(pages).isEqualTo(11);
    }

    @Test
    void contactOfSeveralCompaniesIsListedOnceForEachAlsoWhereAPageEnds() {
        String email = "several." + UUID.randomUUID() + "@client.example";
        List<String> companies =
                IntStream.range(0, 3).mapToObj(i -> Portal.newCompany()).toList();
        companies.forEach(company -> Portal.addContactTo(company, email));

        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = Portal.ok(
                            Portal.mia().get(Portal.ADMIN + "/contacts?max=1&search=" + email + "&after=" + after))
                    .json();
            seen.addAll(page.path("items").findValuesAsText("companyId"));
            after = page.path("next").asText("");
        } while (!after.isEmpty());

        assertThat(seen).containsExactlyInAnyOrderElementsOf(companies);
    }

    @Test
    void searchFindsTheBeginningOfAnAddressAndOfEachNameInWhateverCase() {
        String company = Portal.newCompany();
        String byAddress = add(company, "annabel", "Mari", "Tamm");
        String byFirstName = add(company, "berta", "Annika", "Kask");
        String byLastName = add(company, "carl", "Jaan", "Annus");
        add(company, "dora", "Joanna", "Mann");
        String name = "annex." + UUID.randomUUID();
        String byUsername = Portal.importContact(
                        company, Map.of("username", name, "email", "erik@" + name + ".example", "enabled", true))
                .id();

        assertThat(found(company, "search=aNN"))
                .containsExactlyInAnyOrder(byAddress, byFirstName, byLastName, byUsername);
        assertThat(found(company, "search=Annab")).containsExactly(byAddress);
        assertThat(found(company, "search=erik%40annex")).containsExactly(byUsername);
        assertThat(found(company, "search=%25ann")).as("% is a letter like any").isEmpty();
        assertThat(found(company, "search=_nn")).as("_ is a letter like any").isEmpty();
    }

    @Test
    void searchesUseTheIndexesThatTheGuideGivesToLargeFirms() throws Exception {
        String company = Portal.newCompany();
        var contacts = new ManyContacts(STACK.database());
        var indexes = new SearchIndexes(STACK.database());
        String name = "large-" + UUID.randomUUID();
        contacts.addTo(company, name, MANY);
        indexes.create();
        indexes.create();
        contacts.execute("ANALYZE user_entity");
        assertThat(indexes.uses()).as("indexes").hasSize(6);

        JsonNode found = Portal.ok(Portal.mia().get(Portal.ADMIN + "/contacts?search=" + name + ".000777"))
                .json();

        assertThat(found.path("items").findValuesAsText("username")).containsExactly(name + ".000777@many.example");
        await().untilAsserted(() -> assertThat(indexes.uses())
                .extractingByKeys(
                        "cp_search_username", "cp_search_email", "cp_search_first_name", "cp_search_last_name")
                .allMatch(scans -> scans > 0));
    }

    @Test
    void contactsAreFilteredByState() {
        String company = Portal.newCompany();
        String enabled = add(company, "enabled", "Con", "Tact");
        String blocked = add(company, "blocked", "Con", "Tact");
        String disabled = add(company, "disabled", "Con", "Tact");
        String name = "none." + UUID.randomUUID();
        String none = Portal.importContact(
                        company, Map.of("username", name, "email", name + "@client.example", "enabled", true))
                .id();
        String contacts = Portal.ADMIN + "/companies/" + company + "/contacts/";
        Portal.ok(Portal.mia().post(contacts + blocked + "/block"));
        Portal.ok(Portal.mia().post(contacts + disabled + "/disable"));

        assertThat(found(company, "state=ENABLED")).containsExactly(enabled);
        assertThat(found(company, "state=BLOCKED")).containsExactly(blocked);
        assertThat(found(company, "state=DISABLED")).containsExactly(disabled);
        assertThat(found(company, "state=NONE")).containsExactly(none);
        assertThat(found(company, "state=BLOCKED&search=blocked")).containsExactly(blocked);
        assertThat(found(company, "state=ENABLED&search=blocked")).isEmpty();
    }

    private static String add(String company, String name, String firstName, String lastName) {
        return Portal.ok(Portal.mia()
                        .post(
                                Portal.ADMIN + "/companies/" + company + "/contacts",
                                Map.of(
                                        "email",
                                        name + "." + UUID.randomUUID() + "@client.example",
                                        "firstName",
                                        firstName,
                                        "lastName",
                                        lastName,
                                        "silent",
                                        true)))
                .json()
                .path("userId")
                .asText();
    }

    private static List<String> found(String company, String query) {
        return Portal.ok(Portal.mia().get(Portal.ADMIN + "/companies/" + company + "/contacts?" + query))
                .json()
                .path("items")
                .findValuesAsText("userId");
    }

    private static JsonNode page(String company, String after) {
        return Portal.ok(Portal.mia().get(Portal.ADMIN + "/companies/" + company + "/contacts?max=100&after=" + after))
                .json();
    }
}
