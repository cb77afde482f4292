package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.access.AccessAct;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "CP_ACCESS_LOG")
public class AccessLogEntity {
    @Id
    @Column(name = "ID")
    String id;

    @Column(name = "REALM_ID")
    String realmId;

    @Column(name = "ORG_ID")
    String orgId;

    @Column(name = "USER_ID")
    String userId;

    @Enumerated(EnumType.STRING)
    @Column(name = "ACT")
    AccessAct act;

    @Column(name = "DONE_BY")
    String doneBy;

    @Column(name = "DONE_AT")
    long doneAt;
}
