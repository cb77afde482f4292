package dev.clientportal.keycloak.company;

import dev.clientportal.keycloak.closing.SessionClosing;
import dev.clientportal.keycloak.firm.ActiveFirm;
import dev.clientportal.keycloak.link.LinkEnd;
import dev.clientportal.keycloak.link.LinkStore;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;

/** The second gate: opens and closes one company's portal. Doing it twice is doing it once. */
public final class CompanyActivation {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final CompanyStore companies;
    private final LinkStore links;
    private final SessionClosing closing;

    public CompanyActivation(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.companies = session.getProvider(CompanyStore.class);
        this.links = session.getProvider(LinkStore.class);
        this.closing = session.getProvider(SessionClosing.class);
    }

    /** Returns false when it was active already. */
    public boolean activate(OrganizationModel company) {
        ActiveFirm.require(session, realm);
        return companies.setActive(realm.getId(), company.getId(), true);
    }

    /** Returns false when it was not active. Every open link into the company ends in the same transaction, sessions soon after. */
    public boolean deactivate(OrganizationModel company) {
        if (!companies.setActive(realm.getId(), company.getId(), false)) return false;
        shut(company.getId());
        return true;
    }

    /** What follows when a company's portal was closed. */
    public void shut(String orgId) {
        links.endCompany(orgId, LinkEnd.CLOSED, Time.currentTimeMillis());
        closing.start(realm.getId(), orgId);
    }
}
