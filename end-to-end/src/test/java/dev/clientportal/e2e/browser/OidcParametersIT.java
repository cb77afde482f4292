package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestSupport;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an application may ask for when it asks for a login. */
@InBrowser
class OidcParametersIT {
    @Test
    void loginHintFillsTheAddressInAndSendsNothing() {
        Contact contact = Portal.newContact("birch-bakery");
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            AddressPage page = AddressPage.of(person.page(), app.loginUrl("login_hint", contact.email()));

            assertThat(page.address()).isEqualTo(contact.email());
            assertThat(Facts.waitingMails(contact)).isEmpty();
            assertThat(Stack.local().mailServer().receivedBy(contact.email())).isEmpty();
        }
    }

    @Test
    void rememberMeKeepsTheAddressForTheNextTime() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            AddressPage page = AddressPage.of(person.page(), app.loginUrl());
            person.page().check("#rememberMe");
            page.ask(contact.email()).type(Mailbox.code(mailbox.next()));
            Signed.in(person.page(), contact);
            Portal.ok(Portal.mia().post("/admin/realms/northwind/users/" + contact.id() + "/logout"));

            AddressPage again = AddressPage.of(person.page(), app.loginUrl());

            assertThat(again.address()).isEqualTo(contact.email());
            assertThat(person.page().locator("#rememberMe")).isChecked();
        }
    }

    @Test
    void withoutRememberMeNothingIsKept() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            AddressPage.of(person.page(), app.loginUrl()).ask(contact.email()).type(Mailbox.code(mailbox.next()));
            Signed.in(person.page(), contact);
            Portal.ok(Portal.mia().post("/admin/realms/northwind/users/" + contact.id() + "/logout"));

            assertThat(AddressPage.of(person.page(), app.loginUrl()).address()).isEmpty();
        }
    }

    @Test
    @Tag("S18")
    void uiLocalesChoosesTheLanguage() {
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            AddressPage.of(person.page(), app.loginUrl("ui_locales", "fr et"));
            assertThat(person.page().locator("html")).hasAttribute("lang", "et");
            Pictures.take(person.page(), "address-et");

            person.page().click("#kc-locale summary");
            person.page().click("#kc-locale a[hreflang=de]");

            assertThat(person.page().locator("html")).hasAttribute("lang", "de");
            assertThat(person.page().locator("label[for=email]")).hasText("E-Mail-Adresse");
        }
    }

    @Test
    @Tag("S18")
    void aPersonsChoiceOfLanguageIsRemembered() {
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            AddressPage.of(person.page(), app.loginUrl("ui_locales", "en"));
            person.page().click("#kc-locale summary");
            person.page().click("#kc-locale a[hreflang=nl]");
            assertThat(person.page().locator("html")).hasAttribute("lang", "nl");

            AddressPage.of(person.page(), app.loginUrl());

            assertThat(person.page().locator("html")).hasAttribute("lang", "nl");
        }
    }

    @Test
    void promptNoneNeverShowsAPage() {
        Contact contact = Portal.newContact("birch-bakery");
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            person.page().navigate(app.loginUrl("prompt", "none"));
            Signed.not(person.page(), "login_required");

            signIn(app, person, contact);
            person.page().navigate(app.loginUrl("prompt", "none"));
            Signed.in(person.page(), contact);
            assertThat(app.logins()).hasSize(2);
        }
    }

    @Test
    void promptLoginAsksAgainForTheSamePerson() {
        Contact contact = Portal.newContact("birch-bakery");
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            signIn(app, person, contact);
            TestSupport.moveClock(Duration.ofSeconds(70));

            AddressPage again = AddressPage.of(person.page(), app.loginUrl("prompt", "login"));
            assertThat(again.address()).isEqualTo(contact.email());
            Mailbox mailbox = Mailbox.of(contact.email());
            again.ask(contact.email()).type(Mailbox.code(mailbox.next()));

            Signed.in(person.page(), contact);
            assertThat(authTime(app, 1)).isGreaterThan(authTime(app, 0));
            assertThat(app.logins().get(1).path("sid"))
                    .isEqualTo(app.logins().get(0).path("sid"));
        }
    }

    @Test
    void reauthenticationAsSomebodyElseIsRefused() {
        Contact contact = Portal.newContact("birch-bakery");
        Contact other = Portal.newContact("birch-bakery");
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            signIn(app, person, contact);
            Mailbox mailbox = Mailbox.of(other.email());

            AddressPage.of(person.page(), app.loginUrl("prompt", "login"))
                    .ask(other.email())
                    .type(Mailbox.code(mailbox.next()));

            assertThat(person.page().locator("main"))
                    .containsText("You are already authenticated as different user '" + contact.email() + "'");
            assertThat(app.logins()).hasSize(1);
            Pictures.take(person.page(), "reauthentication-as-somebody-else");
        }
    }

    @Test
    void maxAgeAsksAgainOnceTheLoginIsThatOld() {
        Contact contact = Portal.newContact("birch-bakery");
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            signIn(app, person, contact);

            person.page().navigate(app.loginUrl("max_age", "600"));
            Signed.in(person.page(), contact);

            TestSupport.moveClock(Duration.ofSeconds(605));
            AddressPage again = AddressPage.of(person.page(), app.loginUrl("max_age", "600"));
            assertThat(again.address()).isEqualTo(contact.email());
        }
    }

    @Test
    @Tag("S19")
    void linkIsNotReportedAsMoreThanItIs() {
        Contact contact = Portal.newContact("birch-bakery");
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            signIn(app, person, contact);

            JsonNode claims = app.logins().get(0);
            assertThat(claims.path("amr").toString())
                    .doesNotContain("mfa")
                    .doesNotContain("pwd")
                    .doesNotContain("otp");
            assertThat(claims.path("acr").asText()).isIn("", "0", "1");
        }
    }

    private static void signIn(DemoApp app, Person person, Contact contact) {
        Mailbox mailbox = Mailbox.of(contact.email());
        AddressPage.of(person.page(), app.loginUrl()).ask(contact.email()).type(Mailbox.code(mailbox.next()));
        Signed.in(person.page(), contact);
    }

    private static long authTime(DemoApp app, int login) {
        return app.logins().get(login).path("auth_time").asLong();
    }
}
