package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.clientportal.e2e.browser.ConsoleData.addContact;
import static dev.clientportal.e2e.browser.ConsoleData.openCompany;
import static dev.clientportal.e2e.browser.ConsoleLooks.looks;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.TestSupport;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the section "Client portal" of the admin console offers around one contact and the firm's record. */
@InBrowser
class ConsoleContactIT {
    private static final Duration MAIL_PAUSE = Duration.ofSeconds(61);

    @Test
    @Tag("B3")
    @Tag("B5")
    @Tag("B6")
    @Tag("X3")
    void eachFindingIsMendedWhereItIsRead() {
        String company = openCompany("Alder Arts");
        Contact contact = addContact(company, "Anna", "Aas", "anna.aas@alder.example");
        Portal.ok(Portal.mia().post(contact.path() + "/block"));
        Portal.ok(Portal.mia().post(Portal.ADMIN + "/companies/" + company + "/deactivate"));
        Mailbox mailbox = Mailbox.of(contact.email());
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console = contactPage(page, "mia", contact);
            assertThat(finding(page, "company_inactive")).isVisible();
            assertThat(finding(page, "contact_blocked")).isVisible();
            page.getByTestId("diagnosis").evaluate("it => it.scrollIntoView()");
            looks(page, "console-findings");

            mend(console, finding(page, "company_inactive"), "Activate portal");
            assertThat(finding(page, "company_inactive")).hasCount(0);
            mend(console, finding(page, "contact_blocked"), "Unblock");
            assertThat(finding(page, "contact_blocked")).hasCount(0);
            mend(console, finding(page, "invitation_not_accepted"), "Send invite");
            String first = Mailbox.link(mailbox.next());

            TestSupport.moveClock(MAIL_PAUSE);
            button(page, "Resend invite").first().click();
            console.confirm();
            String second = Mailbox.link(mailbox.next());
            DoorPage.of(person.newTab(), first);
            LinkPage.of(person.newTab(), second);

            button(page, "Revoke invite").click();
            console.confirm();
            DoorPage.of(person.newTab(), second);
            Locator newest = page.getByTestId("invitations").locator("tbody tr").first();
            assertThat(newest.locator("ol > li")).hasText(new Pattern[] {
                Pattern.compile("Asked for"),
                Pattern.compile("Sent"),
                Pattern.compile("Opened.*Chrom"),
                Pattern.compile("Revoked")
            });
            looks(page, "console-invitations");
        }
    }

    @Test
    @Tag("A7")
    @Tag("C3")
    void threeGatesAreSwitchesOfWhichEachKeepsTheContactOut() {
        Contact contact = addContact(openCompany("Aspen Audio"), "Arvo", "Aas", "arvo.aas@aspen.example");
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console = contactPage(page, "mia", contact);
            for (String gate : List.of("firm", "company", "contact")) {
                assertThat(page.getByTestId("gate-" + gate)).isChecked();
            }
            looks(page, "console-gates");
            for (Map.Entry<String, String> gate : Map.of(
                            "firm", "firm_inactive", "company", "company_inactive", "contact", "contact_not_enabled")
                    .entrySet()) {
                turn(console, page, gate.getKey());
                assertThat(page.getByTestId("gate-" + gate.getKey())).not().isChecked();
                assertThat(codes(contact)).contains(gate.getValue());
                turn(console, page, gate.getKey());
                assertThat(page.getByTestId("gate-" + gate.getKey())).isChecked();
                assertThat(codes(contact)).doesNotContain(gate.getValue());
            }
        } finally {
            Portal.open();
        }
    }

    private static void turn(ConsolePage console, Page page, String gate) {
        page.getByTestId("gates")
                .locator("label[for=client-portal-gate-" + gate + "]")
                .click();
        console.confirm();
    }

    private static List<String> codes(Contact contact) {
        return read(contact.path() + "/diagnosis").get("findings").findValuesAsText("code");
    }

    @Test
    @Tag("B18")
    void rightIsWithheld() {
        Contact contact = addContact(openCompany("Beech Books"), "Berta", "Berg", "berta@beech.example");
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            contactPage(page, "mia", contact);
            page.getByTestId("right-SIGN_DOCUMENTS").uncheck();
            page.getByTestId("save-rights").click();
            assertThat(page.getByText("The rights were saved.")).isVisible();

            page.reload();
            assertThat(page.getByTestId("right-VIEW_TASKS")).isChecked();
            assertThat(page.getByTestId("right-SIGN_DOCUMENTS")).not().isChecked();
            assertThat(read(contact.path()).path("rights"))
                    .extracting(JsonNode::asText)
                    .containsExactlyInAnyOrder("VIEW_TASKS", "UPLOAD_FILES", "SEND_MESSAGES");
        }
    }

    @Test
    @Tag("B15")
    void differenceIsDecidedAtItsField() {
        Contact contact = addContact(openCompany("Cherry Crafts"), "Carl", "Cole", "carl@cherry.example");
        Portal.changeUser(contact, Map.of("firstName", "Karl", "lastName", "Kohl"));
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console = contactPage(page, "mia", contact);
            assertThat(page.getByTestId("difference-firstName")).containsText("Karl");
            assertThat(page.getByTestId("record-firstName")).hasValue("Carl");
            looks(page, "console-record");

            page.getByTestId("accept-firstName").click();
            assertThat(console.question()).containsText("from “Carl” to “Karl”");
            console.confirm();
            assertThat(page.getByTestId("record-firstName")).hasValue("Karl");
            page.getByTestId("ignore-lastName").click();
            console.confirm();
            assertThat(page.getByTestId("difference-lastName")).hasCount(0);
            assertThat(page.getByTestId("record-lastName")).hasValue("Cole");

            page.getByTestId("record-email").fill("");
            page.getByTestId("record-phone").fill("+372 555 0123");
            page.getByTestId("save-record").click();
            assertThat(page.getByText("The firm’s record was saved.")).isVisible();
            assertThat(read(contact.path() + "/record").path("phone").asText()).isEqualTo("+372 555 0123");
            assertThat(read(contact.path() + "/record").hasNonNull("email")).isFalse();
        }
    }

    @Test
    @Tag("B15")
    void manyDifferencesAreDecidedAtOnceAndTheOutcomeOfEachIsTold() {
        String company = openCompany("Damson Dance");
        List<Contact> contacts = List.of(
                addContact(company, "Dora", "Dahl", "aa.dora@damson.example"),
                addContact(company, "Dirk", "Dorn", "aa.dirk@damson.example"));
        contacts.forEach(contact -> Portal.changeUser(contact, Map.of("firstName", "Deborah")));
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console = ConsolePage.of(page, "northwind", "mia").go("differences");
            for (Contact contact : contacts) {
                console.row(contact.email()).getByRole(AriaRole.CHECKBOX).check();
            }
            looks(page, "console-differences");
            page.getByTestId("bulk-accept").click();
            // Somebody else decides meanwhile.
            Portal.ok(Portal.mia().post(contacts.get(1).path() + "/differences/firstName/accept"));

            page.getByTestId("confirm").click();

            Locator outcomes = console.question().getByRole(AriaRole.LISTITEM);
            assertThat(outcomes)
                    .containsText(new String[] {"First name: taken over", "There is no such difference any more."});
            looks(page, "console-differences-done");
            page.getByTestId("bulk-close").click();
            assertThat(console.row("Damson Dance")).hasCount(0);
            assertThat(read(contacts.get(0).path() + "/record")
                            .path("firstName")
                            .asText())
                    .isEqualTo("Deborah");
        }
    }

    @Test
    @Tag("X7")
    void evidenceIsSavedUnderTheNameThatTheServerGives() throws IOException {
        Contact contact = addContact(openCompany("Ebony Eats"), "Emma", "Erm", "emma@ebony.example");
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console =
                    ConsolePage.of(page, "northwind", "theo").openOurs("companies/" + contact.companyId());
            Download one =
                    page.waitForDownload(() -> page.getByTestId("evidence-csv").click());
            assertThat(one.suggestedFilename()).isEqualTo("evidence-" + contact.companyId() + ".csv");
            assertThat(Files.readString(one.path())).contains(contact.id());
            page.getByTestId("evidence-csv").scrollIntoViewIfNeeded();
            looks(page, "console-evidence");

            console.go("companies");
            assertThat(page.getByTestId("view-header")).hasText("Companies");
            Download all =
                    page.waitForDownload(() -> page.getByTestId("evidence-json").click());
            assertThat(all.suggestedFilename()).isEqualTo("evidence.json");
            assertThat(Files.readString(all.path())).startsWith("[").contains(contact.id());
        }
    }

    @Test
    void contactIsSignedOutOfTheirSession() {
        Contact contact = addContact(openCompany("Fig Films"), "Fred", "Falk", "fred@fig.example");
        Mailbox mailbox = Mailbox.of(contact.email());
        Portal.ok(Portal.invite(contact));
        try (Person fred = Person.atDesktop();
                Person person = Person.atDesktop()) {
            LinkPage.of(fred.page(), Mailbox.link(mailbox.next())).press();
            fred.page().waitForURL(address -> address.contains("/account"));

            Page page = person.page();
            ConsolePage console = contactPage(page, "mia", contact);
            Locator sessions = page.getByTestId("sessions").locator("tbody tr");
            assertThat(sessions).hasCount(1);
            looks(page, "console-sessions");
            button(page, "Sign out").click();
            console.confirm();

            assertThat(page.getByTestId("sessions")).containsText("The contact is signed in nowhere.");
            assertThat(read("/admin/realms/northwind/users/" + contact.id() + "/sessions"))
                    .isEmpty();
        }
    }

    @Test
    void pagesOfKeycloakAndOursLeadToEachOther() {
        Contact contact = addContact(openCompany("Gorse Games"), "Gina", "Gold", "gina@gorse.example");
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            contactPage(page, "mia", contact);
            link(page, "User in Keycloak").click();
            assertThat(page.getByTestId("view-header")).hasText(contact.email());
            page.getByTestId("to-client-portal").click();
            link(page, "Gorse Games").click();
            link(page, "Organization in Keycloak").click();
            assertThat(page.getByTestId("view-header")).hasText("Gorse Games");
            page.getByTestId("to-client-portal").click();
            assertThat(page.getByTestId("company-active")).isVisible();
        }
    }

    @Test
    @Tag("B1")
    void whoMayOnlyLookReadsAllAndIsOfferedNothing() {
        Contact contact = addContact(openCompany("Holly Homes"), "Hugo", "Holm", "hugo@holly.example");
        Portal.changeUser(contact, Map.of("firstName", "Hugh"));
        Portal.ok(Portal.mia().post(contact.path() + "/disable"));
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            contactPage(page, "theo", contact);
            assertThat(page.getByTestId("difference-firstName")).containsText("Hugh");
            assertThat(finding(page, "contact_not_enabled")).isVisible();
            assertThat(page.getByTestId("sessions")).isVisible();
            assertOffersNothing(page);
            looks(page, "console-contact-read");
        }
    }

    private static void assertOffersNothing(Page page) {
        assertThat(page.getByTestId("refusal")).hasCount(0);
        assertThat(page.getByTestId("save-rights")).hasCount(0);
        assertThat(page.getByTestId("save-record")).hasCount(0);
        assertThat(page.getByTestId("right-VIEW_TASKS")).isDisabled();
        for (String gate : List.of("firm", "company", "contact")) {
            assertThat(page.getByTestId("gate-" + gate)).isDisabled();
        }
        for (String part : List.of("diagnosis", "rights", "record")) {
            assertThat(page.getByTestId(part).locator("button")).hasCount(0);
        }
        assertThat(page.locator("tbody button")).hasCount(0);
    }

    private static ConsolePage contactPage(Page page, String admin, Contact contact) {
        ConsolePage console = ConsolePage.of(page, "northwind", admin)
                .openOurs("companies/" + contact.companyId() + "/contacts/" + contact.id());
        assertThat(page.getByTestId("record-email")).isVisible();
        return console;
    }

    private static Locator finding(Page page, String code) {
        return page.getByTestId("finding-" + code);
    }

    private static void mend(ConsolePage console, Locator finding, String button) {
        finding.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
        console.confirm();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static JsonNode read(String path) {
        return Portal.ok(Portal.mia().get(path)).json();
    }
}
