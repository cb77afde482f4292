package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.PortalStatements;
import dev.clientportal.e2e.SampleFiles;
import dev.clientportal.e2e.StaffMember;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Staff make projects and tasks, choose who sees them, talk about them, and invite new clients. */
@InBrowser
@ExtendWith(LandsInPortal.class)
class StaffDeskIT {
    private static final String WELCOME = "Welcome: have a look around";
    private static final String ROWS = ".staff-row";

    private final PortalApi api = PortalApi.automation();
    private String alias;
    private String company;
    private Contact first;
    private Contact second;

    @BeforeEach
    void makeCompany() {
        alias = "desk-" + System.nanoTime();
        company = Portal.addCompany(alias);
        Portal.ok(Portal.mia().post(Portal.ADMIN + "/companies/" + company + "/activate"));
        first = Portal.addContactTo(company, "first." + alias + "@client.example");
        second = Portal.addContactTo(company, "second." + alias + "@client.example");
    }

    @Test
    @Tag("E3")
    @Tag("E4")
    void projectIsMadeFromATemplateForOneContactAndOnce() {
        String template = "Annual accounts " + alias;
        Portal.ok(api.post(
                "/templates",
                Map.of(
                        "name",
                        template,
                        "tasks",
                        List.of(
                                Map.of("kind", "UPLOAD", "title", "Bank statements", "dueDays", 14),
                                Map.of("kind", "QUESTION", "title", "Did you buy a car?")))));
        try (Person staff = Person.atPhone();
                Person sees = Person.atPhone();
                Person doesNot = Person.atDesktop()) {
            Page page = staff.page();
            // Before anything is shared: a mail about that would have a newer link than the invitation.
            InPortal.signIn(sees.page(), first, alias);
            InPortal.signIn(doesNot.page(), second, alias);
            StaffAreaIT.signIn(page, "mia");
            page.navigate(desk(""));
            page.click("main >> text=Projects");
            assertThat(page.locator(".app-empty")).containsText("No projects yet");
            InPortal.looks(page, "desk-projects-empty");
            page.click("text=New project");
            page.fill("#name", "x".repeat(201));
            page.fill("#description", "What we need <b>this</b> year.");
            page.selectOption("#template", new SelectOption().setLabel(template));
            page.check("[name=share][value=contacts]");
            page.click("text=Create the project");

            assertThat(page.locator("#name-error")).containsText("up to 200");
            assertThat(page.locator("#share-error")).containsText("Tick at least one contact");
            assertThat(page.locator("#description")).hasValue("What we need <b>this</b> year.");
            assertThat(page.locator("#template option:checked")).hasText(template);
            InPortal.looks(page, "desk-new-project-wrong");
            page.fill("#name", "Accounts 2026");
            page.check("[name=contact][value='" + first.id() + "']");
            Object answers = page.evaluate("() => { const form = document.querySelector('.desk-form');"
                    + "const send = () => fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form))})"
                    + ".then(answer => answer.url); return Promise.all([send(), send()]); }");
            page.click("text=Create the project");

            assertThat(answers).isEqualTo(List.of(page.url(), page.url()));
            assertThat(page.locator("h1")).hasText("Accounts 2026");
            assertThat(page.locator(ROWS)).hasCount(2);
            assertThat(page.locator(ROWS).first()).containsText("Bank statements");
            assertThat(page.locator(ROWS).first()).containsText("Contacts: 1");
            InPortal.looks(page, "desk-project");
            page.navigate(desk("/projects"));
            assertThat(page.locator(ROWS)).hasCount(1);
            assertThat(page.locator(ROWS)).containsText("0 of 2 done");
            InPortal.looks(page, "desk-projects");

            sees.page().reload();
            assertThat(sees.page().locator(".cp-way-title"))
                    .hasText(new String[] {WELCOME, "Bank statements", "Did you buy a car?"});
            doesNot.page().reload();
            assertThat(doesNot.page().locator(".cp-way-title")).hasText(WELCOME);
        }
    }

    @Test
    @Tag("E3")
    @Tag("E6")
    void hundredTasksAreSharedAtOnceAndTakenBackWithoutJavaScript() {
        String project = project(100);
        try (Person staff = Person.withoutJavaScript();
                Person contact = Person.atPhone()) {
            Page page = staff.page();
            StaffAreaIT.signIn(page, "mia");
            InPortal.signIn(contact.page(), first, alias);
            page.navigate(desk("/projects/" + project));
            assertThat(page.locator(ROWS)).hasCount(100);
            assertThat(PortalStatements.of(
                            () -> assertThat(get(staff, page.url())).isEqualTo(200)))
                    .isBetween(3L, 4L);

            share(page, "ticked", "everybody");
            assertThat(page.locator(".cp-error")).containsText("Tick at least one task");
            page.check(ROWS + " >> nth=0 >> [name=task]");
            page.check("#tasks [name=contact][value='" + second.id() + "']");
            share(page, "ticked", "contacts");
            assertThat(page.locator("[role=status]")).containsText("Saved for tasks: 1");
            page.click(".desk-more > summary");
            page.check("#tasks [name=contact][value='" + first.id() + "']");
            share(page, "all", "contacts");

            assertThat(page.locator("[role=status]")).containsText("Saved for tasks: 100");
            assertThat(page.locator(ROWS + " .staff-state:has-text('Contacts: 1')"))
                    .hasCount(100);
            contact.page().reload();
            assertThat(contact.page().locator(".cp-way")).not().hasCount(1);
            contact.page().click("nav >> text=Projects");
            contact.page().click("text=With 100");
            assertThat(contact.page().locator(".cp-way")).hasCount(30);

            share(page, "all", "everybody");
            assertThat(page.locator(ROWS + " .staff-state:has-text('Everybody')"))
                    .hasCount(100);
            share(page, "all", "nobody");
            assertThat(page.locator(ROWS + " .staff-state:has-text('Not shared')"))
                    .hasCount(100);
            contact.page().navigate(InPortal.home(alias));
            assertThat(contact.page().locator(".cp-way-title")).hasText(WELCOME);
        }
    }

    @Test
    @Tag("E4")
    void taskIsAddedTalkedAboutChangedAndDone() {
        String project = project(1);
        try (Person staff = Person.atDesktop();
                Person contact = Person.atDesktop()) {
            Page page = staff.page();
            InPortal.signIn(contact.page(), first, alias);
            StaffAreaIT.signIn(page, "mia");
            page.navigate(desk("/projects/" + project));
            page.selectOption("#kind", "UPLOAD");
            page.fill("#title", "The lease");
            page.fill("#due", "2031-05-01");
            assertThat(page.locator("[name=remind]")).isChecked();
            page.uncheck("[name=remind]");
            page.click("#add button");
            assertThat(page.locator(ROWS)).hasCount(2);
            InPortal.looks(page, "desk-project-desktop");
            page.click("text=The lease");
            assertThat(page.locator(".app-facts")).containsText("Seen by: Everybody");

            page.fill("#text", "All pages, please 👍");
            page.click("#discussion button");
            assertThat(page.locator(".app-of-firm .app-talk-text")).hasText("All pages, please 👍");
            page.setInputFiles("#files", new FilePayload("plan.pdf", "application/pdf", SampleFiles.pdf("plan")));
            assertThat(page.locator("#document-list a.app-file-name")).hasText("plan.pdf");
            InPortal.looks(page, "desk-task");
            contact.page().reload();
            contact.page().click("text=The lease");
            assertThat(contact.page().locator("#document-list a.app-file-name")).hasText("plan.pdf");
            assertThat(contact.page().locator(".app-talk-head")).containsText("Mia Kask");

            page.click("text=Edit");
            assertThat(page.locator("[name=remind]")).not().isChecked();
            InPortal.looks(page, "desk-task-edit");
            Page other = staff.newTab();
            other.navigate(page.url());
            other.check("[name=remind]");
            other.fill("#title", "The lease and its annex");
            other.fill("#due", "");
            other.click("text=Save");
            assertThat(other.locator("h1")).hasText("The lease and its annex");
            page.fill("#text", "Signed by both");
            page.click("text=Save");
            assertThat(page.locator("[role=alert]")).containsText("Somebody else changed it");
            assertThat(page.locator("#text")).hasValue("Signed by both");
            InPortal.looks(page, "desk-task-changed-meanwhile");
            page.click("text=See what it says now");
            assertThat(page.locator("[name=remind]")).isChecked();
            page.fill("#text", "Signed by both");
            page.click("text=Save");
            assertThat(page.locator(".app-prose")).hasText("Signed by both");
            page.click("text=Mark as done");
            assertThat(page.locator("main > [role=status]")).containsText("Done by Mia Kask");
            contact.page().reload();
            assertThat(contact.page().locator("h1")).hasText("The lease and its annex");
            assertThat(contact.page().locator("main > [role=status]")).containsText("Done by Mia Kask");
            page.click("text=Not done yet");
            assertThat(page.locator("text=Mark as done")).isVisible();
        }
    }

    @Test
    @Tag("E2")
    void templateIsMadeChangedAndDeleted() {
        String name = "Welcome " + alias;
        try (Person staff = Person.atPhone()) {
            Page page = staff.page();
            StaffAreaIT.signIn(page, "mia");
            page.click("nav >> text=Templates");
            page.click("text=New template");
            page.fill("#title-0", "Say hello");
            page.click("text=Add a row");
            page.fill("#days-1", "soon");
            page.fill("#name", name);
            page.press("#name", "Enter");

            assertThat(page.locator("#title-1-error")).containsText("Write something");
            assertThat(page.locator("#days-1-error")).containsText("number of days");
            assertThat(page.locator("#title-0")).hasValue("Say hello");
            Pictures.take(page, "desk-template");
            page.fill("#title-1", "Send the contract");
            page.fill("#days-1", "7");
            page.uncheck("[name=remind][value='1']");
            page.click("text=Add a row");
            page.click("text=Save >> nth=-1");
            assertThat(page.locator("h1")).hasText("Templates");
            page.navigate(templates() + "/new");
            page.fill("#name", name);
            page.fill("#title-0", "Again");
            page.click("text=Save >> nth=-1");
            assertThat(page.locator("#name-error")).containsText("Another template has this name");

            Page other = staff.newTab();
            JsonNode made = Facts.list(
                            Portal.ok(api.get("/templates?max=100")).json().path("items"))
                    .stream()
                    .filter(template -> template.path("name").asText().equals(name))
                    .findFirst()
                    .orElseThrow();
            String address = templates() + "/" + made.path("id").asText();
            page.navigate(address);
            other.navigate(address);
            assertThat(page.locator(".desk-row")).hasCount(2);
            page.click("text=Remove task 1");
            page.click("text=Save >> nth=-1");
            other.fill("#description", "Too late");
            other.click("text=Save >> nth=-1");
            assertThat(other.locator("[role=alert]")).containsText("Somebody else changed it");
            assertThat(other.locator("#description")).hasValue("Too late");
            page.navigate(address);
            assertThat(page.locator("#title-0")).hasValue("Send the contract");
            assertThat(page.locator("[name=remind]")).not().isChecked();
            page.click("text=Delete");
            InPortal.looks(page, "desk-template-delete");
            page.click("button:has-text('Delete')");
            assertThat(page.locator("h1")).hasText("Templates");
            assertThat(page.navigate(address).status()).isEqualTo(404);
        }
    }

    @Test
    @Tag("B13")
    void newClientIsInvitedFromATaskAndSeesIt() {
        String project = project(2);
        String email = "new." + alias + "@client.example";
        Mailbox mailbox = Mailbox.of(email);
        try (Person staff = Person.atPhone();
                Person invited = Person.atPhone()) {
            Page page = staff.page();
            StaffAreaIT.signIn(page, "mia");
            page.navigate(desk("/tasks/" + task(project)));
            page.click("text=Add new client");
            page.fill("#firstName", "Nele");
            page.fill("#lastName", "Uus");
            page.fill("#email", "x".repeat(65) + "@client.example");
            page.click("text=Add and invite");
            assertThat(page.locator("#email-error")).containsText("not an e-mail address");
            assertThat(page.locator("#firstName")).hasValue("Nele");
            InPortal.looks(page, "desk-new-client-wrong");
            page.fill("#email", email);
            page.click("text=Add and invite");

            assertThat(page.locator(".app-facts")).containsText("Seen by: Nele Uus");
            LinkPage.of(invited.page(), Mailbox.link(mailbox.next())).press();
            invited.page().waitForURL(InPortal.home(alias) + "welcome**");
            invited.page().click("text=Go on");
            assertThat(invited.page().locator(".cp-way-title")).hasText(new String[] {WELCOME, "Task 1"});

            Portal.ok(Portal.mia().post(second.path() + "/block"));
            page.navigate(desk("/new-client?project=" + project));
            page.fill("#email", second.email());
            page.click("text=Add and invite");
            assertThat(page.locator("#email-error")).containsText("blocked in this company");
        }
        StaffMember reader = StaffMember.create().mayEnter().with("view-organizations", "view-users");
        try (Person staff = Person.atDesktop()) {
            StaffAreaIT.signIn(staff.page(), reader.name());
            staff.page().navigate(desk("/new-client?project=" + project));
            staff.page().fill("#email", email);
            staff.page().click("text=Add and invite");
            assertThat(staff.page().locator("#email-error")).containsText("may not add or invite");
        }
    }

    @Test
    @Tag("B1")
    @Tag("C2")
    void otherCompaniesIdsAndCompaniesThatAreNotShownAreNotFound() {
        String project = project(1);
        String task = task(project);
        String elsewhere = PortalApi.portal() + "/staff/companies/" + Portal.company("birch-bakery");
        StaffMember seesNothing = StaffMember.create().mayEnter();
        try (Person mia = Person.atDesktop();
                Person nobody = Person.atDesktop()) {
            StaffAreaIT.signIn(mia.page(), "mia");
            StaffAreaIT.signIn(nobody.page(), seesNothing.name());
            for (String page : List.of("/projects", "/projects/new", "/new-client")) {
                assertThat(get(nobody, desk(page))).as(page).isEqualTo(404);
            }
            for (String page : List.of(
                    "/projects/" + project,
                    "/projects/" + project + "/edit",
                    "/tasks/" + task,
                    "/tasks/" + task + "/edit",
                    "/new-client?project=" + project,
                    "/new-client?task=" + task)) {
                assertThat(get(mia, desk(page))).as(page).isEqualTo(200);
                assertThat(get(nobody, desk(page))).as(page).isEqualTo(404);
                assertThat(get(mia, elsewhere + page)).as(page).isEqualTo(404);
            }
            FormData form = FormData.create()
                    .set("id", "00000000-0000-4000-8000-000000000000")
                    .set("version", "0")
                    .set("name", "Forged")
                    .set("title", "Forged")
                    .set("text", "Forged")
                    .set("email", "forged." + alias + "@client.example")
                    .set("which", "all")
                    .set("share", "everybody")
                    .set("project", project);
            for (String page : List.of(
                    "/projects/" + project + "/tasks",
                    "/projects/" + project + "/share",
                    "/projects/" + project + "/edit",
                    "/projects/" + project + "/edit/close",
                    "/projects/" + project + "/edit/reopen",
                    "/tasks/" + task + "/comments",
                    "/tasks/" + task + "/done",
                    "/tasks/" + task + "/reopen",
                    "/tasks/" + task + "/edit",
                    "/new-client")) {
                assertThat(post(nobody, desk(page), form)).as(page).isEqualTo(404);
                assertThat(post(mia, elsewhere + page, form)).as(page).isEqualTo(404);
            }
            assertThat(post(nobody, desk("/projects"), form)).isEqualTo(404);
            String own = Portal.ok(api.post("/projects", Map.of("company", "birch-bakery", "name", "Own " + alias)))
                    .json()
                    .path("id")
                    .asText();
            FormData foreign =
                    FormData.create().set("which", "ticked").set("task", task).set("share", "everybody");
            assertThat(post(mia, elsewhere + "/projects/" + own + "/share", foreign))
                    .isEqualTo(303);

            mia.page().navigate(desk("/projects/" + project));
            assertThat(mia.page().locator(ROWS)).hasCount(1);
            assertThat(mia.page().locator(ROWS)).containsText("Not shared");
            assertThat(mia.page().locator("main")).not().containsText("Forged");
        }
    }

    /** Nobody sees its tasks. */
    private String project(int tasks) {
        return Portal.ok(api.post(
                        "/projects",
                        Map.of(
                                "company",
                                company,
                                "name",
                                "With " + tasks,
                                "tasks",
                                IntStream.rangeClosed(1, tasks)
                                        .mapToObj(i -> Map.of("title", "Task " + i, "shared", false))
                                        .toList())))
                .json()
                .path("id")
                .asText();
    }

    private String task(String project) {
        return Facts.list(Portal.ok(api.get("/projects/" + project + "/tasks"))
                        .json()
                        .path("items"))
                .get(0)
                .path("id")
                .asText();
    }

    private static void share(Page page, String which, String readers) {
        if (page.locator(".desk-more[open]").count() == 0) page.click(".desk-more > summary");
        page.check("#tasks [name=which][value=" + which + "]");
        page.check("#tasks [name=share][value=" + readers + "]");
        page.click("text=Save who sees them");
    }

    private static int get(Person person, String address) {
        return person.window().request().get(address).status();
    }

    private static int post(Person person, String address, FormData form) {
        URI uri = URI.create(address);
        APIResponse answer = person.window()
                .request()
                .post(
                        address,
                        RequestOptions.create()
                                .setHeader("Origin", uri.getScheme() + "://" + uri.getAuthority())
                                .setForm(form)
                                .setMaxRedirects(0));
        return answer.status();
    }

    private String desk(String page) {
        return PortalApi.portal() + "/staff/companies/" + company + page;
    }

    private static String templates() {
        return PortalApi.portal() + "/staff/templates";
    }
}
