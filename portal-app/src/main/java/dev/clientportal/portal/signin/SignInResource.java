package dev.clientportal.portal.signin;

import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.page.Pages;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** The way in and the way out. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class SignInResource {
    private final Place place;
    private final Cookies cookies;
    private final Keys keys;
    private final Sessions sessions;
    private final Oidc oidc;
    private final Login login;
    private final Pages pages;

    SignInResource(Place place, Cookies cookies, Keys keys, Sessions sessions, Oidc oidc, Login login, Pages pages) {
        this.place = place;
        this.cookies = cookies;
        this.keys = keys;
        this.sessions = sessions;
        this.oidc = oidc;
        this.login = login;
        this.pages = pages;
    }

    /** The portal's address: on to the company where this browser was last, or to sign in. */
    @GET
    public Response start() {
        return sessions.find(place.firm(), cookies.session())
                .flatMap(sessions::last)
                .map(entry -> to(home(entry.company)))
                .orElseGet(() -> login.begin(null, null));
    }

    /** Where Keycloak leads back to. */
    @GET
    @Path("signed-in")
    public Response signedIn(
            @QueryParam("state") String state,
            @QueryParam("code") String code,
            @QueryParam("iss") String issuer,
            @QueryParam("error") String error,
            @QueryParam("error_description") String description) {
        Optional<PendingLogin> begun = begun(state);
        boolean ofTheFirm = issuer == null || issuer.equals(place.firm().issuer());
        if (begun.isEmpty() || !ofTheFirm) return notSignedIn("unknown");
        if (code == null) return refused(begun.get(), error, description);
        try {
            Tokens tokens = oidc.redeem(place.firm(), login.callback(), begun.get(), code);
            String cookie = sessions.enter(place.firm(), cookies.session(), tokens);
            boolean asWanted = begun.get().page() != null
                    && tokens.company().equals(begun.get().company());
            return Response.fromResponse(
                            to(asWanted ? place.base() + begun.get().page() : home(tokens.company())))
                    .cookie(cookies.session(cookie), cookies.noLogin(state))
                    .build();
        } catch (RefusedException codeIsOver) {
            return notSignedIn("over");
        }
    }

    private Optional<PendingLogin> begun(String state) {
        if (state == null) return Optional.empty();
        String cookie = cookies.login(state);
        return cookie == null
                ? Optional.empty()
                : PendingLogin.unsealed(keys.sealing(), cookie, place.firm().domain(), state);
    }

    /** A login that another tab has finished is begun anew: over the running session it needs no page. */
    private Response refused(PendingLogin begun, String error, String description) {
        if ("authentication_expired".equals(description)) return login.begin(begun.company(), begun.page());
        return notSignedIn("access_denied".equals(error) ? "denied" : "failed");
    }

    private Response notSignedIn(String kind) {
        return pages.response(Response.Status.BAD_REQUEST, SignInPages.notSignedIn(kind));
    }

    /** Ends the session here and at Keycloak. */
    @POST
    @Path("sign-out")
    public Response signOut() {
        Optional<SessionEntity> session = sessions.find(place.firm(), cookies.session());
        URI afterwards = URI.create(place.base() + "/signed-out");
        URI next = session.flatMap(sessions::last)
                .map(entry -> oidc.logout(place.firm(), entry.idToken, afterwards))
                .orElse(afterwards);
        session.ifPresent(sessions::end);
        return Response.fromResponse(to(next.toString()))
                .cookie(cookies.noSession())
                .build();
    }

    @GET
    @Path("signed-out")
    public Response signedOut() {
        return pages.response(Response.Status.OK, SignInPages.signedOut());
    }

    private String home(String company) {
        return place.base() + "/c/" + company + "/";
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address))
                .header("Cache-Control", "no-store")
                .build();
    }
}
