package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import dev.clientportal.e2e.Browser;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Tokens;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page "Companies" of Keycloak's account console. */
@InBrowser
@Tag("C1")
class AccountPageIT {
    private static final String LINKS = "a.cp-company-link";
    private static final Duration MAIL_PAUSE = Duration.ofSeconds(61);
    private static final String PATH = "content/:componentId";
    private static final String MENU = "[data-testid='" + PATH + "']";
    private static final String HERE = ".cp-company-link[aria-current]";
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
    @Tag("C3")
    @Tag("S17")
    void contactSwitchesThereWithoutAPageOrAMail() {
        Contact contact = Portal.newContact("birch-bakery");
        Portal.addContact("cedar-cycles", contact.email());
        Contact closed = Portal.addContact("dune-design", contact.email());
        Portal.ok(Portal.mia().post(closed.path() + "/disable"));
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            signIn(page, contact, "Birch Bakery OÜ");
            page.click(MENU);
            assertThat(page.locator(HERE)).containsText("Birch Bakery OÜ");
            assertThat(page.locator(LINKS)).hasCount(1);
            Pictures.take(page, "account-companies");
            assertThat(Browser.seriousProblems(page)).isEmpty();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(page.locator("html.pf-v5-theme-dark")).hasCount(1);
            Pictures.take(page, "account-companies-dark");
            assertThat(Browser.seriousProblems(page)).as("dark").isEmpty();

            List<String> companies = companiesOf(page, () -> page.click(LINKS));

            assertThat(companies).containsExactly("cedar-cycles");
            assertThat(page.locator(HERE)).containsText("Cedar Cycles GmbH");
            assertThat(companiesOf(page, page::reload)).containsExactly("cedar-cycles");
            assertThat(Mailbox.of(contact.email()).unseen()).isEmpty();
        }
    }

    @Test
    @Tag("C2")
    void invitationToAnotherCompanyLeadsThereAndLeavesTheFirstTabWhereItIs() {
        Contact contact = Portal.newContact("birch-bakery");
        try (Person person = Person.atDesktop()) {
            Page first = person.page();
            signIn(first, contact, null);
            TestSupport.moveClock(MAIL_PAUSE);
            String invitation = Links.invitation(Portal.addContact("cedar-cycles", contact.email()));
            Page second = person.newTab();

            List<String> there =
                    companiesOf(second, () -> LinkPage.of(second, invitation).press());

            assertThat(there).containsExactly("cedar-cycles");
            second.click(MENU);
            assertThat(second.locator(HERE)).containsText("Cedar Cycles GmbH");
            first.click(MENU);
            assertThat(first.locator(HERE)).containsText("Birch Bakery OÜ");
        }
    }

    @Test
    @Tag("S17")
    void manyAreSearchedAndEnteredByKeyboard() {
        Contact contact = Portal.newContact("birch-bakery");
        for (int i = 1; i < SEARCHABLE; i++) Portal.addContactTo(Portal.newCompany(), contact.email());
        Portal.addContact("cedar-cycles", contact.email());
        try (Person person = Person.atPhone()) {
            Page page = person.page();
            signIn(page, contact, "Birch Bakery OÜ");
            page.navigate(account() + PATH);
            Locator search = page.locator(".cp-company-search input");
            search.fill("no such company");
            assertThat(page.locator("[role=status]").filter(new Locator.FilterOptions().setHasText("called that")))
                    .isVisible();
            Pictures.take(page, "account-companies-none");
            search.fill("CEDAR");
            assertThat(page.locator(LINKS)).hasCount(1);
            search.press("Tab");
            List<String> companies = companiesOf(page, () -> page.keyboard().press("Enter"));
            assertThat(companies).containsExactly("cedar-cycles");
        }
    }

    @Test
    void pageSpeaksTheContactsLanguage() {
        Contact contact = Portal.newContact("birch-bakery");
        try (Person person = Person.with(new com.microsoft.playwright.Browser.NewContextOptions().setLocale("de"))) {
            Page page = person.page();
            signIn(page, contact, null);
            page.navigate(account() + PATH);
            assertThat(page.locator(HERE)).containsText("Sie sind hier");
        }
    }

    private static String account() {
        return Stack.local().realmUrl() + "/account/";
    }

    private static void signIn(Page page, Contact contact, String companyOrNull) {
        Mailbox mailbox = Mailbox.of(contact.email());
        AddressPage.of(page, account()).ask(contact.email());
        LinkPage.of(page, Mailbox.link(mailbox.next())).press();
        if (companyOrNull != null) page.click("button[data-name='" + companyOrNull + "']");
        page.waitForURL(account() + "**");
        page.waitForSelector(
                MENU,
                new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
    }

    /** The companies in the token that the console gets next. */
    private static List<String> companiesOf(Page page, Runnable action) {
        Response tokens =
                page.waitForResponse(response -> response.url().endsWith("/protocol/openid-connect/token"), action);
        String token = tokens.text().replaceFirst("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        return Tokens.companies(Tokens.claims(token));
    }
}
