package dev.clientportal.e2e.mail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import java.util.HashMap;
import java.util.Map;

/** What another system asks to be sent. */
record Notice(Map<String, Object> body) {
    /** Allowed by the demo's portal client; nobody listens there. */
    static final String TARGET = "http://127.0.0.1:1/tasks/17?from=mail";

    static Notice task(String title) {
        return new Notice(Map.of("kind", "task_assigned", "title", title, "target", TARGET));
    }

    Notice with(String property, Object value) {
        Map<String, Object> more = new HashMap<>(body);
        more.put(property, value);
        return new Notice(more);
    }

    Answer to(Contact contact) {
        return to(contact, Api.automation());
    }

    Answer to(Contact contact, Api caller) {
        return caller.post(contact.path() + "/mails", body);
    }

    /** The mail's representation. */
    JsonNode queuedFor(Contact contact) {
        Answer answer = to(contact);
        if (answer.status() != 202) throw new AssertionError(answer.toString());
        return answer.json();
    }

    /** The mail as staff see it now. */
    static JsonNode mail(String id) {
        for (JsonNode mail : Portal.ok(Portal.mia().get(Portal.ADMIN + "/mails?max=100"))
                .json()
                .path("items")) {
            if (mail.path("id").asText().equals(id)) return mail;
        }
        throw new AssertionError("No mail " + id);
    }
}
