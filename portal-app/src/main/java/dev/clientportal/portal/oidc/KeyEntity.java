package dev.clientportal.portal.oidc;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A key as a JWK with its secret part. */
@Entity
@Table(name = "portal_key")
class KeyEntity {
    @Id
    String name;

    @Column(nullable = false)
    String jwk;
}
