package dev.clientportal.e2e.access;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.StaffMember;
import dev.clientportal.e2e.Statements;
import dev.clientportal.e2e.TestFirm;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Contacts are found by their ids and addresses, many with one call. */
@ExtendWith(Stack.class)
@Tag("D4")
class ContactSearchIT {
    private String company;

    @BeforeEach
    void openPortal() {
        Portal.open();
        company = Portal.newCompany();
    }

    @Test
    void contactsOfTheCompanyAreFoundAndNobodyElse() {
        Contact one = contact();
        Contact other = contact();
        Contact elsewhere = Portal.newContact("birch-bakery");

        List<JsonNode> found = found(
                Portal.mia(),
                path(),
                List.of(one.id(), other.email().toUpperCase(Locale.ROOT), elsewhere.id(), elsewhere.email(), "nobody"));

        assertThat(found).containsExactlyInAnyOrder(Facts.contact(one), Facts.contact(other));
        assertThat(found(Portal.mia(), path(), List.of(one.id(), one.email()))).hasSize(1);
        assertThat(found(Portal.staff("theo"), path(), List.of(one.id()))).hasSize(1);
    }

    @Test
    void manyCostAsManyStatementsAsOne() {
        Contact one = contact();
        List<String> many =
                Stream.generate(this::contact).limit(20).map(Contact::email).toList();

        List<String> ofOne = Statements.of(() -> found(Portal.mia(), path(), List.of(one.email())));
        List<String> ofMany = Statements.of(() -> found(Portal.mia(), path(), many));

        assertThat(ofMany).hasSameSizeAs(ofOne);
    }

    @Test
    void whatIsNoListOfKeysIsRefused() {
        assertProblem(Portal.mia().post(path(), Map.of("keys", List.of())), 400, "invalid");
        assertProblem(Portal.mia().post(path(), Map.of("keys", Collections.nCopies(1001, "a"))), 400, "invalid");
        assertThat(assertProblem(Portal.mia().post(path(), Map.of("keys", List.of("a", " "))), 400, "invalid")
                        .path("field")
                        .asText())
                .isEqualTo("keys.[1]");
    }

    @Test
    @Tag("B1")
    void callersFindWhomTheyMaySee() {
        String plain = StaffMember.create().name();
        assertThat(Api.user("northwind", plain, plain)
                        .post(path(), Map.of("keys", List.of("a")))
                        .status())
                .isEqualTo(403);
        TestFirm firm = TestFirm.create();
        try {
            Portal.ok(firm.save(Map.of("domain", "find-" + UUID.randomUUID() + ".example")));
            Portal.ok(firm.activate());
            String mine = firm.newCompany();
            Contact seen = firm.addContact(mine);
            Contact hidden = firm.addContact(mine);
            Api helper = new FineGrained(firm).helperWhoManages(mine, seen.id());
            String of = firm.admin() + "/companies/" + mine + "/contacts/find";

            assertThat(found(helper, of, List.of(seen.id(), hidden.id(), hidden.email())))
                    .singleElement()
                    .satisfies(row -> assertThat(row.path("userId").asText()).isEqualTo(seen.id()));
            assertProblem(
                    helper.post(
                            firm.admin() + "/companies/" + firm.newCompany() + "/contacts/find",
                            Map.of("keys", List.of("a"))),
                    403,
                    "forbidden");
            assertProblem(
                    Portal.mia()
                            .post(
                                    Portal.ADMIN + "/companies/" + mine + "/contacts/find",
                                    Map.of("keys", List.of(seen.id()))),
                    404,
                    "not-found");
        } finally {
            firm.remove();
        }
    }

    private Contact contact() {
        return Portal.addContactTo(company, "find." + UUID.randomUUID() + "@client.example");
    }

    private String path() {
        return Portal.ADMIN + "/companies/" + company + "/contacts/find";
    }

    private static List<JsonNode> found(Api caller, String path, List<String> keys) {
        return Facts.list(
                Portal.ok(caller.post(path, Map.of("keys", keys))).json().path("contacts"));
    }
}
