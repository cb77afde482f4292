package dev.clientportal.portal.signin;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import dev.clientportal.portal.firm.Firm;
import dev.clientportal.portal.firm.Firms;
import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.page.Pages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Sends a browser to Keycloak. */
@RequestScoped
class Login {
    private final Place place;
    private final Cookies cookies;
    private final Keys keys;
    private final Oidc oidc;
    private final Firms firms;
    private final Pages pages;

    Login(Place place, Cookies cookies, Keys keys, Oidc oidc, Firms firms, Pages pages) {
        this.place = place;
        this.cookies = cookies;
        this.keys = keys;
        this.oidc = oidc;
        this.firms = firms;
        this.pages = pages;
    }

    /**
     * Over a running session of Keycloak this needs no page. A firm whose portal is not active says so here: Keycloak has
     * ended its sessions, and its login page is the same to everybody.
     *
     * @param company the alias, or null for the one used last
     * @param page the path, below the portal, to go on to, or null for the company's first
     */
    Response begin(String company, String page) {
        boolean open = firms.now(place.firm().domain()).filter(Firm::active).isPresent();
        if (!open) return pages.response(Response.Status.FORBIDDEN, SignInPages.closedFirm());
        PendingLogin login = new PendingLogin(
                place.firm().domain(),
                new State().getValue(),
                new Nonce().getValue(),
                new CodeVerifier().getValue(),
                company,
                page);
        return Response.seeOther(oidc.authorization(place.firm(), callback(), login))
                .cookie(cookies.withoutOldLogins(cookies.login(login.state(), login.sealed(keys.sealing()))))
                .header("Cache-Control", "no-store")
                .build();
    }

    URI callback() {
        return URI.create(place.base() + "/signed-in");
    }
}
