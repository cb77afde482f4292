package dev.clientportal.connectors.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.connectors.jobs.CommandStore;
import dev.clientportal.connectors.jobs.Work;
import dev.clientportal.connectors.keycloak.KeycloakAdmin;
import dev.clientportal.connectors.project.CreateProject.Contact;
import dev.clientportal.connectors.upstream.Away;
import dev.clientportal.connectors.upstream.Refused;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lets the contacts in, all in one call. Who was blocked or disabled by name stays so, and the project is made all the same;
 * an address that nobody can have refuses the project, before there is one.
 */
public final class AddContacts {
    private static final Set<String> LET_IN = Set.of("added", "opened", "already_open");
    private static final Set<String> STAY_OUT = Set.of("blocked", "disabled", "user_disabled");

    private final KeycloakAdmin keycloak;
    private final CommandStore commands;
    private final Json json;

    public AddContacts(KeycloakAdmin keycloak, CommandStore commands, Json json) {
        this.keycloak = keycloak;
        this.commands = commands;
        this.json = json;
    }

    public void add(Work work) {
        List<Contact> contacts = work.project().contacts();
        Set<String> toInvite = new TreeSet<>();
        if (!contacts.isEmpty()) {
            JsonNode told = keycloak.post(
                            work.realm(),
                            "/companies/" + work.companyId() + "/contacts/bulk",
                            Map.of(
                                    "contacts",
                                    contacts,
                                    "silent",
                                    !work.project().invites()))
                    .path("contacts");
            for (int i = 0; i < contacts.size(); i++) {
                String email = contacts.get(i).email();
                JsonNode outcome = told.path(i);
                requireUsable(email, outcome);
                work.foundContact(email, outcome);
                if (isToInvite(outcome)) toInvite.add(email);
            }
        }
        if (!work.project().invites()) return;
        // Decided once: after a redelivery they are invited already, and would be told of the tasks as well.
        String decided = work.command().invited();
        if (decided == null) decided = commands.decideInvited(work.command().id(), json.write(toInvite));
        work.invites(json.strings(decided));
    }

    private static boolean isToInvite(JsonNode outcome) {
        return LET_IN.contains(outcome.path("outcome").asText())
                && !outcome.hasNonNull("invitedAt")
                && !outcome.hasNonNull("acceptedAt");
    }

    private static void requireUsable(String email, JsonNode told) {
        String outcome = told.path("outcome").asText();
        if (LET_IN.contains(outcome) || STAY_OUT.contains(outcome)) return;
        String why = told.path("detail").asText(outcome.replace('_', ' '));
        if (outcome.isEmpty() || outcome.equals("failed"))
            throw new Away("Keycloak could not add a contact.", 0, false);
        throw new Refused("urn:client-portal:problem:contact-refused", "The contact " + email + ": " + why);
    }
}
