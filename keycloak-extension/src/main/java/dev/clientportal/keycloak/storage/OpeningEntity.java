package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.opening.Openings.Opening;
import dev.clientportal.keycloak.opening.Openings.Starter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "CP_OPENING")
public class OpeningEntity {
    @Id
    @Column(name = "ID")
    String id;

    @Column(name = "REALM_ID")
    String realmId;

    @Column(name = "INVITE")
    boolean invite;

    @Column(name = "SILENT")
    boolean silent;

    @Column(name = "STARTED_BY")
    String startedBy;

    @Column(name = "AUTH_REALM_ID")
    String authRealmId;

    @Column(name = "AUTH_CLIENT_ID")
    String authClientId;

    @Column(name = "AUTH_ADDRESS")
    String authAddress;

    @Column(name = "AUTH_ROLES")
    String authRoles;

    @Column(name = "COMPANIES")
    long companies;

    @Column(name = "DONE")
    long done;

    @Column(name = "STARTED_AT")
    long startedAt;

    @Column(name = "FINISHED_AT")
    Long finishedAt;

    @Column(name = "CANCELLED_AT")
    Long cancelledAt;

    /** The greatest number when it has ended, so that nothing but the lease is to be looked at. */
    @Column(name = "LEASE_UNTIL")
    long leaseUntil;

    Opening toOpening() {
        return new Opening(
                id,
                realmId,
                invite,
                silent,
                new Starter(authRealmId, startedBy, authClientId, authAddress, authRoles),
                companies,
                done,
                startedAt,
                finishedAt,
                cancelledAt);
    }
}
