package dev.clientportal.keycloak.access;

import dev.clientportal.keycloak.firm.ActiveFirm;
import dev.clientportal.keycloak.link.LinkEnd;
import dev.clientportal.keycloak.link.LinkStore;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import java.util.Set;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Enables, disables, blocks and unblocks contacts, with all that follows from it, in the caller's transaction. */
public final class AccessChange {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final String by;
    private final ContactStore contacts;
    private final LinkStore links;

    /** @param by the id of the user or service account that asks; null for the system */
    public AccessChange(KeycloakSession session, RealmModel realm, String by) {
        this.session = session;
        this.realm = realm;
        this.by = by;
        this.contacts = session.getProvider(ContactStore.class);
        this.links = session.getProvider(LinkStore.class);
    }

    /** @param silent no welcome mail and no sample task will greet the contact */
    public ContactAccess enable(OrganizationModel company, UserModel contact, boolean silent) {
        ActiveFirm.require(session, realm);
        requireAddress(contact);
        ContactAccess access = lock(company, contact);
        if (access.getState() == AccessState.BLOCKED) {
            throw new ProblemException(Problem.CONTACT_BLOCKED, "Unblock the contact first.");
        }
        if (access.getState() == AccessState.ENABLED) return access;
        access.setSilent(silent);
        return to(AccessState.ENABLED, AccessAct.ENABLED, access);
    }

    /** As {@link #enable}, for somebody whom this transaction makes a member. */
    public void enableNew(OrganizationModel company, UserModel contact, boolean silent) {
        ActiveFirm.require(session, realm);
        requireAddress(contact);
        contacts.addEnabled(realm.getId(), company.getId(), contact.getId(), silent);
        contacts.log(realm.getId(), company.getId(), contact.getId(), AccessAct.ENABLED, by);
    }

    /** The contact cannot log in to the company any more; links die, sessions end. */
    public ContactAccess disable(OrganizationModel company, UserModel contact) {
        ContactAccess access = lock(company, contact);
        if (access.getState() == AccessState.BLOCKED) {
            throw new ProblemException(Problem.CONTACT_BLOCKED, "The contact is blocked, which is more than disabled.");
        }
        return close(AccessState.DISABLED, AccessAct.DISABLED, access, contact);
    }

    /** As disabling, and nothing automated reaches the contact for this company until somebody unblocks them. */
    public ContactAccess block(OrganizationModel company, UserModel contact) {
        return close(AccessState.BLOCKED, AccessAct.BLOCKED, lock(company, contact), contact);
    }

    /** Restores nothing: the contact is in again only after accepting a new invitation. */
    public ContactAccess unblock(OrganizationModel company, UserModel contact) {
        ActiveFirm.require(session, realm);
        ContactAccess access = lock(company, contact);
        if (access.getState() != AccessState.BLOCKED) {
            throw new ProblemException(Problem.NOT_BLOCKED, "Only a blocked contact can be unblocked.");
        }
        access.setMustAccept(true);
        access.setAcceptedAt(null);
        return to(AccessState.ENABLED, AccessAct.UNBLOCKED, access);
    }

    public ContactAccess withhold(OrganizationModel company, UserModel contact, Set<ContactRight> withheld) {
        ContactAccess access = lock(company, contact);
        access.setWithheld(withheld);
        access.setChangedAt(Time.currentTimeMillis());
        return access;
    }

    private ContactAccess close(AccessState state, AccessAct act, ContactAccess access, UserModel contact) {
        to(state, act, access);
        shutOut(access.getOrgId(), contact);
        return access;
    }

    /** What follows when the contact may not enter the company any more: links die, sessions end. */
    public void shutOut(String orgId, UserModel contact) {
        links.endAll(orgId, contact.getId(), LinkEnd.CLOSED, Time.currentTimeMillis());
        new OpenSessions(session, realm).end(orgId, contact);
    }

    /** Doing it twice leaves one entry in the log. */
    private ContactAccess to(AccessState state, AccessAct act, ContactAccess access) {
        if (access.getState() != state) contacts.log(realm.getId(), access.getOrgId(), access.getUserId(), act, by);
        access.setState(state);
        access.setChangedAt(Time.currentTimeMillis());
        return access;
    }

    private ContactAccess lock(OrganizationModel company, UserModel contact) {
        return contacts.lock(realm.getId(), company.getId(), contact.getId());
    }

    private static void requireAddress(UserModel contact) {
        if (!AccessPolicy.hasValidAddress(contact)) {
            throw new ProblemException(Problem.NO_VALID_ADDRESS, "Give the contact a valid e-mail address first.");
        }
    }
}
