package dev.clientportal.portal.signin;

import dev.clientportal.portal.audit.Actor;
import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.oidc.Client;
import dev.clientportal.portal.oidc.Cookies;
import dev.clientportal.portal.oidc.KeptTokens;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
    private final Greeter greeter;

    SignInResource(
            Place place, Cookies cookies, Sessions sessions, ContactLogin contactLogin, Login login, Greeter greeter) {
        this.place = place;
        this.cookies = cookies;
        this.sessions = sessions;
        this.contactLogin = contactLogin;
        this.login = login;
        this.greeter = greeter;
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
        String page = asWanted ? begun.page() : home(membership.company());
        String given = sessions.enter(place.firm(), cookie, tokens, membership);
        return new Login.Kept(given, membership.welcomeDue() ? welcome(membership, tokens, page) : page);
    }

    /** Past the welcome, for whom it is the first time. */
    private String welcome(Membership membership, Tokens tokens, String page) {
        boolean first = greeter.greet(
                place.firm(),
                new CompanyKey(place.firm().realm(), membership.companyId()),
                Actor.contact(tokens.userId(), tokens.name() == null ? tokens.email() : tokens.name()),
                tokens.access());
        if (!first) return page;
        String start = "/c/" + membership.company();
        String next = page.startsWith(start) ? page.substring(start.length()) : "/";
        return start + "/welcome?page=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    @POST
    @Path("sign-out")
    public Response signOut() {
        Optional<SessionEntity> session = session();
        String idToken =
                session.flatMap(sessions::last).map(KeptTokens::idToken).orElse(null);
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
