package dev.clientportal.portal.signin;

import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.oidc.Client;
import dev.clientportal.portal.oidc.Cookies;
import dev.clientportal.portal.oidc.Login;
import dev.clientportal.portal.oidc.RefusedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** Lets contacts in, sends the others to sign in, and says which door is closed. */
@Provider
@ForContacts
public class ContactFilter implements ContainerRequestFilter {
    private final Place place;
    private final Cookies cookies;
    private final Sessions sessions;
    private final ContactLogin login;
    private final ClosedCompany closed;
    private final Visit visit;

    ContactFilter(
            Place place, Cookies cookies, Sessions sessions, ContactLogin login, ClosedCompany closed, Visit visit) {
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
        Optional<SessionEntity> session =
                sessions.find(place.firm(), cookies.session(Client.forContacts(place.firm())));
        Optional<EntryEntity> entry = session.flatMap(found -> sessions.entry(found, company));
        if (entry.isEmpty()) {
            request.abortWith(login.begin(company, Login.pageOf(request, "/c/" + company + "/")));
            return;
        }
        try {
            EntryEntity checked = sessions.checked(place.firm(), session.get(), entry.get());
            visit.set(new Sessions.Here(session.get(), checked));
        } catch (RefusedException refused) {
            Refusal refusal = Refusal.of(refused);
            request.abortWith(
                    refusal.company()
                            ? closed.page(entry.get(), refusal)
                            : login.begin(company, Login.pageOf(request, "/c/" + company + "/")));
        }
    }
}
