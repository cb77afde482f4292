package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.PortalStatements;
import dev.clientportal.e2e.StaffMember;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Staff rename, close and reopen projects, find them and their tasks, and find the contacts who shall see them. */
@InBrowser
@ExtendWith(LandsInPortal.class)
class StaffProjectsIT {
    private static final String ROWS = ".staff-row";

    private final PortalApi api = PortalApi.automation();
    private String alias;
    private String company;
    private Contact contact;

    @BeforeEach
    void makeCompany() {
        alias = "projects-" + System.nanoTime();
        company = Portal.addCompany(alias);
        Portal.ok(Portal.mia().post(Portal.ADMIN + "/companies/" + company + "/activate"));
        contact = Portal.addContactTo(company, "one." + alias + "@client.example");
    }

    @Test
    @Tag("E4")
    void closedProjectIsOverForItsContactsUntilItIsOpenedAgain() {
        String project = project(
                "Annual report",
                Map.of("title", "Did you move?", "kind", "QUESTION"),
                Map.of("title", "Read the terms"));
        try (Person staff = Person.atPhone();
                Person reader = Person.atPhone()) {
            Page page = staff.page();
            Page read = reader.page();
            InPortal.signIn(read, contact, alias);
            read.click("text=Did you move?");
            read.fill("#text", "Yes, to Tartu.");
            StaffAreaIT.signIn(page, "mia");
            page.navigate(desk("/projects/" + project));

            page.click("text=Close the project");

            assertThat(page.locator("main > [role=status]")).containsText("The project is closed");
            assertThat(page.locator("#add")).hasCount(0);
            InPortal.looks(page, "desk-project-closed");
            page.click("text=Did you move?");
            assertThat(page.locator("main")).containsText("The project is finished");
            assertThat(page.locator("main form")).hasCount(0);
            InPortal.looks(page, "desk-task-closed");

            read.click("text=Send the answer");
            assertThat(read.locator("main > [role=status]")).containsText("The project is finished");
            assertThat(read.locator("#unsent")).hasValue("Yes, to Tartu.");
            InPortal.looks(read, "portal-task-closed-meanwhile");
            read.click("nav >> text=Tasks");
            assertThat(read.locator("main")).not().containsText("Did you move?");
            read.click(".app-tabs >> text=Done");
            assertThat(read.locator(".cp-way-text")).containsText(new String[] {"Finished", "Finished"});
            InPortal.looks(read, "portal-tasks-finished");
            read.click("nav >> text=Projects");
            assertThat(read.locator(".app-empty")).containsText("No projects yet");
            read.click("text=Finished");
            InPortal.looks(read, "portal-projects-finished");
            read.click("text=Annual report");
            assertThat(read.locator("main > [role=status]")).containsText("The project is finished");
            InPortal.looks(read, "portal-project-finished");

            page.click("text=To the project");
            page.click("button:has-text('Open it again')");
            assertThat(page.locator("#add")).isVisible();
            read.navigate(InPortal.home(alias));
            read.click("text=Did you move?");
            read.fill("#text", "Yes, to Tartu.");
            read.click("text=Send the answer");
            assertThat(read.locator(".cp-alert-success")).containsText("Done by Con Tact");
        }
    }

    @Test
    void staffChangeNothingInAClosedProjectEither() {
        String project = project("Over", Map.of("title", "Late"));
        String task = task(project);
        try (Person staff = Person.atDesktop()) {
            StaffAreaIT.signIn(staff.page(), "mia");
            assertThat(post(staff, "/projects/" + project + "/edit/close")).isEqualTo(303);

            for (String page : List.of(
                    "/projects/" + project + "/tasks",
                    "/projects/" + project + "/share",
                    "/tasks/" + task + "/comments",
                    "/tasks/" + task + "/done",
                    "/tasks/" + task + "/reopen",
                    "/tasks/" + task + "/edit")) {
                assertThat(post(staff, page)).as(page).isEqualTo(409);
            }
            staff.page().navigate(desk("/projects/" + project));
            assertThat(staff.page().locator(ROWS)).hasCount(1);
            assertThat(staff.page().locator("main")).not().containsText("Forged");
        }
    }

    @Test
    void projectIsRenamedUnlessSomebodyElseChangedItAndFoundByItsNameWithoutJavaScript() {
        String project = project("Moving in");
        project("Moving out");
        try (Person staff = Person.withoutJavaScript()) {
            Page page = staff.page();
            StaffAreaIT.signIn(page, "mia");
            page.navigate(desk("/projects/" + project));
            page.click("text=Edit");
            Page other = staff.newTab();
            other.navigate(page.url());
            page.fill("#name", "x".repeat(201));
            page.click("text=Save");
            assertThat(page.locator("#name-error")).containsText("up to 200");
            page.fill("#name", "Moving in, at last");
            page.click("text=Save");
            assertThat(page.locator("h1")).hasText("Moving in, at last");
            other.fill("#description", "Too late");
            other.click("text=Save");
            assertThat(other.locator("[role=alert]")).containsText("Somebody else changed it");
            assertThat(other.locator("#description")).hasValue("Too late");
            Pictures.take(other, "desk-edit-project");

            page.click("text=Close the project");
            page.navigate(desk("/projects"));
            assertThat(page.locator(ROWS)).hasText(new String[] {"Moving out No tasks"});
            page.fill("#search", "AT LAST");
            page.press("#search", "Enter");
            assertThat(page.locator(".app-empty")).containsText("No open project has “AT LAST” in its name.");
            Pictures.take(page, "desk-projects-none-found");
            page.click(".app-tabs >> text=Closed");
            assertThat(page.locator(ROWS)).containsText("Moving in, at last");
            page.fill("#search", "%");
            page.press("#search", "Enter");
            assertThat(page.locator(ROWS)).hasCount(0);
            page.click("text=Show all");
            assertThat(page.locator(ROWS)).hasCount(1);
        }
    }

    @Test
    @Tag("B1")
    void projectsAndTasksAreFoundInTheCompaniesThatStaffSeeAndInNoOthers() {
        String mark = "Ünique" + System.nanoTime();
        String project = project(
                "The " + mark + " one", Map.of("title", "Sign the " + mark.toUpperCase(Locale.ROOT) + " paper"));
        project(
                "Another one",
                IntStream.range(0, 25)
                        .mapToObj(i -> Map.of("title", "Part " + i + " of " + mark))
                        .toArray(Map[]::new));
        try (Person staff = Person.atPhone()) {
            Page page = staff.page();
            StaffAreaIT.signIn(page, "mia");
            page.click("nav >> text=Search");
            assertThat(page.locator("h1")).hasText("Find projects and tasks");
            page.fill("#search", "no-" + mark);
            page.press("#search", "Enter");
            assertThat(page.locator(".app-empty")).containsText("No project and no task");
            InPortal.looks(page, "staff-search-none");
            page.fill("#search", mark.toLowerCase(Locale.ROOT) + " ");
            page.press("#search", "Enter");
            assertThat(page.locator(ROWS)).hasCount(20);
            assertThat(page.locator(ROWS).first()).containsText("Another one · " + alias);
            InPortal.looks(page, "staff-search");
            page.click("[rel=next]");
            assertThat(page.locator(ROWS)).hasCount(7);
            assertThat(page.locator(ROWS + " .staff-row-more:has-text('Project · " + alias + "')"))
                    .hasCount(1);
            page.click(ROWS + " a:has-text('Project · " + alias + "')");
            assertThat(page.locator("h1")).hasText("The " + mark + " one");
            assertThat(page.url()).endsWith("/projects/" + project);
            String search = PortalApi.portal() + "/staff/search?search=" + mark.substring(1);
            assertThat(PortalStatements.of(() -> assertThat(get(staff, search)).isEqualTo(200)))
                    .isBetween(5L, 6L);
            for (String odd : List.of("%25", "_", "!", "%00", "a%0Ab", "x".repeat(2000), "a&after=x", "a&after=1.2")) {
                assertThat(get(staff, PortalApi.portal() + "/staff/search?search=" + odd))
                        .as(odd)
                        .isEqualTo(200);
            }
        }
        StaffMember seesNothing = StaffMember.create().mayEnter();
        try (Person staff = Person.atDesktop()) {
            StaffAreaIT.signIn(staff.page(), seesNothing.name());
            staff.page().navigate(PortalApi.portal() + "/staff/search?search=" + mark.substring(1));
            assertThat(staff.page().locator("main")).containsText("Nothing found");
            assertThat(staff.page().locator("main")).not().containsText(alias);
        }
    }

    @Test
    @Tag("E3")
    void anyOfManyContactsIsFoundAndChosenWithoutJavaScript() {
        for (int i = 100; i < 205; i++) Portal.addContactTo(company, "aa" + i + "." + alias + "@client.example");
        Contact last = Portal.addContactTo(company, "zz." + alias + "@client.example");
        try (Person staff = Person.withoutJavaScript()) {
            Page page = staff.page();
            StaffAreaIT.signIn(page, "mia");
            page.navigate(desk("/projects/new"));
            assertThat(page.locator("[name=contact]")).hasCount(100);
            assertThat(page.locator("[name=contact][value='" + last.id() + "']"))
                    .hasCount(0);
            Pictures.take(page, "desk-new-project-many");
            page.fill("#description", "Still there");
            page.fill("#share-find", "nobody-at-all");
            page.press("#share-find", "Enter");
            assertThat(page.locator("#share-found")).containsText("begins with “nobody-at-all”");
            page.fill("#share-find", "zz.");
            page.click(".desk-find >> text=Search");
            assertThat(page.locator("#share-found")).hasText("Found: 1");
            assertThat(page.locator(".cp-error")).hasCount(0);
            page.check("[name=contact][value='" + last.id() + "']");
            page.fill("#share-find", "aa104.");
            page.press("#share-find", "Enter");
            assertThat(page.locator("[name=contact]")).hasCount(2);
            assertThat(page.locator("[name=contact]:checked")).hasCount(1);
            Pictures.take(page, "desk-new-project-found");
            page.fill("#name", "For the last one");
            page.click(".desk-contacts >> text=aa104");
            assertThat(page.locator("#description")).hasValue("Still there");
            page.click("text=Create the project");
            assertThat(page.locator("h1")).hasText("For the last one");

            page.fill("#title", "Only for them");
            page.fill("#share-find", "zz.");
            page.press("#share-find", "Enter");
            assertThat(page.locator("#title")).hasValue("Only for them");
            page.check("#add [name=contact][value='" + last.id() + "']");
            page.press("#title", "Enter");
            assertThat(page.locator(ROWS)).containsText(new String[] {"Only for them"});
            assertThat(page.locator(ROWS)).containsText("Contacts: 1");
            page.check(ROWS + " >> [name=task]");
            page.click(".desk-more > summary");
            page.fill("#bulk-find", "aa200.");
            page.press("#bulk-find", "Enter");
            assertThat(page.locator(ROWS + " >> [name=task]")).isChecked();
            assertThat(page.locator("#tasks [name=contact]")).hasCount(1);
            page.check("#tasks [name=contact]");
            Pictures.take(page, "desk-share-found");
            page.click("text=Save who sees them");
            assertThat(page.locator("main [role=status]").first()).containsText("Saved for tasks: 1");
            page.click(ROWS + " a");
            assertThat(page.locator(".app-facts")).containsText("Seen by: Con Tact");
        }
    }

    @Test
    @Tag("E4")
    void contactWithManyTasksFindsThemByTheirTitles() {
        project(
                "Many",
                IntStream.range(0, 40)
                        .mapToObj(i -> Map.of("title", "Number " + i + " of many"))
                        .toArray(Map[]::new));
        try (Person reader = Person.atPhone()) {
            Page page = reader.page();
            InPortal.signIn(page, contact, alias);
            page.click("nav >> text=Tasks");
            InPortal.looks(page, "portal-tasks-many");
            page.fill("#search", "NUMBER 3");
            page.press("#search", "Enter");
            assertThat(page.locator(".cp-way")).hasCount(11);
            page.fill("#search", "nothing like it");
            page.press("#search", "Enter");
            assertThat(page.locator(".app-empty")).containsText("No title here has “nothing like it” in it.");
            InPortal.looks(page, "portal-tasks-none-found");
            page.click("text=Show all");
            assertThat(page.locator(".cp-way")).hasCount(30);
        }
    }

    /** Its contact sees all tasks, and is not told. */
    private String project(String name, Map<?, ?>... tasks) {
        return Portal.ok(api.post(
                        "/projects",
                        Map.of(
                                "company",
                                company,
                                "name",
                                name,
                                "contacts",
                                List.of(contact.id()),
                                "tasks",
                                List.of(tasks),
                                "notify",
                                false)))
                .json()
                .path("id")
                .asText();
    }

    private String task(String project) {
        JsonNode tasks = Portal.ok(api.get("/projects/" + project + "/tasks")).json();
        return Facts.list(tasks.path("items")).get(0).path("id").asText();
    }

    private static int get(Person person, String address) {
        return person.window().request().get(address).status();
    }

    /** Whatever form is there, filled in. */
    private int post(Person person, String page) {
        URI address = URI.create(desk(page));
        return person.window()
                .request()
                .post(
                        address.toString(),
                        RequestOptions.create()
                                .setHeader("Origin", address.getScheme() + "://" + address.getAuthority())
                                .setForm(FormData.create()
                                        .set("id", "00000000-0000-4000-8000-000000000000")
                                        .set("version", "0")
                                        .set("title", "Forged")
                                        .set("text", "Forged")
                                        .set("which", "all")
                                        .set("share", "everybody"))
                                .setMaxRedirects(0))
                .status();
    }

    private String desk(String page) {
        return PortalApi.portal() + "/staff/companies/" + company + page;
    }
}
