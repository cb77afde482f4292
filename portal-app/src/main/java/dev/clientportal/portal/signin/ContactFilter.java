package dev.clientportal.portal.signin;

import dev.clientportal.portal.firm.Place;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Optional;

/** Lets contacts in, sends the others to sign in, and says which door is closed. */
@Provider
@ForContacts
public class ContactFilter implements ContainerRequestFilter {
    private final Place place;
    private final Cookies cookies;
    private final Sessions sessions;
    private final Login login;
    private final ClosedCompany closed;
    private final Visit visit;

    ContactFilter(Place place, Cookies cookies, Sessions sessions, Login login, ClosedCompany closed, Visit visit) {
        this.place = place;
        this.cookies = cookies;
        this.sessions = sessions;
        this.login = login;
        this.closed = closed;
        this.visit = visit;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String company = request.getUriInfo().getPathParameters().getFirst("company");
        Optional<SessionEntity> session = sessions.find(place.firm(), cookies.session());
        Optional<EntryEntity> entry = session.flatMap(found -> sessions.entry(found, company));
        if (entry.isEmpty()) {
            request.abortWith(login.begin(company, page(request)));
            return;
        }
        try {
            EntryEntity checked = sessions.checked(place.firm(), session.get(), entry.get());
            visit.set(new Sessions.Here(session.get(), checked));
        } catch (RefusedException refused) {
            request.abortWith(
                    refused.refusal().company()
                            ? closed.page(entry.get(), refused.refusal())
                            : login.begin(company, page(request)));
        }
    }

    /** Where to go on after the login: this page, or where a form was that cannot be sent again. */
    private static String page(ContainerRequestContext request) {
        URI asked = request.getUriInfo().getRequestUri();
        if (!request.getMethod().equals("GET")) return null;
        return asked.getRawPath() + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery());
    }
}
