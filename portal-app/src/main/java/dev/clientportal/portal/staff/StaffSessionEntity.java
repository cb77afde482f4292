package dev.clientportal.portal.staff;

import dev.clientportal.portal.oidc.KeptTokens;
import dev.clientportal.portal.oidc.Tokens;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A browser in which somebody signed in at the staff's door, with the tokens for it. */
@Entity
@Table(name = "portal_staff_session")
class StaffSessionEntity extends KeptTokens {
    /** The realm role of those who may enter. */
    private static final String ROLE = "portal-staff";

    /** SHA-256 of what the cookie says. */
    @Id
    String id;

    @Column(nullable = false)
    String issuer;

    @Column(name = "client_id", nullable = false)
    String clientId;

    /** The {@code sid} of Keycloak's session. */
    @Column(name = "keycloak_session", nullable = false)
    String keycloakSession;

    @Column(name = "user_id", nullable = false)
    String userId;

    /** What to call them. */
    @Column(nullable = false)
    String name;

    /** Their address, or the user name of somebody who has none. */
    @Column(nullable = false)
    String account;

    /** Whether they are staff. */
    @Column(name = "may_enter", nullable = false)
    boolean mayEnter;

    /** When Keycloak has to be asked again, in milliseconds since the epoch. */
    @Column(name = "good_until", nullable = false)
    long goodUntil;

    /** Milliseconds since the epoch. */
    @Column(name = "last_used", nullable = false)
    long lastUsed;

    void take(Tokens tokens, long now, long goodUntil) {
        keycloakSession = tokens.keycloakSession();
        userId = tokens.userId();
        account = tokens.email() == null ? tokens.username() : tokens.email();
        name = tokens.name() == null || tokens.name().isBlank() ? account : tokens.name();
        mayEnter = tokens.realmRoles().contains(ROLE);
        take(tokens);
        this.goodUntil = goodUntil;
        lastUsed = now;
    }
}
