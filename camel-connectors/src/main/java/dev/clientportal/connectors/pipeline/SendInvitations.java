package dev.clientportal.connectors.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.connectors.jobs.Work;
import dev.clientportal.connectors.keycloak.KeycloakAdmin;
import dev.clientportal.connectors.upstream.Busy;
import java.util.HashMap;
import java.util.Map;

/** Invites whom the command decided to invite, when the project is there to be found. Each once, also when it is done again. */
public final class SendInvitations {
    private final KeycloakAdmin keycloak;

    public SendInvitations(KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    public void send(Work work) {
        Map<String, ObjectNode> byId = new HashMap<>();
        ArrayNode ids = JsonNodeFactory.instance.arrayNode();
        for (String email : work.invited()) {
            ObjectNode contact = work.contacts().get(email);
            if (contact == null || !contact.has("id")) continue;
            if (byId.put(contact.path("id").asText(), contact) == null) ids.add(contact.path("id"));
        }
        if (ids.isEmpty()) return;
        JsonNode told = keycloak.post(
                work.realm(), "/companies/" + work.companyId() + "/invitations", Map.of("contacts", ids, "once", true));
        long wait = 0;
        for (JsonNode one : told.path("contacts")) {
            String outcome = one.path("outcome").asText();
            byId.get(one.path("userId").asText())
                    .put("invitation", outcome.equals("already_invited") ? "invited" : outcome);
            if (outcome.equals("too_many"))
                wait = Math.max(1, one.path("retryAfter").asLong());
        }
        if (wait > 0) throw new Busy("The firm's budget for invitations is used up for now.", wait);
    }
}
