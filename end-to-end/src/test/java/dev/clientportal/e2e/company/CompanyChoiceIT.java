package dev.clientportal.e2e.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.OidcLogin;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Tokens;
import dev.clientportal.e2e.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which company a login leads into. */
@ExtendWith(Stack.class)
@Tag("C1")
@Tag("C2")
class CompanyChoiceIT {
    private static final Duration MAIL_PAUSE = Duration.ofSeconds(61);
    private static final String CLIENT = "portal-demo";

    @BeforeEach
    void openPortal() {
        Portal.open();
    }

    @AfterEach
    void resetClock() {
        TestSupport.resetClock();
    }

    @Test
    void onlyCompanyIsEnteredWithoutAQuestion() {
        Visitor visitor = Visitor.invited(Portal.newContact("birch-bakery"));

        Tokens tokens = tokens(visitor, Map.of());

        assertThat(tokens.companies()).containsExactly("birch-bakery");
        assertThat(tokens.claims().at("/organization/birch-bakery/id").asText())
                .isEqualTo(Portal.company("birch-bakery"));
        assertThat(tokens.claims().path("client_portal").path("company").asText())
                .isEqualTo("Birch Bakery OÜ");
    }

    @Test
    void contactOfTwoCompaniesIsAskedOnceAndRememberedAfterwards() {
        Visitor visitor = new Visitor();
        Answer page = signIn(visitor, contactOfTwo());
        assertThat(Visitor.headline(page)).isEqualTo("Which company?");
        Answer chosen = choose(visitor, page, "cedar-cycles");

        assertThat(Tokens.of(visitor.login().tokens(chosen), CLIENT).companies())
                .containsExactly("cedar-cycles");
        assertThat(tokens(visitor, Map.of()).companies()).containsExactly("cedar-cycles");
    }

    @Test
    void twoTabsStayInTwoCompaniesOverRefreshes() {
        Visitor visitor = twoCompanies();

        Tokens birch = tokens(visitor, Map.of("scope", "openid organization:birch-bakery"));
        Tokens cedar = tokens(visitor, Map.of("scope", "openid organization", "company", "cedar-cycles"));
        for (int i = 0; i < 2; i++) {
            birch = birch.refreshed();
            cedar = cedar.refreshed();
            assertThat(birch.companies()).containsExactly("birch-bakery");
            assertThat(cedar.companies()).containsExactly("cedar-cycles");
        }
    }

    @Test
    void tabThatWaitsForItsChoiceIsAskedAgainOnceAnotherHasChosen() {
        Visitor visitor = new Visitor();
        Contact contact = contactOfTwo();
        Answer firstPage = signIn(visitor, contact);
        OidcLogin first = visitor.login();
        TestSupport.moveClock(MAIL_PAUSE);
        Answer secondPage = signIn(visitor, contact);
        assertThat(Visitor.headline(secondPage)).isEqualTo("Which company?");

        Tokens cedar = Tokens.of(first.tokens(choose(visitor, firstPage, "cedar-cycles")), CLIENT);
        Answer again = choose(visitor, secondPage, "birch-bakery");
        assertThat(Visitor.headline(again)).isEqualTo("Which company?");
        Tokens birch = Tokens.of(visitor.login().tokens(choose(visitor, again, "birch-bakery")), CLIENT);

        assertThat(birch.companies()).containsExactly("birch-bakery");
        assertThat(cedar.refreshed().companies()).containsExactly("cedar-cycles");
    }

    @Test
    void invitationToAnotherCompanyLeavesTheTokensOfTheFirst() {
        Contact contact = Portal.newContact("birch-bakery");
        Visitor visitor = Visitor.invited(contact);
        Tokens birch = tokens(visitor, Map.of());
        TestSupport.moveClock(MAIL_PAUSE);

        visitor.use(Visitor.invitation(Portal.addContact("cedar-cycles", contact.email())));

        assertThat(birch.refreshed().companies()).containsExactly("birch-bakery");
        assertThat(tokens(visitor, Map.of()).companies()).as("used last").containsExactly("cedar-cycles");
        assertThat(birch.refreshed().refreshed().companies()).containsExactly("birch-bakery");
    }

    /** Tokens in the address of a page are seen by neither guard nor refresh. */
    @Test
    @Tag("S11")
    void implicitAndHybridAreOff() {
        Visitor visitor = Visitor.invited(Portal.newContact("birch-bakery"));

        for (String type : List.of("token", "id_token", "id_token token", "code token", "code id_token")) {
            Answer answer = visitor.browser()
                    .get(new OidcLogin(visitor.browser(), CLIENT)
                            .url(Map.of("response_type", type, "nonce", "any", "response_mode", "fragment")));

            assertThat(answer.header("Location"))
                    .as(type)
                    .contains("error=unauthorized_client")
                    .doesNotContain("access_token=", "code=ey");
        }
    }

    @Test
    void idTokenAndUserinfoNameTheSameCompany() {
        Tokens tokens = tokens(twoCompanies(), Map.of("company", "cedar-cycles"));

        for (var claims : List.of(
                tokens.claims(), tokens.idClaims(), Portal.ok(tokens.userinfo()).json())) {
            assertThat(Tokens.companies(claims)).containsExactly("cedar-cycles");
            assertThat(claims.path("client_portal")).isEqualTo(tokens.claims().path("client_portal"));
        }
    }

    @Test
    void silentRequestForAClosedForeignOrUnknownCompanyGetsOneAnswer() {
        Visitor visitor = twoCompanies();
        Contact stranger = Portal.newContact("dune-design");
        Portal.ok(Portal.mia().post(stranger.path() + "/block"));

        for (String alias : List.of("dune-design", "no-such-company")) {
            Answer answer = visitor.begin(Map.of("prompt", "none", "scope", "openid organization", "company", alias));
            assertThat(visitor.login().redirect(answer))
                    .containsEntry("error", "access_denied")
                    .containsEntry("error_description", "company_not_open");
        }
    }

    @Test
    void silentRequestThatNeedsAChoiceSaysSo() {
        Contact contact = Portal.newContact("birch-bakery");
        Visitor visitor = Visitor.invited(contact);
        Portal.addContact("cedar-cycles", contact.email());
        Portal.addContact("dune-design", contact.email());
        Portal.ok(Portal.mia().post(contact.path() + "/disable"));

        Answer answer = visitor.begin(Map.of("prompt", "none"));

        assertThat(visitor.login().redirect(answer)).containsEntry("error", "interaction_required");
    }

    @Test
    void companyThatIsNotOpenLeadsToThePageWithThoseThatAre() {
        Visitor visitor = twoCompanies();

        Answer page = visitor.begin(Map.of("company", "dune-design"));

        assertThat(page.document().select(".cp-alert-warning")).hasSize(1);
        assertThat(page.document().select("button[name=company]")).hasSize(2);
        Answer cancelled = visitor.browser().submit(page, "#client-portal-companies", Map.of("cancel", "true"));
        assertThat(visitor.login().redirect(cancelled)).containsEntry("error", "access_denied");
    }

    private static Contact contactOfTwo() {
        Contact contact = Portal.newContact("birch-bakery");
        Portal.addContact("cedar-cycles", contact.email());
        return contact;
    }

    /** The page that comes after the login by link. */
    private static Answer signIn(Visitor visitor, Contact contact) {
        return visitor.use(Mailbox.link(visitor.askedMail(contact.email())));
    }

    /** Signed in, and in Birch Bakery. */
    private static Visitor twoCompanies() {
        Visitor visitor = new Visitor();
        choose(visitor, signIn(visitor, contactOfTwo()), "birch-bakery");
        return visitor;
    }

    private static Answer choose(Visitor visitor, Answer page, String alias) {
        return visitor.choose(page, Portal.company(alias));
    }

    private static Tokens tokens(Visitor visitor, Map<String, String> more) {
        OidcLogin login = new OidcLogin(visitor.browser(), CLIENT);
        return Tokens.of(login.tokens(login.begin(more)), CLIENT);
    }
}
