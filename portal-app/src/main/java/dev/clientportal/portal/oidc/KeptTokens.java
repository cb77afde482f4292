package dev.clientportal.portal.oidc;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;

/** The tokens of a login, in a row of the database. {@link Refreshes} changes them for new ones. */
@MappedSuperclass
public abstract class KeptTokens {
    @Column(name = "refresh_token", nullable = false)
    String refreshToken;

    @Column(name = "access_token", nullable = false)
    String accessToken;

    @Column(name = "id_token", nullable = false)
    String idToken;

    /** Until when, in milliseconds since the epoch, a request has them to itself; 0 for none. */
    @Column(name = "leased_until", nullable = false)
    long leasedUntil;

    /** Keeps new ones. Whoever was about to change the old ones comes too late. */
    protected void take(Tokens tokens) {
        refreshToken = tokens.refresh();
        accessToken = tokens.access();
        idToken = tokens.id();
        leasedUntil = 0;
    }

    public String accessToken() {
        return accessToken;
    }

    public String idToken() {
        return idToken;
    }
}
