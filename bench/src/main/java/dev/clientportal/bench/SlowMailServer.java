package dev.clientportal.bench;

import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.OidcLogin;
import dev.clientportal.e2e.Portal;
import dev.clientportal.stack.MailServer;
import java.time.Duration;
import java.util.Map;

/** The answer to "mail me a link", with a mail server that takes its time and with one that does not. */
final class SlowMailServer {
    private static final int PAIRS = 60;
    private static final Duration SLOW = Duration.ofMillis(200);

    private final MailServer mailServer;

    SlowMailServer(MailServer mailServer) {
        this.mailServer = mailServer;
    }

    void print() {
        Figures quick = new Figures();
        Figures slow = new Figures();
        Portal.Contact contact = Portal.newContact("birch-bakery");
        for (int i = 0; i < PAIRS; i++) {
            mailServer.deliveryDelay(Duration.ZERO);
            quick.add(ask(contact));
            mailServer.deliveryDelay(SLOW);
            slow.add(ask(contact));
        }
        mailServer.deliveryDelay(Duration.ZERO);
        System.out.println("Asking, mail server takes no time, ms: " + quick);
        System.out.println("Asking, mail server takes 200 ms, ms: " + slow);
        System.out.printf(
                "Ratio of the medians: %.2f, of the 95th percentiles: %.2f%n",
                slow.median() / quick.median(), slow.at(0.95) / quick.at(0.95));
    }

    private static double ask(Portal.Contact contact) {
        Http browser = new Http();
        Mailbox mailbox = Mailbox.of(contact.email());
        Answer form = new OidcLogin(browser, "portal-demo").begin();
        long start = System.nanoTime();
        browser.submit(form, "#client-portal-ask", Map.of("email", contact.email()));
        double took = (System.nanoTime() - start) / 1e6;
        mailbox.next();
        return took;
    }
}
