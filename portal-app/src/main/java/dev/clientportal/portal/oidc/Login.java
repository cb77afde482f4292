package dev.clientportal.portal.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.page.Pages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;

/** Sends a browser to Keycloak, and takes it back. */
@RequestScoped
public class Login {
    private final Place place;
    private final Cookies cookies;
    private final Keys keys;
    private final Oidc oidc;
    private final Pages pages;
    private final UriInfo request;

    Login(Place place, Cookies cookies, Keys keys, Oidc oidc, Pages pages, UriInfo request) {
        this.place = place;
        this.cookies = cookies;
        this.keys = keys;
        this.oidc = oidc;
        this.pages = pages;
        this.request = request;
    }

    /** Keeps for the browser what a login gave. */
    public interface Keeper {
        /** @param cookie what the browser has, or null */
        Kept keep(PendingLogin begun, Tokens tokens, String cookie);
    }

    /**
     * What follows a login.
     *
     * @param cookie what the browser is known by
     * @param page the path, below the portal, to go on to
     */
    public record Kept(String cookie, String page) {}

    /**
     * Over a running session of Keycloak this needs no page.
     *
     * @param company the alias, or null
     * @param page the path, below the portal, to go on to, or null for the first one
     */
    public Response begin(Client client, String company, String page) {
        PendingLogin login = new PendingLogin(
                place.firm().domain(),
                client.id(),
                new State().getValue(),
                new Nonce().getValue(),
                new CodeVerifier().getValue(),
                company,
                page);
        return Response.seeOther(oidc.authorization(client, callback(client), login))
                .cookie(cookies.withoutOldLogins(cookies.login(login.state(), login.sealed(keys.sealing()))))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** This request is the one that Keycloak led back with. */
    public Response finish(Client client, Keeper keeper) {
        MultivaluedMap<String, String> answer = request.getQueryParameters();
        String issuer = answer.getFirst("iss");
        Optional<PendingLogin> begun = begun(client, answer.getFirst("state"));
        boolean ofTheFirm = issuer == null || issuer.equals(client.issuer());
        if (begun.isEmpty() || !ofTheFirm) return notSignedIn(client, "unknown");
        if (!answer.containsKey("code")) return refused(client, begun.get(), answer);
        try {
            Tokens tokens = oidc.redeem(client, callback(client), begun.get(), answer.getFirst("code"));
            Kept kept = keeper.keep(begun.get(), tokens, cookies.session(client));
            return Response.fromResponse(to(place.base() + kept.page()))
                    .cookie(
                            cookies.session(client, kept.cookie()),
                            cookies.noLogin(begun.get().state()))
                    .build();
        } catch (RefusedException codeIsOver) {
            return notSignedIn(client, "over");
        }
    }

    private Optional<PendingLogin> begun(Client client, String state) {
        String cookie = state == null ? null : cookies.login(state);
        return cookie == null
                ? Optional.empty()
                : PendingLogin.unsealed(keys.sealing(), cookie, place.firm().domain(), client.id(), state);
    }

    /** A login that another tab has finished is begun anew by the page: over the running session it needs none of Keycloak's. */
    private Response refused(Client client, PendingLogin begun, MultivaluedMap<String, String> answer) {
        if ("authentication_expired".equals(answer.getFirst("error_description"))) {
            return to(begun.page() == null ? start(client) : place.base() + begun.page());
        }
        return notSignedIn(client, "access_denied".equals(answer.getFirst("error")) ? "denied" : "failed");
    }

    private Response notSignedIn(Client client, String kind) {
        return pages.response(Response.Status.BAD_REQUEST, LoginPages.notSignedIn(kind, start(client)));
    }

    /**
     * Ends the session in this browser and at Keycloak.
     *
     * @param idToken of the session, or null where there is none
     */
    public Response signOut(Client client, String idToken) {
        URI afterwards = URI.create(place.base() + client.path() + "/signed-out");
        URI next = idToken == null ? afterwards : oidc.logout(client, idToken, afterwards);
        return Response.fromResponse(to(next.toString()))
                .cookie(cookies.noSession(client))
                .build();
    }

    public Response signedOut(Client client) {
        return pages.response(Response.Status.OK, LoginPages.signedOut(start(client)));
    }

    /** Where to go on after a login: the page that was asked for, or the other one in place of a form that cannot be sent again. */
    public static String pageOf(ContainerRequestContext request, String inPlaceOfAForm) {
        if (!request.getMethod().equals("GET")) return inPlaceOfAForm;
        URI asked = request.getUriInfo().getRequestUri();
        return asked.getRawPath() + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery());
    }

    private String start(Client client) {
        return place.base() + client.path() + "/";
    }

    private URI callback(Client client) {
        return URI.create(place.base() + client.path() + "/signed-in");
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address))
                .header("Cache-Control", "no-store")
                .build();
    }
}
