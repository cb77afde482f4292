package dev.clientportal.portal.staff;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** Who of the firm asks: what Keycloak said of them not longer ago than {@code client-portal.access-age}. */
@Named("staff")
@RequestScoped
public class StaffVisit {
    private StaffSessionEntity session;

    void set(StaffSessionEntity session) {
        this.session = session;
    }

    public boolean isSignedIn() {
        return session != null;
    }

    public String userId() {
        return session.userId;
    }

    /** The name, or the address of somebody who has none. */
    public String name() {
        return session.name == null || session.name.isBlank() ? session.email : session.name;
    }

    String accessToken() {
        return session.accessToken;
    }
}
