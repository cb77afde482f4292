package dev.clientportal.e2e.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.ManyContacts;
import dev.clientportal.e2e.OwnStack;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Statements;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
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

    private static JsonNode page(String company, String after) {
        return Portal.ok(Portal.mia().get(Portal.ADMIN + "/companies/" + company + "/contacts?max=100&after=" + after))
                .json();
    }
}
