package dev.clientportal.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Portal.Contact;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the server knows of a contact, read from behind. */
public final class Facts {
    private Facts() {}

    /** The contact's running sessions. */
    public static List<JsonNode> sessions(Contact contact) {
        return list(Portal.ok(Portal.mia().get("/admin/realms/northwind/users/" + contact.id() + "/sessions"))
                .json());
    }

    /** The rows of links that can still be used, unless they ran out. */
    public static List<JsonNode> liveLinks(Contact contact) {
        return list(TestSupport.select(
                "SELECT * FROM CP_LINK WHERE LIVE_KEY IS NOT NULL AND USER_ID = '" + contact.id() + "'"));
    }

    public static List<JsonNode> waitingMails(Contact contact) {
        return list(TestSupport.select("SELECT * FROM CP_MAIL WHERE STATE = 'QUEUED' AND (USER_ID = '" + contact.id()
                + "' OR TYPED_ADDRESS = '" + contact.email() + "')"));
    }

    /** What Keycloak wrote down about logins of the contact, the newest first. */
    public static List<JsonNode> loginErrors(Contact contact) {
        return events("LOGIN_ERROR", contact);
    }

    /** What Keycloak wrote down of this type about the contact, the newest first. */
    public static List<JsonNode> events(String type, Contact contact) {
        return list(Portal.ok(Portal.mia().get("/admin/realms/northwind/events?type=" + type + "&user=" + contact.id()))
                .json());
    }

    /** The contact as staff REST shows it. */
    public static JsonNode contact(Contact contact) {
        return Portal.ok(Portal.mia().get(contact.path())).json();
    }

    /** The contact's invitations, the newest first. */
    public static List<JsonNode> ledger(Contact contact) {
        return list(Portal.ok(Portal.mia().get(contact.path() + "/invitations?max=100"))
                .json()
                .path("items"));
    }

    public static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
