package dev.clientportal.portal.signin;

import dev.clientportal.portal.firm.Firm;
import dev.clientportal.portal.firm.Firms;
import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.oidc.Client;
import dev.clientportal.portal.oidc.Login;
import dev.clientportal.portal.page.Pages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;

/** Sends contacts to sign in. */
@RequestScoped
class ContactLogin {
    private final Place place;
    private final Login login;
    private final Firms firms;
    private final Pages pages;

    ContactLogin(Place place, Login login, Firms firms, Pages pages) {
        this.place = place;
        this.login = login;
        this.firms = firms;
        this.pages = pages;
    }

    /**
     * A firm whose portal is not active says so here: Keycloak has ended its sessions, and its login page is the same to
     * everybody.
     *
     * @param company the alias, or null for the one used last
     * @param page the path, below the portal, to go on to, or null for the company's first
     */
    Response begin(String company, String page) {
        boolean open = firms.now(place.firm().domain()).filter(Firm::active).isPresent();
        if (!open) return pages.response(Response.Status.FORBIDDEN, SignInPages.closedFirm());
        return login.begin(Client.forContacts(place.firm()), company, page);
    }
}
