package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.SampleFiles;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One contact's walk through the portal, with words that look well: the pictures of the contact's guide are copies of these. */
@InBrowser
@ExtendWith(LandsInPortal.class)
class PortalPicturesIT {
    private final PortalApi api = PortalApi.automation();

    @Test
    void fromTheWelcomeToTheSignature() {
        Contact contact = Portal.addContact("birch-bakery", "marta.saar@birch.example");
        Portal.changeUser(contact, Map.of("firstName", "Marta", "lastName", "Saar"));
        Portal.addContact("cedar-cycles", contact.email());
        String project = project(contact);
        String sign = tasks(project).get(2);
        Portal.ok(api.send(api.request("/tasks/" + sign + "/documents?name=Engagement%20letter.pdf")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(SampleFiles.onePage()))));
        try (Person person = Person.atPhone()) {
            Page page = person.page();
            LinkPage.of(page, Links.invitation(contact)).press();
            page.waitForURL("**/welcome**");
            Pictures.take(page, "docs-welcome");
            page.click("main .cp-button-primary");
            assertThat(page.locator("h1")).hasText("Hello, Marta Saar");
            Pictures.take(page, "docs-portal-home");
            page.click(InPortal.MENU);
            Pictures.take(page, "docs-portal-menu");
            page.navigate(
                    InPortal.home("birch-bakery") + "tasks/" + tasks(project).get(0));
            Pictures.take(page, "docs-portal-task");
            page.navigate(InPortal.home("birch-bakery") + "tasks/" + sign + "/signature");
            Pictures.take(page, "docs-portal-sign");
            page.navigate(InPortal.home("birch-bakery") + "messages");
            page.fill("#text", "May we send the receipts on Monday?");
            page.click("text=Send");
            Pictures.take(page, "docs-portal-messages");
        }
        try (Person staff = Person.atDesktop()) {
            StaffAreaIT.signIn(staff.page(), "mia");
            staff.page()
                    .navigate(PortalApi.portal() + "/staff/companies/" + contact.companyId() + "/projects/" + project);
            Pictures.take(staff.page(), "docs-staff-project");
        }
    }

    private String project(Contact contact) {
        return Portal.ok(api.post(
                        "/projects",
                        Map.of(
                                "company",
                                "birch-bakery",
                                "name",
                                "Annual accounts 2026",
                                "contacts",
                                List.of(contact.id()),
                                "tasks",
                                List.of(
                                        Map.of(
                                                "kind",
                                                "UPLOAD",
                                                "title",
                                                "Bank statements for November",
                                                "description",
                                                "All accounts, as PDF or CSV.",
                                                "due",
                                                "2030-12-10"),
                                        Map.of(
                                                "kind",
                                                "QUESTION",
                                                "title",
                                                "Did you buy or sell a vehicle this year?",
                                                "due",
                                                "2030-12-15"),
                                        Map.of(
                                                "kind",
                                                "SIGN",
                                                "title",
                                                "Sign the engagement letter",
                                                "due",
                                                "2030-12-20")),
                                "notify",
                                false)))
                .json()
                .path("id")
                .asText();
    }

    private List<String> tasks(String project) {
        return Portal.ok(api.get("/projects/" + project + "/tasks"))
                .json()
                .path("items")
                .findValuesAsText("id");
    }
}
