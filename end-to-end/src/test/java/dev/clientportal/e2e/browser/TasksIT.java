package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Page;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.stack.ReceivedMail;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tasks and projects as contacts meet them. */
@InBrowser
@ExtendWith(LandsInPortal.class)
class TasksIT {
    private final PortalApi api = PortalApi.automation();

    @Test
    @Tag("E4")
    void contactSeesWhatIsToBeDoneByDueDateAndDoesIt() {
        Contact contact = Portal.newContact("birch-bakery");
        String today = today().toString();
        project(
                contact,
                "Annual report",
                task("TO_DO", "Check the draft", "due", today().plusDays(9).toString()),
                task("QUESTION", "Did you buy anything big?", "due", today),
                task("TO_DO", "Read the terms", "description", "Line one.\n\nLine two <b>not bold</b>."),
                task("UPLOAD", "Bank statements", "due", today().minusDays(3).toString()));
        try (Person person = Person.atPhone()) {
            Page page = person.page();
            InPortal.signIn(page, contact, "birch-bakery");

            assertThat(page.locator(".cp-way-title")).hasText(new String[] {
                "Welcome: have a look around",
                "Bank statements",
                "Did you buy anything big?",
                "Check the draft",
                "Read the terms"
            });
            assertThat(page.locator(".app-late")).hasCount(1);
            InPortal.looks(page, "portal-home-tasks");

            page.click("text=Read the terms");
            assertThat(page.locator(".app-prose")).containsText("not bold</b>.");
            InPortal.looks(page, "portal-task");
            page.click("text=Mark as done");

            assertThat(page.locator(".cp-alert-success")).containsText("Done by Con Tact");
            page.click("nav >> text=Tasks");
            assertThat(page.locator(".cp-way")).hasCount(4);
            page.click(".app-tabs >> text=Done");
            assertThat(page.locator(".cp-way-title")).hasText("Read the terms");
            InPortal.looks(page, "portal-tasks-done");
            page.click("text=Read the terms");
            page.click("text=Not done yet");
            assertThat(page.locator(".cp-alert-success")).hasCount(0);
        }
    }

    @Test
    @Tag("E4")
    void questionIsAnsweredWithoutJavaScript() {
        Contact contact = Portal.newContact("birch-bakery");
        project(contact, "Questions", task("QUESTION", "Did you move?"));
        try (Person person = Person.withoutJavaScript()) {
            Page page = person.page();
            InPortal.signIn(page, contact, "birch-bakery");
            page.click("text=Did you move?");

            page.fill("#text", "Yes, to Tartu.");
            page.click("text=Send the answer");

            assertThat(page.locator(".app-talk-text")).hasText("Yes, to Tartu.");
            assertThat(page.locator(".cp-alert-success")).containsText("Done by Con Tact");
        }
    }

    @Test
    void textThatIsTooLongStaysInTheForm() {
        Contact contact = Portal.newContact("birch-bakery");
        project(contact, "Long", task("TO_DO", "Write a lot"));
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            InPortal.signIn(page, contact, "birch-bakery");
            page.click("text=Write a lot");

            page.fill("#text", "x".repeat(4001));
            page.click("text=Send");

            assertThat(page.locator("#text-error")).containsText("too long");
            assertThat(page.locator("#text")).hasValue("x".repeat(4001));
            InPortal.looks(page, "portal-task-too-long");
            page.fill("#text", "Short 👍 العربية");
            page.click("text=Send");
            assertThat(page.locator(".app-talk-text")).hasText("Short 👍 العربية");
        }
    }

    @Test
    @Tag("B10")
    @Tag("E3")
    @Tag("E5")
    void secondContactSeesTheCompanysTasksAndNotThoseOfTheFirst() {
        String alias = "tasks-" + System.nanoTime();
        Portal.ok(Portal.mia().post(Portal.ADMIN + "/companies/" + Portal.addCompany(alias) + "/activate"));
        Contact first = Portal.newContact(alias);
        Contact second = Portal.newContact(alias);
        project(first, "For one", task("TO_DO", "For the first alone"));
        JsonNode mixed = Portal.ok(api.post(
                        "/projects",
                        Map.of(
                                "company",
                                alias,
                                "name",
                                "For all",
                                "tasks",
                                List.of(
                                        task("TO_DO", "For everybody " + first.id()),
                                        Map.of("title", "Not shared yet", "shared", false)),
                                "notify",
                                false)))
                .json();
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            InPortal.signIn(page, second, alias);

            page.click("nav >> text=Projects");
            assertThat(page.locator("main")).containsText("For all");
            assertThat(page.locator("main")).not().containsText("For one");
            page.navigate(InPortal.home(alias) + "projects/" + mixed.path("id").asText());
            assertThat(page.locator(".cp-way-title")).hasText("For everybody " + first.id());
            InPortal.looks(page, "portal-project");
        }
    }

    @Test
    @Tag("C2")
    @Tag("E3")
    void whatIsNotSharedWithTheContactInThisCompanyIsNotFound() {
        Contact contact = Portal.newContact("birch-bakery");
        Portal.addContact("cedar-cycles", contact.email());
        Contact other = Portal.newContact("birch-bakery");
        JsonNode mine = project(contact, "Mine", task("TO_DO", "Mine in Birch"));
        JsonNode others = project(other, "Theirs", task("TO_DO", "Theirs in Birch"));
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            InPortal.signIn(page, contact, "birch-bakery");
            page.navigate(InPortal.home("cedar-cycles"));
            assertThat(page.locator("main")).not().containsText("Mine in Birch");

            for (String path : List.of(
                    "birch-bakery/projects/" + others.path("id").asText(),
                    "birch-bakery/tasks/" + firstTask(others),
                    "cedar-cycles/projects/" + mine.path("id").asText(),
                    "cedar-cycles/tasks/" + firstTask(mine))) {
                assertThat(page.navigate(PortalApi.portal() + "/c/" + path).status())
                        .as(path)
                        .isEqualTo(404);
                assertThat(page.locator("body")).not().containsText("Theirs");
            }
            assertThat(page.navigate(InPortal.home("birch-bakery") + "tasks/" + firstTask(mine))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    @Tag("A8")
    void whatIsSentToAClosedCompanyIsThereAfterItOpensAgain() {
        Contact contact = Portal.newContact("birch-bakery");
        Contact inDune = Portal.addContact("dune-design", contact.email());
        String company = Portal.ADMIN + "/companies/" + inDune.companyId();
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            InPortal.signIn(page, contact, "birch-bakery");
            page.navigate(InPortal.home("dune-design"));
            assertThat(page.locator("h1")).hasText("Hello, Con Tact");
            Portal.ok(Portal.mia().post(company + "/deactivate"));
            project(inDune, "Sent while closed", task("TO_DO", "Out of reach"));
            page.waitForCondition(() -> page.reload().status() == 403);
            assertThat(page.locator("body")).not().containsText("Out of reach");

            Portal.ok(Portal.mia().post(company + "/activate"));
            page.click("text=Try again");

            assertThat(page.locator("main")).containsText("Out of reach");
        } finally {
            Portal.ok(Portal.mia().post(company + "/activate"));
        }
    }

    @Test
    @Tag("B13")
    @Tag("B14")
    void contactsAreToldOnceOfAllTheirTasksAndTheMailLetsThemIn() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        JsonNode made = Portal.ok(api.post(
                        "/projects",
                        Map.of(
                                "company",
                                "birch-bakery",
                                "name",
                                "Annual report",
                                "contacts",
                                List.of(contact.id()),
                                "tasks",
                                List.of(task("TO_DO", "Number one"), task("TO_DO", "Number two")))))
                .json();

        ReceivedMail mail = mailbox.next();

        assertThat(mail.subject()).contains("Annual report");
        assertThat(mail.text()).contains("Number one", "Number two");
        try (Person person = Person.atPhone()) {
            Page page = person.page();
            LinkPage.of(page, Mailbox.link(mail)).press();
            page.waitForURL(InPortal.home("birch-bakery") + "projects/"
                    + made.path("id").asText());
            assertThat(page.locator(".cp-way-title")).hasText(new String[] {"Number one", "Number two"});
        }
    }

    @Test
    @Tag("E1")
    @Tag("E2")
    void newContactIsGreetedOnceAndHasTheSampleTaskFirst() {
        Contact contact = Portal.newContact("birch-bakery");
        project(contact, "Work", task("TO_DO", "Urgent", "due", today().toString()));
        try (Person person = Person.atPhone()) {
            Page page = person.page();
            LinkPage.of(page, Links.invitation(contact)).press();
            page.waitForURL(InPortal.home("birch-bakery") + "welcome**");
            InPortal.looks(page, "portal-welcome");
            page.click("text=Go on");
            assertThat(page.locator(".cp-way-title")).hasText(new String[] {"Welcome: have a look around", "Urgent"});

            // The portal knows this browser no more, and Keycloak does: a sign-in as on another device, without a mail.
            person.window().clearCookies(new ClearCookiesOptions().setName("portal"));
            page.navigate(InPortal.home("birch-bakery"));

            page.waitForURL(InPortal.home("birch-bakery"));
            assertThat(page.locator(".cp-way")).hasCount(2);
            assertThat(person.window().cookies(PortalApi.portal() + "/"))
                    .anyMatch(cookie -> cookie.name.equals("portal"));
        }
    }

    private JsonNode project(Contact contact, String name, Map<?, ?>... tasks) {
        return Portal.ok(api.post(
                        "/projects",
                        Map.of(
                                "company",
                                contact.companyId(),
                                "name",
                                name,
                                "contacts",
                                List.of(contact.id()),
                                "tasks",
                                List.of(tasks),
                                "notify",
                                false)))
                .json();
    }

    private String firstTask(JsonNode project) {
        return Facts.list(Portal.ok(api.get("/projects/" + project.path("id").asText() + "/tasks"))
                        .json()
                        .path("items"))
                .get(0)
                .path("id")
                .asText();
    }

    private static Map<String, Object> task(String kind, String title, String... more) {
        return more.length == 0
                ? Map.of("kind", kind, "title", title)
                : Map.of("kind", kind, "title", title, more[0], more[1]);
    }

    /** Where the firm is. */
    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Tallinn"));
    }
}
