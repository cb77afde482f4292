package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.clientportal.e2e.Browser;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Contacts of several companies, as they see it. */
@InBrowser
@Tag("C1")
@Tag("C2")
class CompaniesPageIT {
    private static final String LIST = "#client-portal-companies";
    private static final Duration MAIL_PAUSE = Duration.ofSeconds(61);
    private static final int SEARCHABLE = 8;

    @BeforeEach
    void openPortal() {
        Portal.open();
    }

    @AfterEach
    void resetClock() {
        TestSupport.resetClock();
    }

    @Test
    @Tag("S17")
    void contactChoosesOnceAndIsNotAskedAgain() {
        Contact contact = contactOfTwo();
        try (DemoApp app = new DemoApp();
                Person person = Person.atPhone()) {
            Page page = person.page();
            signIn(app, page, contact);
            assertThat(page.locator("h1")).hasText("Which company?");
            Pictures.take(page, "companies-two");
            assertThat(Browser.seriousProblems(page)).isEmpty();
            page.reload();
            assertThat(page.locator(LIST + " button[name=company]")).hasCount(2);

            press(page, "Cedar Cycles GmbH");

            Signed.in(page, contact);
            assertThat(companies(app)).containsExactly("cedar-cycles");
            page.navigate(app.loginUrl());
            Signed.in(page, contact);
            assertThat(companies(app)).containsExactly("cedar-cycles");
        }
    }

    @Test
    void secondOfTwoTabsThatWaitIsAskedAgainAndAnsweredOnItsOwn() {
        Contact contact = contactOfTwo();
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            Page first = person.page();
            Page second = person.newTab();
            signIn(app, first, contact);
            TestSupport.moveClock(MAIL_PAUSE);
            signIn(app, second, contact);

            press(first, "Cedar Cycles GmbH");
            Signed.in(first, contact);
            assertThat(companies(app)).containsExactly("cedar-cycles");
            second.evaluate("document.body.id = 'before'");

            press(second, "Birch Bakery OÜ");
            second.waitForSelector("body:not(#before) " + LIST);
            press(second, "Birch Bakery OÜ");

            Signed.in(second, contact);
            assertThat(companies(app)).containsExactly("birch-bakery");
        }
    }

    @Test
    void switchingNeedsNoPageAndNoMail() {
        Contact contact = contactOfTwo();
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            Page page = person.page();
            signIn(app, page, contact);
            press(page, "Birch Bakery OÜ");
            Signed.in(page, contact);

            page.navigate(app.loginUrl("company", "cedar-cycles"));

            Signed.in(page, contact);
            assertThat(companies(app)).containsExactly("cedar-cycles");
        }
    }

    /** A mail about one company, opened in the browser that is in another one. */
    @Test
    @Tag("B14")
    void deepLinkOfAMailLeadsIntoItsCompanyWhileTheContactIsInAnother() {
        Contact contact = Portal.newContact("birch-bakery");
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            Page page = person.page();
            enter(app, page, contact);
            Signed.in(page, contact);
            assertThat(companies(app)).containsExactly("birch-bakery");
            Contact there = Portal.addContact("cedar-cycles", contact.email());

            LinkPage invitation = LinkPage.of(page, mailed(there, app.loginUrl("company", "cedar-cycles")));
            assertThat(invitation.facts()).containsEntry("Company", "Cedar Cycles GmbH");
            invitation.press();

            Signed.in(page, contact);
            assertThat(companies(app)).containsExactly("cedar-cycles");
            page.navigate(app.loginUrl("company", "birch-bakery"));
            Signed.in(page, contact);
            assertThat(companies(app)).containsExactly("birch-bakery");

            page.navigate(mailed(there, app.loginUrl("company", "cedar-cycles")));

            Signed.in(page, contact);
            assertThat(companies(app)).containsExactly("cedar-cycles");
        }
    }

    @Test
    @Tag("A9")
    void companyThatIsClosedLeadsToThoseThatAreOpen() {
        Contact contact = contactOfTwo();
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            Page page = person.page();
            signIn(app, page, contact);
            press(page, "Birch Bakery OÜ");
            Signed.in(page, contact);

            page.navigate(app.loginUrl("company", "dune-design"));
            assertThat(page.locator(".cp-alert-warning")).isVisible();
            Pictures.take(page, "companies-refused");
            assertThat(Browser.seriousProblems(page)).isEmpty();
            press(page, "Cedar Cycles GmbH");

            Signed.in(page, contact);
            assertThat(companies(app)).containsExactly("cedar-cycles");
            page.navigate(app.loginUrl("company", "dune-design"));
            page.click("#client-portal-cancel");
            Signed.not(page, "access_denied");
        }
    }

    @Test
    @Tag("S17")
    void manyCompaniesAreSearchedByKeyboard() {
        Contact contact = Portal.newContact("birch-bakery");
        for (int i = 1; i < SEARCHABLE; i++) Portal.addContactTo(Portal.newCompany(), contact.email());
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            Page page = person.page();
            signIn(app, page, contact);
            assertThat(page.locator(LIST + " button[name=company]")).hasCount(SEARCHABLE);
            Pictures.take(page, "companies-many");
            assertThat(Browser.seriousProblems(page)).isEmpty();

            page.fill("#company-search", "no such company");
            assertThat(page.locator("#company-none")).hasText("No company is called that.");
            page.fill("#company-search", "BAKERY ou");
            assertThat(page.locator(LIST + " button[name=company]:visible")).hasCount(1);
            page.keyboard().press("Enter");

            Signed.in(page, contact);
            assertThat(companies(app)).containsExactly("birch-bakery");
        }
    }

    @Test
    void choiceWorksWithoutScripts() {
        Contact contact = contactOfTwo();
        try (DemoApp app = new DemoApp();
                Person person = Person.withoutJavaScript()) {
            Page page = person.page();
            signIn(app, page, contact);
            press(page, "Birch Bakery OÜ");

            Signed.in(page, contact);
        }
    }

    private static Contact contactOfTwo() {
        Contact contact = Portal.newContact("birch-bakery");
        Portal.addContact("cedar-cycles", contact.email());
        return contact;
    }

    /** The link in a mail about a task of the contact's company. */
    private static String mailed(Contact contact, String target) {
        Mailbox mailbox = Mailbox.of(contact.email());
        Portal.ok(Portal.mia()
                .post(
                        contact.path() + "/mails",
                        Map.of("kind", "task_assigned", "title", "Sign the report", "target", target)));
        return Mailbox.link(mailbox.next());
    }

    private static void signIn(DemoApp app, Page page, Contact contact) {
        enter(app, page, contact);
        page.waitForSelector(LIST);
    }

    private static void enter(DemoApp app, Page page, Contact contact) {
        Mailbox mailbox = Mailbox.of(contact.email());
        AddressPage.of(page, app.loginUrl()).ask(contact.email());
        LinkPage.of(page, Mailbox.link(mailbox.next())).press();
    }

    private static void press(Page page, String company) {
        page.click(LIST + " button[data-name='" + company + "']");
    }

    /** The company of the application's last login. */
    private static List<String> companies(DemoApp app) {
        return Tokens.companies(app.logins().get(app.logins().size() - 1));
    }
}
