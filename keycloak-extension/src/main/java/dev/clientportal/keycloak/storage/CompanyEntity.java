package dev.clientportal.keycloak.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "CP_COMPANY")
public class CompanyEntity {
    @Id
    @Column(name = "ORG_ID")
    String orgId;

    @Column(name = "REALM_ID")
    String realmId;

    @Column(name = "ACTIVE")
    boolean active;

    @Column(name = "CHANGED_AT")
    long changedAt;

    @Column(name = "EXTERNAL_ID")
    String externalId;
}
