package dev.clientportal.keycloak.page;

import dev.clientportal.keycloak.firm.Firm;
import dev.clientportal.keycloak.firm.FirmStore;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;

/** The page behind which somebody stays: which door is closed, and whom to ask. */
public final class DoorPage {
    private static final String TEMPLATE = "client-portal-door.ftl";

    private final KeycloakSession session;
    private final ClosedDoor door;
    private final Map<String, Object> model = new HashMap<>();

    public DoorPage(KeycloakSession session, ClosedDoor door) {
        this.session = session;
        this.door = door;
        model.put("kind", door.page());
        model.put(
                "help",
                session.getProvider(FirmStore.class)
                        .find(session.getContext().getRealm().getId())
                        .map(Firm::getHelp)
                        .orElse(null));
    }

    public DoorPage with(String name, Object value) {
        model.put(name, value);
        return this;
    }

    public Response response() {
        return response(session.getProvider(LoginFormsProvider.class));
    }

    public Response response(LoginFormsProvider form) {
        return form.setAttribute("door", model)
                .setStatus(Response.Status.fromStatusCode(door.status()))
                .createForm(TEMPLATE);
    }
}
