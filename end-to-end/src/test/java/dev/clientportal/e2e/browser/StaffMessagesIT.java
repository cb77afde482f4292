package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.clientportal.e2e.browser.Pictures.looks;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.StaffMember;
import dev.clientportal.e2e.Visitor;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the firm reads of its contacts, and answers. */
@InBrowser
@ExtendWith(LandsInPortal.class)
class StaffMessagesIT {
    private static final String ROWS = ".staff-row";
    private static final String MESSAGE = ".app-talk > li";
    private static final String TEXT = ".app-talk-text";

    @Test
    @Tag("E4")
    @Tag("E5")
    @Tag("B10")
    @Tag("A8")
    void firmAnswersAndOnlyTheContactWhoWroteReadsIt() {
        String company = newCompany("mill");
        Contact first = Portal.newContact(company);
        Contact second = Portal.newContact(company);
        Portal.addContact("cedar-cycles", first.email());
        try (Person one = Person.atPhone();
                Person other = Person.atPhone();
                Person staff = Person.atDesktop()) {
            signIn(one.page(), company, first);
            // A second company keeps the session at Keycloak while the first is closed.
            one.page().navigate(home("cedar-cycles"));
            one.page().navigate(messages(company));
            send(one.page(), "When is the deadline?");
            signIn(staff.page(), "mia");
            assertThat(staff.page().locator(".staff-nav .app-count")).isVisible();
            staff.page().click(".staff-nav a:has-text('Messages')");

            search(staff.page(), company.toUpperCase(Locale.ROOT));
            assertThat(staff.page().locator(ROWS)).hasCount(1);
            assertThat(staff.page().locator(ROWS)).containsText(company);
            assertThat(staff.page().locator(ROWS)).containsText("New");
            looks(staff.page(), "staff-messages");
            staff.page().click(ROWS + " a");
            assertThat(staff.page().locator("h1")).hasText("Con Tact");
            assertThat(staff.page().locator(TEXT)).hasText("When is the deadline?");
            send(staff.page(), "On Friday.");
            send(staff.page(), "Before noon.");
            send(staff.page(), " ");
            assertThat(staff.page().locator("#text-error")).hasText("Write something first.");
            looks(staff.page(), "staff-conversation");
            assertThat(staff.page().locator(MESSAGE)).hasCount(3);

            one.page().navigate(home(company));
            assertThat(one.page().locator(".app-nav .app-count")).hasText("2");
            assertThat(one.page().locator(".app-nav .app-count")).hasAttribute("aria-label", "2 unread");
            looks(one.page(), "messages-unread");
            one.page().click(".app-nav a:has-text('Messages')");
            assertThat(one.page().locator(TEXT).last()).hasText("Before noon.");
            assertThat(one.page().locator(".app-talk-head").last()).containsText("Mia Kask · Northwind Accounting");
            assertThat(one.page().locator(".app-nav .app-count")).hasCount(0);
            looks(one.page(), "messages-answered");

            signIn(other.page(), company, second);
            assertThat(other.page().locator(".app-nav .app-count")).hasCount(0);
            other.page().navigate(messages(company));
            assertThat(other.page().locator(MESSAGE)).hasCount(0);

            Portal.ok(Portal.mia().post(Portal.ADMIN + "/companies/" + first.companyId() + "/deactivate"));
            send(staff.page(), "Closed for now.");
            Portal.ok(Portal.mia().post(Portal.ADMIN + "/companies/" + first.companyId() + "/activate"));
            one.page().navigate(messages(company));
            assertThat(one.page().locator(TEXT).last()).hasText("Closed for now.");
        }
    }

    @Test
    @Tag("B1")
    void staffReadWhatIsOfTheCompaniesThatTheyMaySee() {
        String company = newCompany("kiln");
        Contact contact = Portal.newContact(company);
        StaffMember member = StaffMember.create().mayEnter();
        try (Person client = Person.atDesktop();
                Person person = Person.atDesktop()) {
            signIn(client.page(), company, contact);
            client.page().navigate(messages(company));
            send(client.page(), "Not for everybody.");
            signIn(person.page(), "mia");
            person.page().navigate(staff() + "messages?search=" + company);
            person.page().click(ROWS + " a");
            String thread = person.page().url().replaceAll("[?#].*", "");
            person.window().clearCookies();

            signIn(person.page(), member.name());

            assertThat(person.page().locator(".staff-nav .app-count")).hasCount(0);
            person.page().navigate(staff() + "messages?search=" + company);
            assertThat(person.page().locator(ROWS)).hasCount(0);
            assertThat(person.page().navigate(thread).status()).isEqualTo(404);
            assertThat(post(person.page(), thread)).isEqualTo(404);
            member.with("view-organizations");
            assertThat(person.page().navigate(thread).status()).isEqualTo(200);
            assertThat(person.page().locator(MESSAGE)).hasCount(1);
            assertThat(person.page()
                            .navigate(staff() + "messages/" + UUID.randomUUID())
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void inboxHasTheUnreadFirstAndGoesOnPageByPage() {
        String prefix = "inbox-" + System.nanoTime();
        Contact contact = null;
        Visitor visitor = null;
        for (int i = 10; i <= 30; i++) {
            String company = newCompany(prefix, i);
            contact = contact == null ? Portal.newContact(company) : Portal.addContact(company, contact.email());
            if (visitor == null) visitor = Visitor.invited(contact);
            write(visitor, company, "Number " + i);
        }
        try (Person person = Person.withoutJavaScript()) {
            Page page = person.page();
            signIn(page, "mia");
            page.click(".staff-nav a:has-text('Messages')");

            search(page, prefix);
            assertThat(page.locator(ROWS)).hasCount(20);
            assertThat(page.locator(ROWS).first()).containsText(prefix + "-30");
            page.click(ROWS + " a >> nth=0");
            assertThat(page.locator(TEXT)).hasText("Number 30");
            page.click(".staff-nav a:has-text('Messages')");
            search(page, prefix);
            assertThat(page.locator(ROWS).first()).containsText(prefix + "-29");
            page.click("text=More");
            assertThat(page.locator(ROWS)).hasCount(1);
            assertThat(page.locator(ROWS)).containsText(prefix + "-30");
            assertThat(page.locator(ROWS + " .app-count")).hasCount(0);
            page.click(".app-tabs a:has-text('Unread')");
            assertThat(page.locator(ROWS)).hasCount(20);
            assertThat(page.locator("text=More")).hasCount(0);
            search(page, "%" + prefix);
            assertThat(page.locator(".app-empty")).containsText("Nothing found");
        }
    }

    private static String newCompany(String kind) {
        return newCompany(kind + "-" + System.nanoTime(), 1);
    }

    /** With an open portal; the alias is the name. */
    private static String newCompany(String prefix, int number) {
        String alias = prefix + "-" + number;
        Portal.ok(Portal.mia().post(Portal.ADMIN + "/companies/" + Portal.addCompany(alias) + "/activate"));
        return alias;
    }

    private static void signIn(Page page, String company, Contact contact) {
        InPortal.arrive(page, contact, company);
    }

    private static void signIn(Page page, String name) {
        page.navigate(staff());
        page.fill("#username", name);
        if (!page.locator("#password").isVisible()) page.click("[type=submit]");
        page.fill("#password", name);
        page.click("[type=submit]");
        page.waitForURL(staff());
    }

    private static void search(Page page, String words) {
        page.fill("#search", words);
        page.click(".staff-search button");
        assertThat(page.locator("#search")).hasValue(words);
    }

    private static void send(Page page, String text) {
        page.fill(".app-write textarea", text);
        page.click(".app-write button");
        if (!text.isBlank()) assertThat(page.locator(TEXT).last()).hasText(text);
    }

    private static int post(Page page, String thread) {
        return page.request()
                .post(
                        thread,
                        RequestOptions.create()
                                .setHeader("Origin", Stack.local().portalUrl())
                                .setForm(FormData.create().set("text", "From nobody.")))
                .status();
    }

    /** In the browser of somebody who is signed in at Keycloak. */
    private static void write(Visitor visitor, String company, String text) {
        Answer answer = visitor.browser().get(messages(company));
        for (int i = 0; i < 6 && answer.status() / 100 == 3; i++) {
            answer = visitor.browser().get(answer.location().toString());
        }
        Answer sent = visitor.browser()
                .send(HttpRequest.newBuilder(URI.create(messages(company)))
                        .header("Origin", Stack.local().portalUrl())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("text=" + text.replace(' ', '+'))));
        assertThat(sent.status()).isEqualTo(303);
    }

    private static String portal() {
        return Stack.local().portalUrl() + "/f/portal.northwind.example";
    }

    private static String staff() {
        return portal() + "/staff/";
    }

    private static String home(String company) {
        return portal() + "/c/" + company + "/";
    }

    private static String messages(String company) {
        return portal() + "/c/" + company + "/messages";
    }
}
