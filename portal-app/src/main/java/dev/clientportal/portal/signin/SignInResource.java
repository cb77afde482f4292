package dev.clientportal.portal.signin;

import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.oidc.Client;
import dev.clientportal.portal.oidc.Cookies;
import dev.clientportal.portal.oidc.Login;
import dev.clientportal.portal.oidc.PendingLogin;
import dev.clientportal.portal.oidc.Tokens;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** The contacts' way in and way out. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class SignInResource {
    private final Place place;
    private final Cookies cookies;
    private final Sessions sessions;
    private final ContactLogin contactLogin;
    private final Login login;

    SignInResource(Place place, Cookies cookies, Sessions sessions, ContactLogin contactLogin, Login login) {
        this.place = place;
        this.cookies = cookies;
        this.sessions = sessions;
        this.contactLogin = contactLogin;
        this.login = login;
    }

    /** The portal's address: on to the company where this browser was last, or to sign in. */
    @GET
    public Response start() {
        return session()
                .flatMap(sessions::last)
                .map(entry -> Response.seeOther(URI.create(place.base() + home(entry.company)))
                        .header("Cache-Control", "no-store")
                        .build())
                .orElseGet(() -> contactLogin.begin(null, null));
    }

    /** Where Keycloak leads back to. */
    @GET
    @Path("signed-in")
    public Response signedIn() {
        return login.finish(client(), this::keep);
    }

    private Login.Kept keep(PendingLogin begun, Tokens tokens, String cookie) {
        Membership membership = Membership.of(tokens);
        boolean asWanted = begun.page() != null && membership.company().equals(begun.company());
        return new Login.Kept(
                sessions.enter(place.firm(), cookie, tokens, membership),
                asWanted ? begun.page() : home(membership.company()));
    }

    @POST
    @Path("sign-out")
    public Response signOut() {
        Optional<SessionEntity> session = session();
        String idToken =
                session.flatMap(sessions::last).map(entry -> entry.idToken).orElse(null);
        session.ifPresent(sessions::end);
        return login.signOut(client(), idToken);
    }

    @GET
    @Path("signed-out")
    public Response signedOut() {
        return login.signedOut(client());
    }

    private Optional<SessionEntity> session() {
        return sessions.find(place.firm(), cookies.session(client()));
    }

    private Client client() {
        return Client.forContacts(place.firm());
    }

    private static String home(String company) {
        return "/c/" + company + "/";
    }
}
