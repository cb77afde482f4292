package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static dev.clientportal.e2e.browser.ConsoleLooks.looks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.FilePayload;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.ConnectorsApi;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.StaffMember;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** CSV files, imported in the console. */
@InBrowser
@ExtendWith(LandsInPortal.class)
@Tag("D3")
class ConsoleImportsIT {
    private static final String HEADER = "company_id,company_name,project_id,project_name,email,first_name,notes\n";
    private static final double PATIENCE_MILLIS = 60_000;

    private final String id = UUID.randomUUID().toString();

    @Test
    @Tag("D1")
    @Tag("D2")
    void fileIsDroppedLookedAtImportedAndWhatWasWrongIsCorrected() throws IOException {
        String file = HEADER
                + row("p1", email("ann"))
                + row("p1", email("bob"))
                + row("p2", "cleo at fern")
                + row("p2", email("dan"));
        Mailbox ann = Mailbox.of(email("ann"));
        Mailbox cleo = Mailbox.of(email("cleo"));
        try (Person person = admin()) {
            Page page = person.page();
            ConsolePage console = ConsolePage.of(page, "northwind", "mia").go("imports");
            Download template = page.waitForDownload(
                    () -> page.getByTestId("import-template").click());
            assertThat(template.suggestedFilename()).isEqualTo("projects.csv");
            assertThat(Files.readString(template.path())).contains("company_id");
            looks(page, "console-imports");

            drop(page, "projects-" + id + ".csv", file);
            assertThat(page.getByTestId("import-plan")).containsText("1 new · 1 with errors, left out", patiently());
            assertThat(page.getByTestId("import-plan")).containsText("2 invitations");
            assertThat(page.getByTestId("import-warnings")).containsText("notes");
            assertThat(page.getByTestId("wrong")).containsText("cleo at fern");
            assertThat(page.getByTestId("import-errors").locator("tbody tr")).hasCount(1);
            assertThat(page.getByTestId("import-errors")).containsText("email:");
            looks(page, "console-import-plan");
            assertThat(inPortal("p1")).isEmpty();
            assertThat(ann.unseen()).isEmpty();

            page.getByTestId("import-commit").click();
            assertThat(console.question()).containsText("Projects that are made: 1.");
            console.confirm();
            assertThat(page.getByTestId("import-progress")).containsText("1 of 1 projects imported", patiently());
            Locator row = page.getByTestId("import-results").locator("tbody tr");
            assertThat(row).containsText("p1-" + id);
            assertThat(row).containsText(email("bob") + ": Added");
            assertThat(page.getByTestId("import-commit")).hasCount(0);
            assertThat(row.evaluate("it => it.getBoundingClientRect().right <= innerWidth"))
                    .as("long names do not push the table out of the window")
                    .isEqualTo(true);
            looks(page, "console-import-done");
            ann.next();
            assertThat(inPortal("p1")).hasSize(1);
            assertThat(inPortal("p2")).isEmpty();

            Download errors = page.waitForDownload(
                    () -> page.getByTestId("import-error-file").click());
            String corrected = Files.readString(errors.path()).replace("cleo at fern", email("cleo"));
            console.go("imports");
            assertThat(console.row("projects-" + id + ".csv")).containsText("1 of 1 projects imported");
            choose(page, "corrected.csv", corrected);
            assertThat(page.getByTestId("import-plan")).containsText("1 new", patiently());
            assertThat(page.getByTestId("import-errors")).hasCount(0);
            page.reload();
            page.getByTestId("import-commit").click();
            console.confirm();
            assertThat(page.getByTestId("import-progress")).containsText("1 of 1 projects imported", patiently());
            cleo.next();
            assertThat(inPortal("p2")).hasSize(1);

            page.locator("[data-testid=import-results] tbody a").first().click();
        }
    }

    @Test
    void adminOfTheServerImportsWithATokenOfAnotherRealmAndMayStop() {
        try (Person person = admin()) {
            Page page = person.page();
            ConsolePage console = ConsolePage.of(page, "master", "admin").openOurs("imports");
            choose(page, "left-" + id + ".csv", HEADER + row("p1", email("eve")));
            assertThat(page.getByTestId("import-plan")).containsText("1 new", patiently());
            page.getByTestId("import-stop").click();
            console.confirm();
            assertThat(page.getByText("Cancelled", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            assertThat(page.getByTestId("import-stop")).hasCount(0);
            assertThat(page.getByTestId("import-commit")).hasCount(0);
            console.go("imports");
            assertThat(console.row("left-" + id + ".csv")).containsText("Cancelled");
        }
        assertThat(inPortal("p1")).isEmpty();
    }

    @Test
    void fileThatIsNoneIsRefusedInWords() {
        try (Person person = admin()) {
            Page page = person.page();
            ConsolePage console = ConsolePage.of(page, "northwind", "mia").openOurs("imports");
            choose(page, "letter.txt", "Dear Mia,\nplease find the list attached.\n");
            assertThat(page.getByTestId("import-unreadable")).containsText("There is no column", patiently());
            assertThat(page.getByTestId("import-unreadable")).containsText("Line 1.");
            assertThat(page.getByTestId("import-commit")).hasCount(0);
            looks(page, "console-import-unreadable");
            console.openOurs("imports/" + UUID.randomUUID());
            assertThat(page.getByTestId("refusal")).isVisible();
        }
    }

    @Test
    void withoutConnectorsThePageSaysHowToSetThemUpAndWhereTheyShouldAnswer() {
        try (Person person = admin()) {
            Page page = person.page();
            ConsolePage console = ConsolePage.of(page, "northwind", "mia");
            page.route(Stack.local().connectorsUrl() + "/**", Route::abort);
            console.openOurs("imports");
            assertThat(page.getByText("The connectors at " + Stack.local().connectorsUrl()))
                    .isVisible();
            looks(page, "console-imports-away");
            page.route(
                    "**/client-portal/connectors",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("application/json")
                            .setBody("{\"username\": \"mia\"}")));
            page.reload();
            assertThat(page.getByText("No connectors are set up")).isVisible();
            looks(page, "console-imports-none");
        }
    }

    @Test
    @Tag("S14")
    void tokenOfTheConsoleIsGoodForWhatItsAdminMayDoAndNoLonger() {
        StaffMember silent = StaffMember.create()
                .with("view-organizations", "manage-organizations", "view-users", "manage-users", "view-realm");
        StaffMember admin = StaffMember.create()
                .with("view-organizations", "manage-organizations", "view-users", "manage-users", "view-realm")
                .with("client-portal-send-mail");
        StaffMember helper =
                StaffMember.create().with("view-organizations", "manage-organizations", "view-users", "view-realm");
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console = ConsolePage.of(page, "northwind", helper.name());
            String token = token(page, console);
            assertThat(page.getByTestId("nav-item-companies")).isVisible();
            assertThat(page.getByTestId("nav-item-imports")).hasCount(0);
            console.openOurs("imports");
            assertThat(page.getByText("manage-users")).isVisible();
            assertThat(page.getByTestId("import-drop")).hasCount(0);
            assertProblem(get("/imports", token), 403, "forbidden");
        }
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            ConsolePage console = ConsolePage.of(page, "northwind", silent.name());
            String token = token(page, console);
            assertThat(page.getByTestId("nav-item-contacts")).isVisible();
            assertThat(page.getByTestId("nav-item-imports")).hasCount(0);
            console.openOurs("imports");
            assertThat(page.getByTestId("refusal")).containsText("You are not allowed to do this.");
            assertThat(page.getByTestId("import-drop")).hasCount(0);
            assertProblem(get("/imports", token), 403, "forbidden");
        }
        String token;
        try (Person person = Person.atDesktop()) {
            token = token(person.page(), ConsolePage.of(person.page(), "northwind", admin.name()));
        }
        JsonNode me = Portal.ok(get("/me", token)).json();
        assertThat(me.path("client").asText()).isEqualTo("security-admin-console");
        assertThat(me.path("name").asText()).isEqualTo(admin.name());
        Portal.ok(get("/imports", token));
        String[] parts = token.split("\\.");
        assertProblem(
                get("/imports", parts[0] + "." + parts[1] + "." + parts[2].substring(1)), 401, "not-authenticated");

        Portal.ok(Portal.mia().put("/admin/realms/northwind/users/" + admin.id(), Map.of("enabled", false)));
        await().until(() -> get("/imports", token).status() == 401);
    }

    @Test
    @Tag("S14")
    void whereTheConnectorsAreIsToldToWhoMayDoAllThatAnImportDoes() {
        List<String> all = List.of("manage-organizations", "manage-users", "client-portal-send-mail");
        String path = Portal.ADMIN + "/connectors";

        for (String missing : all) {
            StaffMember some = StaffMember.create()
                    .with(all.stream().filter(role -> !role.equals(missing)).toArray(String[]::new));
            assertProblem(Portal.staff(some.name()).get(path), 403, "forbidden");
        }
        StaffMember one = StaffMember.create().with(all.toArray(String[]::new));
        assertThat(Portal.ok(Portal.staff(one.name()).get(path))
                        .json()
                        .path("url")
                        .asText())
                .isEqualTo(Stack.local().connectorsUrl());
    }

    /** Without the header by which the tests tell people apart: a page of another origin may not send it. */
    private static Person admin() {
        Person person = Person.atDesktop();
        person.page().context().setExtraHTTPHeaders(Map.of());
        return person;
    }

    private static Answer get(String path, String token) {
        return ConnectorsApi.bearer(token).get(path);
    }

    /** As the console sends it to Keycloak. */
    private static String token(Page page, ConsolePage console) {
        Request request = page.waitForRequest(
                sent -> sent.url().contains("/client-portal/companies")
                        && sent.headers().containsKey("authorization"),
                () -> console.openOurs("companies"));
        return request.headers().get("authorization").replaceFirst("Bearer ", "");
    }

    private static ContainsTextOptions patiently() {
        return new ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static void choose(Page page, String name, String content) {
        page.getByTestId("import-drop")
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    /** As a file from a folder that is let go over the page. */
    private static void drop(Page page, String name, String content) {
        JSHandle dragged = page.evaluateHandle(
                "([name, content]) => { const dragged = new DataTransfer();"
                        + " dragged.items.add(new File([content], name, { type: 'text/csv' })); return dragged; }",
                List.of(name, content));
        page.getByTestId("import-drop").dispatchEvent("drop", Map.of("dataTransfer", dragged));
    }

    private String row(String project, String email) {
        return "company-%s,Fern Foods %s,%s-%s,Annual report,%s,Ann,x%n".formatted(id, id, project, id, email);
    }

    private String email(String name) {
        return name + "@" + id + ".example";
    }

    private List<JsonNode> inPortal(String project) {
        return Facts.list(Portal.ok(PortalApi.automation().get("/projects?externalId=" + project + "-" + id))
                .json()
                .path("items"));
    }
}
