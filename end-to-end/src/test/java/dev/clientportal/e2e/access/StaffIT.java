package dev.clientportal.e2e.access;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestFirm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who of the firm may do what: theo looks, olga manages companies but may not send mail, mia may do everything. */
@ExtendWith(Stack.class)
@Tag("B1")
class StaffIT {
    private Contact contact;

    @BeforeEach
    void openPortal() {
        Portal.open();
        contact = Portal.newContact("birch-bakery");
    }

    @Test
    void whoMayOnlyLookChangesNothing() {
        Api theo = Portal.staff("theo");
        assertThat(theo.get(Portal.ADMIN + "/companies").status()).isEqualTo(200);
        assertThat(theo.get(contact.path()).status()).isEqualTo(200);
        assertThat(theo.get(contact.path() + "/invitations").status()).isEqualTo(200);

        mutations().forEach((name, call) -> {
            assertProblem(call.apply(theo), 403, "forbidden");
        });
        assertProblem(theo.get(Portal.ADMIN + "/firm"), 403, "forbidden");
        assertProblem(theo.get(Portal.ADMIN + "/mails"), 403, "forbidden");
        assertProblem(theo.get(Portal.ADMIN + "/mails/failed"), 403, "forbidden");
        assertProblem(theo.get(Portal.ADMIN + "/mails/punctuality"), 403, "forbidden");
        assertThat(Facts.contact(contact).path("state").asText()).isEqualTo("ENABLED");
    }

    @Test
    @Tag("S14")
    void whoManagesCompaniesButMayNotSendMailOpensButDoesNotInvite() {
        Api olga = Portal.staff("olga");

        assertThat(olga.post(contact.path() + "/disable").status()).isEqualTo(200);
        assertThat(olga.post(contact.path() + "/enable").status()).isEqualTo(200);
        assertThat(olga.post(contact.path() + "/block").status()).isEqualTo(200);
        assertThat(olga.post(contact.path() + "/unblock").status()).isEqualTo(200);
        assertThat(olga.put(contact.path() + "/rights", Map.of("rights", List.of("VIEW_TASKS")))
                        .status())
                .isEqualTo(200);
        assertProblem(olga.post(contact.path() + "/invitations"), 403, "forbidden");
        assertProblem(mutations().get("mails").apply(olga), 403, "forbidden");
        assertProblem(
                olga.post(
                        Portal.ADMIN + "/companies/bulk",
                        Map.of("companies", List.of(contact.companyId()), "invite", true)),
                403,
                "forbidden");
        assertProblem(
                olga.post(
                        Portal.ADMIN + "/companies/" + contact.companyId() + "/contacts",
                        Map.of("email", "by.olga." + UUID.randomUUID() + "@client.example", "invite", true)),
                403,
                "forbidden");
        assertThat(Facts.ledger(contact)).isEmpty();
    }

    @Test
    void callersWithoutATokenOrARoleAreRefused() {
        List<Api> strangers = List.of(Api.anonymous(), contactAsCaller());
        for (Api stranger : strangers) {
            mutations()
                    .forEach((name, call) ->
                            assertThat(call.apply(stranger).status()).as(name).isIn(401, 403));
            assertThat(stranger.get(contact.path()).status()).isIn(401, 403);
            assertThat(stranger.get(Portal.ADMIN + "/companies/" + UUID.randomUUID())
                            .status())
                    .isIn(401, 403);
        }
    }

    @Test
    void unknownIdsAre404ForWhoMayLookAndForeignOnesToo() {
        TestFirm other = TestFirm.create();
        try {
            Portal.ok(other.save(Map.of("domain", "staff-" + UUID.randomUUID() + ".example")));
            Portal.ok(other.activate());
            String foreignCompany = other.newCompany();

            assertProblem(Portal.mia().get(Portal.ADMIN + "/companies/" + UUID.randomUUID()), 404, "not-found");
            assertProblem(Portal.mia().get(Portal.ADMIN + "/companies/" + foreignCompany), 404, "not-found");
            assertProblem(
                    Portal.mia().post(Portal.ADMIN + "/companies/" + foreignCompany + "/deactivate"), 404, "not-found");
            assertProblem(
                    Portal.administrator()
                            .post(other.admin() + "/companies/" + foreignCompany + "/contacts/" + contact.id()
                                    + "/block"),
                    404,
                    "not-found");
            assertProblem(
                    Portal.administrator().get(other.admin() + "/companies/" + contact.companyId()), 404, "not-found");
            // Staff of one firm have no say in another.
            assertThat(Portal.mia().get(other.admin() + "/firm").status()).isIn(401, 403, 404);
            assertThat(Portal.mia().post(other.admin() + "/firm/deactivate").status())
                    .isIn(401, 403, 404);
            assertThat(Portal.mia().get(other.admin() + "/companies").status()).isIn(401, 403, 404);
            JsonNode bulk = Portal.ok(Portal.mia()
                            .post(
                                    Portal.ADMIN + "/companies/bulk",
                                    Map.of("companies", List.of(foreignCompany), "silent", true)))
                    .json();
            assertThat(bulk.path("companies").path(0).path("outcome").asText()).isEqualTo("not_found");
            assertThat(other.settings().json().path("active").asBoolean()).isTrue();
        } finally {
            other.remove();
        }
    }

    @Test
    void fineGrainedPermissionOpensOneCompanyAndNoOther() {
        TestFirm firm = TestFirm.create();
        try {
            Portal.ok(firm.save(Map.of("domain", "fine-" + UUID.randomUUID() + ".example")));
            Portal.ok(firm.activate());
            String mine = firm.newCompany();
            String other = firm.newCompany();
            Contact ofMine = firm.addContact(mine);
            Contact ofOther = firm.addContact(other);
            Api helper = new FineGrained(firm).helperWhoManages(mine, ofMine.id());

            assertThat(companies(helper, firm)).containsExactly(mine);
            assertThat(contacts(helper, firm)).containsExactly(ofMine.id());
            assertThat(may(helper, firm, mine, "manage")).isTrue();
            assertThat(may(helper, firm, mine, "addContacts")).isFalse();
            assertThat(helper.post(firm.path(ofMine) + "/disable").status()).isEqualTo(200);
            assertThat(helper.post(firm.path(ofMine) + "/enable").status()).isEqualTo(200);
            assertProblem(helper.post(firm.path(ofMine) + "/invitations"), 403, "forbidden");
            assertProblem(helper.post(firm.path(ofMine) + "/mails"), 403, "forbidden");
            assertProblem(helper.post(firm.path(ofOther) + "/mails"), 403, "forbidden");
            assertProblem(helper.get(firm.admin() + "/companies/" + other), 403, "forbidden");
            assertProblem(helper.post(firm.path(ofOther) + "/block"), 403, "forbidden");
            assertThat(helper.post(
                                    firm.admin() + "/companies",
                                    Map.of("alias", alias(firm, mine), "externalId", "mine"))
                            .status())
                    .isEqualTo(200);
            assertProblem(
                    helper.post(firm.admin() + "/companies", Map.of("alias", alias(firm, other))), 403, "forbidden");
            assertProblem(
                    helper.post(firm.admin() + "/companies", Map.of("externalId", "new", "name", "New")),
                    404,
                    "not-found");
            assertThat(outcome(helper, firm, other)).isEqualTo("not_found");
            assertThat(outcome(helper, firm, mine)).isEqualTo("already_open");
        } finally {
            firm.remove();
        }
    }

    @Test
    void eachCallerIsToldWhatTheyMayChange() {
        String company = contact.companyId();
        Map.of("mia", List.of(true, true), "theo", List.of(false, false)).forEach((name, expected) -> {
            Api staff = Portal.staff(name);
            JsonNode one =
                    Portal.ok(staff.get(Portal.ADMIN + "/companies/" + company)).json();
            JsonNode listed = Portal.ok(staff.get(Portal.ADMIN + "/companies?search=birch-bakery"))
                    .json()
                    .path("items")
                    .path(0);
            assertThat(List.of(
                            one.path("manage").booleanValue(),
                            one.path("addContacts").booleanValue()))
                    .as(name)
                    .isEqualTo(expected);
            assertThat(listed).as(name).isEqualTo(one);
            assertThat(Portal.ok(staff.get(contact.path()))
                            .json()
                            .path("manage")
                            .booleanValue())
                    .as(name)
                    .isEqualTo(expected.get(0));
            assertThat(Portal.ok(staff.get(Portal.ADMIN + "/contacts?search=" + contact.email()))
                            .json()
                            .path("items")
                            .path(0)
                            .path("manage")
                            .booleanValue())
                    .as(name)
                    .isEqualTo(expected.get(0));
        });
    }

    /** The same in the list and of the company itself. */
    private static boolean may(Api caller, TestFirm firm, String company, String what) {
        JsonNode one =
                Portal.ok(caller.get(firm.admin() + "/companies/" + company)).json();
        JsonNode listed = Portal.ok(caller.get(firm.admin() + "/companies?max=100"))
                .json()
                .path("items")
                .path(0);
        assertThat(listed).isEqualTo(one);
        return one.path(what).booleanValue();
    }

    private static String outcome(Api helper, TestFirm firm, String company) {
        return Portal.ok(helper.post(
                        firm.admin() + "/companies/bulk", Map.of("companies", List.of(company), "silent", true)))
                .json()
                .path("companies")
                .path(0)
                .path("outcome")
                .asText();
    }

    private static String alias(TestFirm firm, String company) {
        return Portal.ok(Portal.administrator().get(firm.admin() + "/companies/" + company))
                .json()
                .path("alias")
                .asText();
    }

    private static List<String> companies(Api caller, TestFirm firm) {
        return Portal.ok(caller.get(firm.admin() + "/companies?max=100"))
                .json()
                .path("items")
                .findValuesAsText("id");
    }

    private static List<String> contacts(Api caller, TestFirm firm) {
        return Portal.ok(caller.get(firm.admin() + "/contacts?max=100"))
                .json()
                .path("items")
                .findValuesAsText("userId");
    }

    private Map<String, Function<Api, Answer>> mutations() {
        String company = Portal.ADMIN + "/companies/" + contact.companyId();
        Map<String, Function<Api, Answer>> all = new LinkedHashMap<>();
        all.put("settings", api -> api.put(Portal.ADMIN + "/firm", Map.of("domain", "stolen.example")));
        all.put("words", api -> api.put(Portal.ADMIN + "/firm/texts/reminder", Map.of("text", "stolen")));
        all.put("logo", api -> api.put(Portal.ADMIN + "/firm/logo", "x"));
        all.put("remove logo", api -> api.delete(Portal.ADMIN + "/firm/logo"));
        for (String path : List.of("/firm/activate", "/firm/deactivate")) {
            all.put(path, api -> api.post(Portal.ADMIN + path));
        }
        for (String action : List.of("activate", "deactivate")) {
            all.put(action, api -> api.post(company + "/" + action));
        }
        for (String action : List.of("enable", "disable", "block", "unblock", "invitations")) {
            all.put(action, api -> api.post(contact.path() + "/" + action));
        }
        all.put(
                "mails",
                api -> api.post(
                        contact.path() + "/mails",
                        Map.of("kind", "reminder", "title", "From a stranger", "target", "http://127.0.0.1:1/")));
        all.put("revoke", api -> api.delete(contact.path() + "/invitations"));
        all.put("rights", api -> api.put(contact.path() + "/rights", Map.of("rights", new ArrayList<>())));
        all.put("record", api -> api.put(contact.path() + "/record", Map.of("firstName", "Stranger")));
        for (String action : List.of("accept", "ignore")) {
            all.put(action, api -> api.post(contact.path() + "/differences/firstName/" + action));
        }
        all.put("add", api -> api.post(company + "/contacts", Map.of("email", "stranger@client.example")));
        return all;
    }

    /** A user of the realm without any role of its administration. */
    private Api contactAsCaller() {
        String name = "plain." + UUID.randomUUID();
        Portal.ok(Portal.mia()
                .post(
                        "/admin/realms/northwind/users",
                        Map.of(
                                "username",
                                name,
                                "email",
                                name + "@client.example",
                                "firstName",
                                "Plain",
                                "lastName",
                                "Person",
                                "enabled",
                                true,
                                "credentials",
                                List.of(Map.of("type", "password", "value", name)))));
        return Api.user("northwind", name, name);
    }
}
