package dev.clientportal.portal.signin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A browser that is signed in. */
@Entity
@Table(name = "portal_session")
class SessionEntity {
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

    String name;
    String email;

    /** Milliseconds since the epoch. */
    @Column(name = "last_used", nullable = false)
    long lastUsed;
}
