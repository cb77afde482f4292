package dev.clientportal.bench;

import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.OidcLogin;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Tokens;
import dev.clientportal.e2e.Visitor;
import java.util.Map;

/**
 * Server CPU of what a company costs every day: a refresh with the guard and its claims beside a stock refresh, and a switch
 * to another company beside a stock SSO re-login. {@link StockClient} has to be there.
 */
final class CompanyCost {
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 7;
    private static final int EACH = 160;
    private static final String CLIENT = "portal-demo";

    private final Http stockBrowser = new Http();
    private final Http browser;
    private Tokens stock = StockClient.passwordLogin(stockBrowser, 0);
    private Tokens ours;

    CompanyCost() {
        Contact contact = Portal.newContact("birch-bakery");
        Portal.addContact("cedar-cycles", contact.email());
        browser = Visitor.invited(contact).browser();
        ours = enter("birch-bakery");
    }

    void print() throws InterruptedException {
        Figures refresh = new Figures();
        Figures change = new Figures();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            double stockRefresh = Cpu.millis(this::stockRefreshes);
            double guarded = Cpu.millis(this::refreshes);
            double reLogin = Cpu.millis(this::reLogins);
            double switched = Cpu.millis(this::switches);
            if (round < WARM_UP) continue;
            refresh.add(guarded / stockRefresh);
            change.add(switched / reLogin);
        }
        System.out.println("CPU of a refresh with the guard / stock refresh: " + refresh);
        System.out.println("CPU of a switch / stock SSO re-login: " + change);
    }

    private void stockRefreshes() {
        for (int i = 0; i < EACH; i++) stock = stock.refreshed();
    }

    private void refreshes() {
        for (int i = 0; i < EACH; i++) ours = ours.refreshed();
    }

    private void reLogins() {
        for (int i = 0; i < EACH; i++) stock = StockClient.reLogin(stockBrowser);
    }

    private void switches() {
        for (int i = 0; i < EACH; i++) ours = enter(i % 2 == 0 ? "cedar-cycles" : "birch-bakery");
    }

    private Tokens enter(String alias) {
        OidcLogin login = new OidcLogin(browser, CLIENT);
        return Tokens.of(login.tokens(login.begin(Map.of("company", alias))), CLIENT);
    }
}
