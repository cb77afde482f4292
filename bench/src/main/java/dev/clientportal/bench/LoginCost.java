package dev.clientportal.bench;

import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.OidcLogin;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.stack.ReceivedMail;
import java.time.Duration;
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
    private static final String MAIL_WORKER = "client-portal-mail";
    /** After fewer rounds the compiler has a share in every figure that grows with the length of the code. */
    private static final int WARM_UP = 60;

    private static final int ROUNDS = 7;
    private static final int SSO_PER_ROUND = 160;

    private final List<Portal.Contact> contacts = new ArrayList<>();

    void print() throws InterruptedException {
        prepare();
        Http signedIn = new Http();
        StockClient.passwordLogin(signedIn, 0);
        for (int round = 0; round < WARM_UP; round++) {
            magicLinkLogins();
            reLogins(signedIn);
            passwordLogins();
        }
        Figures ratio = new Figures();
        Figures withoutMail = new Figures();
        Figures passwordRatio = new Figures();
        Figures base = new Figures();
        for (int round = 0; round < ROUNDS; round++) {
            Duration before = TestSupport.cpuTimeOf(MAIL_WORKER);
            double link = Cpu.millis(this::magicLinkLogins) / CONTACTS;
            double mail = TestSupport.cpuTimeOf(MAIL_WORKER).minus(before).toNanos() / 1e6 / CONTACTS;
            double sso = Cpu.millis(() -> reLogins(signedIn)) / SSO_PER_ROUND;
            double password = Cpu.millis(LoginCost::passwordLogins) / CONTACTS;
            ratio.add(link / sso);
            withoutMail.add((link - mail) / sso);
            passwordRatio.add(password / sso);
            base.add(sso);
            System.out.printf(
                    "round %d: link %.2f ms, of it the mail worker %.2f ms, password %.2f ms, SSO %.2f ms%n",
                    round, link, mail, password, sso);
        }
        System.out.println("CPU of a magic-link login / SSO re-login: " + ratio);
        System.out.println("the same without the mail worker's threads: " + withoutMail);
        System.out.println("CPU of a stock password login / SSO re-login: " + passwordRatio);
        System.out.println("CPU of an SSO re-login in ms: " + base);
    }

    private void prepare() {
        for (int i = 0; i < CONTACTS; i++) contacts.add(Portal.newContact("birch-bakery"));
        StockClient.create(CONTACTS);
    }

    /** All contacts take a step before any takes the next, so that each step's share is known. */
    private void magicLinkLogins() throws InterruptedException {
        List<Login> logins = contacts.stream().map(Login::new).toList();
        List<Double> steps = new ArrayList<>();
        for (Consumer<Login> step : List.<Consumer<Login>>of(Login::form, Login::ask, Login::land, Login::enter)) {
            steps.add(Cpu.millis(() -> logins.forEach(step)) / CONTACTS);
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
        for (int i = 0; i < SSO_PER_ROUND; i++) StockClient.reLogin(signedIn);
    }

    private static void passwordLogins() {
        for (int i = 0; i < CONTACTS; i++) StockClient.passwordLogin(new Http(), i);
    }
}
