package dev.clientportal.bench;

import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.OidcLogin;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.stack.ReceivedMail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Server CPU of a whole login (form, ask, mail, landing page, button, code, token) as a multiple of a stock SSO re-login
 * with code and token, and of a stock password login. The two take turns in rounds, so that both meet the same machine.
 */
final class LoginCost {
    private static final int CONTACTS = 40;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 7;
    private static final int SSO_PER_ROUND = 160;
    private static final String STOCK = "bench-stock";
    private static final String PASSWORD = "correct horse battery";

    private final List<Portal.Contact> contacts = new ArrayList<>();

    void print() throws InterruptedException {
        prepare();
        Http signedIn = new Http();
        passwordLogin(signedIn, 0);
        for (int round = 0; round < WARM_UP; round++) {
            magicLinkLogins();
            reLogins(signedIn);
            passwordLogins();
        }
        Figures ratio = new Figures();
        Figures passwordRatio = new Figures();
        Figures base = new Figures();
        for (int round = 0; round < ROUNDS; round++) {
            double link = cpuOf(this::magicLinkLogins) / CONTACTS;
            double sso = cpuOf(() -> reLogins(signedIn)) / SSO_PER_ROUND;
            double password = cpuOf(this::passwordLogins) / CONTACTS;
            ratio.add(link / sso);
            passwordRatio.add(password / sso);
            base.add(sso);
            System.out.printf("round %d: link %.2f ms, password %.2f ms, SSO %.2f ms%n", round, link, password, sso);
        }
        System.out.println("CPU of a magic-link login / SSO re-login: " + ratio);
        System.out.println("CPU of a stock password login / SSO re-login: " + passwordRatio);
        System.out.println("CPU of an SSO re-login in ms: " + base);
    }

    private void prepare() {
        for (int i = 0; i < CONTACTS; i++) contacts.add(Portal.newContact("birch-bakery"));
        Api administrator = Api.administrator();
        Portal.ok(administrator.post(
                "/admin/realms/northwind/clients",
                Map.of(
                        "clientId",
                        STOCK,
                        "publicClient",
                        true,
                        "redirectUris",
                        List.of("http://127.0.0.1:1/*"),
                        "attributes",
                        Map.of("pkce.code.challenge.method", "S256"))));
        for (int i = 0; i < CONTACTS; i++) Portal.ok(administrator.post("/admin/realms/northwind/users", user(i)));
    }

    /** One user a login: Keycloak's brute-force protection holds back a user who signs in too fast. */
    private static Map<String, Object> user(int number) {
        return Map.of(
                "username",
                STOCK + number,
                "email",
                STOCK + number + "@client.example",
                "emailVerified",
                true,
                "firstName",
                "Ben",
                "lastName",
                "Ch",
                "enabled",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false)));
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    /** Milliseconds of server CPU. What the mail worker does for the work counts, as it comes before the end of it. */
    private static double cpuOf(Work work) throws InterruptedException {
        long before = TestSupport.cpuTime().toNanos();
        work.run();
        return (TestSupport.cpuTime().toNanos() - before) / 1e6;
    }

    /** All contacts take a step before any takes the next, so that each step's share is known. */
    private void magicLinkLogins() throws InterruptedException {
        List<Login> logins = contacts.stream().map(Login::new).toList();
        List<Double> steps = new ArrayList<>();
        for (Consumer<Login> step : List.<Consumer<Login>>of(Login::form, Login::ask, Login::land, Login::enter)) {
            steps.add(cpuOf(() -> logins.forEach(step)) / CONTACTS);
        }
        System.out.printf(
                "  form %.2f, ask and mail %.2f, landing page %.2f, button and tokens %.2f ms%n", steps.toArray());
    }

    /** One contact on the way in. */
    private static final class Login {
        private final Http browser = new Http();
        private final OidcLogin login = new OidcLogin(browser, "portal-demo");
        private final Portal.Contact contact;
        private final Mailbox mailbox;
        private Answer page;
        private ReceivedMail mail;

        Login(Portal.Contact contact) {
            this.contact = contact;
            this.mailbox = Mailbox.of(contact.email());
        }

        void form() {
            page = login.begin();
        }

        void ask() {
            browser.follow(browser.submit(page, "#client-portal-ask", Map.of("email", contact.email())));
            mail = mailbox.next();
        }

        void land() {
            page = browser.get(Mailbox.link(mail));
        }

        void enter() {
            login.tokens(browser.submit(page, "#client-portal-open", Map.of()));
        }
    }

    private static void reLogins(Http signedIn) {
        for (int i = 0; i < SSO_PER_ROUND; i++) {
            OidcLogin login = new OidcLogin(signedIn, STOCK);
            login.tokens(login.begin());
        }
    }

    private void passwordLogins() {
        for (int i = 0; i < CONTACTS; i++) passwordLogin(new Http(), i);
    }

    private static void passwordLogin(Http browser, int user) {
        OidcLogin login = new OidcLogin(browser, STOCK);
        Answer form = login.begin();
        // With organizations on, Keycloak's own flow asks for the name first.
        Answer second = browser.follow(browser.submit(form, "#kc-form-login", Map.of("username", STOCK + user)));
        login.tokens(browser.submit(second, "#kc-form-login", Map.of("password", PASSWORD)));
    }
}
