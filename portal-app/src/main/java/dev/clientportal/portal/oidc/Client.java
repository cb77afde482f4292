package dev.clientportal.portal.oidc;

import com.nimbusds.oauth2.sdk.Scope;
import dev.clientportal.portal.firm.Firm;

/**
 * What this application is in a realm: one client for contacts, another one for staff. A browser may be signed in to both,
 * and neither is worth anything to the other.
 *
 * @param cookie the name of the cookie of those who are signed in to it
 * @param path where its pages are below the portal's address, without a slash at its end
 */
public record Client(String issuer, String id, Scope scope, String cookie, String path) {
    public static Client forContacts(Firm firm) {
        return new Client(
                firm.issuer(), firm.clientId(), new Scope("openid", "profile", "email", "organization"), "portal", "");
    }

    public static Client forStaff(Firm firm, String id) {
        return new Client(firm.issuer(), id, new Scope("openid", "profile", "email"), "portal-staff", "/staff");
    }
}
