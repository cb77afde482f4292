package dev.clientportal.portal.staff;

import dev.clientportal.portal.PortalSettings;
import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.oidc.Client;
import dev.clientportal.portal.oidc.Cookies;
import dev.clientportal.portal.oidc.Login;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Who is signed in here, and where the others go. Also while the firm's portal is closed: staff prepare it then. */
@RequestScoped
class StaffLogin {
    static final String START = "/staff/";

    private final Place place;
    private final PortalSettings settings;
    private final Cookies cookies;
    private final StaffSessions sessions;
    private final Login login;

    StaffLogin(Place place, PortalSettings settings, Cookies cookies, StaffSessions sessions, Login login) {
        this.place = place;
        this.settings = settings;
        this.cookies = cookies;
        this.sessions = sessions;
        this.login = login;
    }

    Client client() {
        return Client.forStaff(place.firm(), settings.staffClient());
    }

    Optional<StaffSessionEntity> session() {
        return sessions.find(client(), cookies.session(client()));
    }

    /** @param page the path, below the portal, to go on to */
    Response begin(String page) {
        return login.begin(client(), null, page);
    }
}
