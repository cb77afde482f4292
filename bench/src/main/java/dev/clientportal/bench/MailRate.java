package dev.clientportal.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Portal;
import dev.clientportal.stack.MailServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How long 10,000 invitations take from the first call that asks for them until the mail server has the last one. */
final class MailRate {
    private static final int COMPANIES = 100;
    private static final int CONTACTS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final MailServer mailServer;

    MailRate(MailServer mailServer) {
        this.mailServer = mailServer;
    }

    void print() throws InterruptedException {
        List<Invitations> all = new ArrayList<>();
        for (int i = 0; i < COMPANIES; i++) all.add(newContacts(i));
        int before = mailServer.received().size();
        long start = System.nanoTime();
        for (Invitations each : all) {
            Portal.ok(Portal.administrator()
                    .post(
                            Portal.ADMIN + "/companies/" + each.company() + "/invitations",
                            Map.of("contacts", each.contacts())));
        }
        double asked = seconds(start);
        while (mailServer.received().size() - before < COMPANIES * CONTACTS) {
            if (seconds(start) > PATIENCE.toSeconds()) throw new IllegalStateException("Not in " + PATIENCE);
            Thread.sleep(100);
        }
        double sent = seconds(start);
        System.out.printf(
                "%d invitations: asked for in %.0f s, all with the mail server after %.0f s (%.0f a second)%n",
                COMPANIES * CONTACTS, asked, sent, COMPANIES * CONTACTS / sent);
        Thread.sleep(2_000); // Until the last ones have been told.
        JsonNode waiting = Portal.ok(Portal.administrator().get(Portal.ADMIN + "/mails/waiting"))
                .json();
        System.out.println("Sent more than once: " + (mailServer.received().size() - before - COMPANIES * CONTACTS)
                + "; still waiting in the ledger: " + waiting.path("count"));
    }

    private record Invitations(String company, List<String> contacts) {}

    private static Invitations newContacts(int number) {
        String company = Portal.newCompany();
        List<Map<String, String>> people = new ArrayList<>();
        for (int i = 0; i < CONTACTS; i++) {
            people.add(Map.of(
                    "email", "many." + number + "." + i + "@client.example", "firstName", "Con", "lastName", "Tact"));
        }
        JsonNode added = Portal.ok(Portal.administrator()
                        .post(
                                Portal.ADMIN + "/companies/" + company + "/contacts/bulk",
                                Map.of("contacts", people, "silent", true)))
                .json();
        return new Invitations(company, added.findValuesAsText("userId"));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
