package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.SampleFiles;
import dev.clientportal.e2e.StaffMember;
import dev.clientportal.stack.ReceivedMail;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What staff send their contacts: reminders, files and messages that they begin. */
@InBrowser
@ExtendWith(LandsInPortal.class)
@Tag("E4")
class RemindersIT {
    private static final String STATUS = "main .cp-alert[role=status]";

    private final PortalApi api = PortalApi.automation();
    private String alias;
    private String company;
    private Contact contact;
    private Contact other;

    @BeforeEach
    void makeCompany() {
        alias = "remind-" + System.nanoTime();
        company = Portal.addCompany(alias);
        Portal.ok(Portal.mia().post(Portal.ADMIN + "/companies/" + company + "/activate"));
        contact = Portal.addContactTo(company, "one." + alias + "@client.example");
        other = Portal.addContactTo(company, "two." + alias + "@client.example");
    }

    @Test
    @Tag("B14")
    void whoSeesTheTaskGetsAMailThatLeadsThere() {
        String task = task(project("TO_DO", contact), 0);
        try (Person staff = Person.atDesktop();
                Person person = Person.atPhone()) {
            InPortal.signIn(person.page(), contact, alias);
            Mailbox mails = Mailbox.of(contact.email());
            Mailbox others = Mailbox.of(other.email());
            Page page = staff.page();
            StaffAreaIT.signIn(page, "mia");
            page.navigate(desk("/tasks/" + task));
            page.click("text=Send a reminder");

            assertThat(page.locator(STATUS)).hasText("Reminders sent for tasks: 1");
            assertThat(page.locator(".app-facts")).containsText("Last reminder");
            InPortal.looks(page, "desk-reminded");
            ReceivedMail mail = mails.next();
            assertThat(mail.subject()).contains("reminder").contains("Task 1");
            person.page().navigate(Mailbox.link(mail));
            assertThat(person.page().locator("h1")).hasText("Task 1");

            page.click("text=Send a reminder");
            assertThat(page.locator(STATUS)).containsText("Nobody was reminded");
            InPortal.looks(page, "desk-not-reminded");
            page.click("text=Mark as done");
            assertThat(page.locator("text=Send a reminder")).hasCount(0);
            assertThat(mails.unseen()).isEmpty();
            assertThat(others.unseen()).isEmpty();
        }
    }

    @Test
    @Tag("E6")
    void manyTasksAreOneReminderWithoutJavaScript() {
        String project = project("TO_DO", contact);
        try (Person staff = Person.withoutJavaScript();
                Person person = Person.atPhone()) {
            InPortal.signIn(person.page(), contact, alias);
            Mailbox mails = Mailbox.of(contact.email());
            Page page = staff.page();
            StaffAreaIT.signIn(page, "mia");
            page.navigate(desk("/projects/" + project));
            page.click(".desk-more > summary");
            page.click("text=Send a reminder");
            assertThat(page.locator(".cp-error")).containsText("Tick at least one task");
            Pictures.take(page, "desk-remind-nothing");
            page.check("#tasks [name=which][value=all]");
            page.click("text=Send a reminder");

            assertThat(page.locator(STATUS)).hasText("Reminders sent for tasks: 3");
            ReceivedMail mail = mails.next();
            assertThat(mail.subject()).contains("Task 1 (+2)");
            assertThat(mail.text()).contains("– Task 1", "– Task 2", "– Task 3");
            assertThat(mails.unseen()).isEmpty();
        }
    }

    @Test
    void staffChooseTheDaysOnWhichContactsAreReminded() {
        try (Person staff = Person.atPhone()) {
            Page page = staff.page();
            StaffAreaIT.signIn(page, "mia");
            page.click("nav >> text=Reminders");
            assertThat(page.locator("#before")).hasValue("1");
            assertThat(page.locator("#after")).hasValue("1");
            InPortal.looks(page, "desk-reminder-days");
            page.fill("#before", "7, soon");
            page.fill("#after", "0");
            page.click("text=Save");
            assertThat(page.locator("#before-error")).containsText("from 0 to 365");
            assertThat(page.locator("#after-error")).containsText("from 1 to 365");
            assertThat(page.locator("#before")).hasValue("7, soon");
            InPortal.looks(page, "desk-reminder-days-wrong");

            Page other = staff.newTab();
            other.navigate(PortalApi.portal() + "/staff/reminders");
            page.fill("#before", "1 7;0 1");
            page.fill("#after", "");
            page.click("text=Save");
            assertThat(page.locator(STATUS)).hasText("Saved. It counts from today on.");
            assertThat(page.locator("#before")).hasValue("7, 1, 0");
            assertThat(page.locator("#after")).hasValue("");
            other.fill("#before", "");
            other.fill("#after", "");
            other.click("text=Save");
            assertThat(other.locator("[role=alert]")).containsText("Somebody else changed it");
            other.click("text=See what it says now");
            assertThat(other.locator("#before")).hasValue("7, 1, 0");
            other.fill("#before", "");
            other.press("#before", "Enter");
            assertThat(other.locator("main")).containsText("Nobody is reminded by the due date");
            InPortal.looks(other, "desk-reminder-days-none");

            other.fill("#before", "1");
            other.fill("#after", "1");
            other.click("text=Save");
            assertThat(other.locator("#before")).hasValue("1");
        }
    }

    @Test
    @Tag("B14")
    void filesOfTheFirmAreToldByOneMail() {
        String task = task(project("TO_DO", contact), 0);
        try (Person staff = Person.atDesktop();
                Person person = Person.atPhone()) {
            InPortal.signIn(person.page(), contact, alias);
            Mailbox mails = Mailbox.of(contact.email());
            StaffAreaIT.signIn(staff.page(), "mia");
            staff.page().navigate(desk("/tasks/" + task));
            staff.page().setInputFiles("input[type=file]", new FilePayload[] {file("Balance.pdf"), file("Profit.pdf")});
            assertThat(staff.page().locator(".app-file-name")).hasCount(2);

            ReceivedMail mail = mails.next();
            assertThat(mail.subject()).contains("(+1)");
            assertThat(mail.text()).contains("– Balance.pdf", "– Profit.pdf");
            person.page().navigate(Mailbox.link(mail));
            assertThat(person.page().locator("h1")).hasText("Task 1");
            assertThat(person.page().locator(".app-file-name")).hasCount(2);
        }
    }

    @Test
    void pdfThatNobodyCouldSignIsRefused() {
        String task = task(project("SIGN", contact), 0);
        try (Person staff = Person.withoutJavaScript()) {
            Page page = staff.page();
            StaffAreaIT.signIn(page, "mia");
            page.navigate(desk("/tasks/" + task));
            page.setInputFiles("input[type=file]", file("Contract.pdf", SampleFiles.encryptedPdf()));
            page.click("#documents button[type=submit]");

            assertThat(page.locator(".app-refusal")).containsText("Nobody could sign this PDF");
            Pictures.take(page, "desk-unfit-to-sign");
            page.navigate(desk("/tasks/" + task));
            assertThat(page.locator(".app-file-name")).hasCount(0);
        }
    }

    @Test
    @Tag("E5")
    @Tag("B10")
    void staffBeginAConversation() {
        try (Person staff = Person.atPhone();
                Person person = Person.atPhone()) {
            InPortal.signIn(person.page(), contact, alias);
            Mailbox mails = Mailbox.of(contact.email());
            Page page = staff.page();
            StaffAreaIT.signIn(page, "mia");
            page.navigate(desk(""));
            InPortal.looks(page, "staff-company-write");
            page.click("a[href*='" + contact.id() + "']");
            assertThat(page.locator("main")).containsText("Nobody has written yet");
            page.fill("#text", " ");
            page.click("text=Send");
            assertThat(page.locator("#text-error")).hasText("Write something first.");
            InPortal.looks(page, "staff-begin-conversation");
            page.fill("#text", "Please call us.");
            page.click("text=Send");

            assertThat(page.locator(".app-talk-text")).hasText("Please call us.");
            person.page().navigate(Mailbox.link(mails.next()));
            assertThat(person.page().locator(".app-talk-text")).hasText("Please call us.");
            page.navigate(desk(""));
            page.click("a[href*='" + contact.id() + "']");
            assertThat(page.locator(".app-talk-text")).hasText("Please call us.");
        }
    }

    @Test
    @Tag("B1")
    @Tag("C2")
    void nobodyWritesToWhomTheyDoNotSeeOrWhomNothingReaches() {
        StaffMember seesNothing = StaffMember.create().mayEnter();
        Contact elsewhere = Portal.newContact("birch-bakery");
        Portal.ok(Portal.mia().post(other.path() + "/block"));
        try (Person mia = Person.atDesktop();
                Person nobody = Person.atDesktop()) {
            StaffAreaIT.signIn(mia.page(), "mia");
            StaffAreaIT.signIn(nobody.page(), seesNothing.name());

            assertThat(status(nobody, contact)).isEqualTo(404);
            assertThat(status(mia, elsewhere))
                    .as("a contact of another company")
                    .isEqualTo(404);
            assertThat(status(mia, other)).as("blocked").isEqualTo(404);
            assertThat(status(mia, contact)).isEqualTo(200);
        }
    }

    private int status(Person person, Contact to) {
        return person.window()
                .request()
                .get(PortalApi.portal() + "/staff/messages/to/" + company + "/" + to.id())
                .status();
    }

    private String project(String kind, Contact reader) {
        return Portal.ok(api.post(
                        "/projects",
                        Map.of(
                                "company",
                                alias,
                                "name",
                                "Annual accounts",
                                "contacts",
                                List.of(reader.id()),
                                "tasks",
                                List.of(
                                        Map.of("title", "Task 1", "kind", kind),
                                        Map.of("title", "Task 2"),
                                        Map.of("title", "Task 3")),
                                "notify",
                                false)))
                .json()
                .path("id")
                .asText();
    }

    private String task(String project, int index) {
        return Facts.list(Portal.ok(api.get("/projects/" + project + "/tasks"))
                        .json()
                        .path("items"))
                .get(index)
                .path("id")
                .asText();
    }

    private static FilePayload file(String name) {
        return file(name, SampleFiles.pdf(name));
    }

    private static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, "application/pdf", content);
    }

    private String desk(String page) {
        return PortalApi.portal() + "/staff/companies/" + company + page;
    }
}
