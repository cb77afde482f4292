package dev.clientportal.connectors.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.connectors.door.Answer;
import dev.clientportal.connectors.door.Caller;
import dev.clientportal.connectors.door.Door;
import dev.clientportal.connectors.door.JsonBody;
import dev.clientportal.connectors.door.Problem;
import dev.clientportal.connectors.door.ProblemException;
import dev.clientportal.connectors.keycloak.KeycloakAdmin;
import dev.clientportal.connectors.portal.PortalApi;
import dev.clientportal.connectors.upstream.Refused;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;

/** What workflows do to companies and contacts without a project, and what forms are filled with. */
public final class AccessCalls {
    private static final Map<String, String> PORTAL = Map.of("activate", "activate", "deactivate", "deactivate");
    private static final Map<String, String> CONTACT = Map.of(
            "invite", "invitations", "enable", "enable", "disable", "disable", "block", "block", "unblock", "unblock");

    private final JsonBody bodies;
    private final KeycloakAdmin keycloak;
    private final PortalApi portal;
    private final ObjectMapper json;

    public AccessCalls(JsonBody bodies, KeycloakAdmin keycloak, PortalApi portal, ObjectMapper json) {
        this.bodies = bodies;
        this.keycloak = keycloak;
        this.portal = portal;
        this.json = json;
    }

    /** Who the caller is: what tools ask when somebody connects them. */
    public Answer me(@ExchangeProperty(Door.CALLER) Caller caller) {
        ObjectNode told = json.createObjectNode();
        told.put("realm", caller.realm());
        told.put("client", caller.client());
        told.put("name", caller.name());
        var roles = told.putArray("roles");
        caller.roles().stream().map(role -> role.roleName()).sorted().forEach(roles::add);
        return Answer.ok(told);
    }

    /** Opens or closes a company's portal; doing it again changes nothing. */
    public Answer portal(@ExchangeProperty(Door.CALLER) Caller caller, @Header("key") String key, @Body byte[] body) {
        String action = action(bodies.read(body), PORTAL);
        JsonNode company = company(caller, key);
        return Answer.ok(keycloak.post(
                caller.realm(), "/companies/" + company.path("id").asText() + "/" + PORTAL.get(action), Map.of()));
    }

    /** Lets in, invites, enables, disables, blocks or unblocks one contact of a company. */
    public Answer contact(@ExchangeProperty(Door.CALLER) Caller caller, @Header("key") String key, @Body byte[] body) {
        JsonNode sent = bodies.read(body);
        String action = action(sent, CONTACT);
        String email = text(sent, "email");
        String company = "/companies/" + company(caller, key).path("id").asText() + "/contacts";
        if (action.equals("invite") || action.equals("enable")) {
            ObjectNode wanted = json.createObjectNode().put("email", email).put("invite", action.equals("invite"));
            for (String name : new String[] {"firstName", "lastName", "locale"}) {
                if (sent.hasNonNull(name)) wanted.put(name, text(sent, name));
            }
            return Answer.ok(keycloak.post(caller.realm(), company, wanted));
        }
        String user = contactId(caller, company, email);
        return Answer.ok(keycloak.post(caller.realm(), company + "/" + user + "/" + CONTACT.get(action), Map.of()));
    }

    /** For a form's list of templates. */
    public Answer templates(@ExchangeProperty(Door.CALLER) Caller caller) {
        return Answer.ok(portal.get(caller.realm(), "/templates"));
    }

    /** For a form's list of companies. */
    public Answer companies(
            @ExchangeProperty(Door.CALLER) Caller caller,
            @Header("search") String search,
            @Header("after") String after,
            @Header("max") String max) {
        StringBuilder query = new StringBuilder("?max=").append(max == null ? "100" : encoded(max));
        if (search != null) query.append("&search=").append(encoded(search));
        if (after != null) query.append("&after=").append(encoded(after));
        return Answer.ok(keycloak.get(caller.realm(), "/companies" + query));
    }

    private JsonNode company(Caller caller, String key) {
        ObjectNode wanted = json.createObjectNode();
        wanted.put(key.startsWith("id:") ? "externalId" : "alias", key.startsWith("id:") ? key.substring(3) : key);
        try {
            return keycloak.post(caller.realm(), "/companies", wanted);
        } catch (Refused wouldBeNew) {
            throw new ProblemException(Problem.NOT_FOUND, "There is no company with this key.");
        }
    }

    private String contactId(Caller caller, String company, String email) {
        JsonNode found = keycloak.get(caller.realm(), company + "?search=" + encoded(email));
        for (JsonNode contact : found.path("items")) {
            if (email.equalsIgnoreCase(contact.path("email").asText()))
                return contact.path("userId").asText();
        }
        throw new ProblemException(Problem.NOT_FOUND, "The company has no contact with this address.");
    }

    private static String action(JsonNode sent, Map<String, String> known) {
        String action = text(sent, "action").toLowerCase(Locale.ROOT);
        if (!known.containsKey(action)) {
            throw ProblemException.invalid(
                    "/action", "One of " + String.join(", ", new TreeSet<>(known.keySet())) + ".");
        }
        return action;
    }

    private static String text(JsonNode sent, String name) {
        JsonNode value = sent.path(name);
        if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > 255) {
            throw ProblemException.invalid("/" + name, "A text of 1 to 255 letters.");
        }
        return value.asText();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
