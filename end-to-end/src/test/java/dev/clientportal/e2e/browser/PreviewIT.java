package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What staff are shown of the portal before any contact is in it. */
@InBrowser
@ExtendWith(LandsInPortal.class)
@Tag("A4")
class PreviewIT {
    private static final String ORGANIZATIONS = "/admin/realms/northwind/organizations";
    private static final List<String> PARTS = List.of("main", ".app-brand", ".app-nav", ".app-who", "footer", "head");

    @Test
    void previewOfTheHomePageIsThePageThatANewContactSees() {
        try (Person staff = Person.atDesktop();
                Person person = Person.atDesktop()) {
            Page preview = staff.page();
            StaffAreaIT.signIn(preview, "mia");
            preview.click("summary:has(.app-who)");
            preview.click("text=See the portal as contacts do");
            assertThat(preview.locator(".app-person")).hasText("Alex Example");
            Pictures.looks(preview, "staff-preview");
            Page live = person.page();
            String company = exampleCompany();
            try {
                arrive(live, company);

                for (String part : PARTS) {
                    assertThat(markup(preview, part)).as(part).isEqualTo(markup(live, part));
                }
            } finally {
                Portal.ok(Portal.administrator().delete(ORGANIZATIONS + "/" + company));
            }

            preview.click(".cp-way");
            assertThat(preview.locator("h1")).hasText("Hello, Alex Example");
            preview.click("nav >> text=Messages");
            assertThat(preview.locator("h1")).hasText("Hello, Alex Example");
            preview.click("text=Back to the staff area");
            assertThat(preview.locator("h1")).hasText("Companies");
        }
    }

    @Test
    @Tag("A2")
    void previewIsThereBeforeTheFirmIsActive() {
        try (Person staff = Person.atPhone()) {
            StaffAreaIT.signIn(staff.page(), "mia");
            Portal.ok(Portal.mia().post(Portal.ADMIN + "/firm/deactivate"));
            try {
                staff.page().navigate(PortalApi.portal() + "/staff/preview");

                assertThat(staff.page().locator("h1")).hasText("Hello, Alex Example");
            } finally {
                Portal.open();
            }
        }
    }

    @Test
    void previewIsForStaff() {
        try (Person stranger = Person.atPhone()) {
            stranger.page().navigate(PortalApi.portal() + "/staff/preview");

            assertThat(stranger.page().locator("#username")).isVisible();
        }
    }

    /** The company and the contact that previews show, for once real. Returns the company's id. */
    private static String exampleCompany() {
        String alias = "example-" + UUID.randomUUID();
        String id = Portal.ok(Portal.administrator()
                        .post(
                                ORGANIZATIONS,
                                Map.of(
                                        "name",
                                        "Example Company",
                                        "alias",
                                        alias,
                                        "domains",
                                        List.of(Map.of("name", alias + ".example")))))
                .header("Location")
                .replaceAll(".*/", "");
        Portal.ok(Portal.mia().post(Portal.ADMIN + "/companies/" + id + "/activate"));
        return id;
    }

    private static void arrive(Page page, String company) {
        Contact contact = Portal.addContactTo(company, "alex." + UUID.randomUUID() + "@client.example");
        Portal.changeUser(contact, Map.of("firstName", "Alex", "lastName", "Example"));
        LinkPage.of(page, Links.invitation(contact)).press();
        page.waitForURL("**/welcome**");
        page.click("main .cp-button-primary");
        assertThat(page.locator("h1")).hasText("Hello, Alex Example");
    }

    /** But for where links lead. */
    private static String markup(Page page, String part) {
        return ((String) page.locator(part).first().evaluate("element => element.outerHTML"))
                .replaceAll(" href=\"[^\"]*/(c|staff)/[^\"]*\"", "");
    }
}
