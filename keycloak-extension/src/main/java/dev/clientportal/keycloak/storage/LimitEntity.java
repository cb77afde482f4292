package dev.clientportal.keycloak.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "CP_LIMIT")
public class LimitEntity {
    @Id
    @Column(name = "ID")
    String id;

    @Column(name = "REALM_ID")
    String realmId;

    @Column(name = "LAST_AT")
    long lastAt;

    @Column(name = "FIRST_START")
    long firstStart;

    @Column(name = "FIRST_COUNT")
    int firstCount;

    @Column(name = "SECOND_START")
    long secondStart;

    @Column(name = "SECOND_COUNT")
    int secondCount;

    @Column(name = "PURGE_AT")
    long purgeAt;
}
