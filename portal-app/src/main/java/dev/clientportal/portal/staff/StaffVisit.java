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

    public String name() {
        return session.name;
    }

    String accessToken() {
        return session.accessToken();
    }
}
