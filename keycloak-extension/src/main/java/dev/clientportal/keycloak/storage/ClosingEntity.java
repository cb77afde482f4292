package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.closing.Closings.Closing;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "CP_CLOSING")
public class ClosingEntity {
    /** Sorts before every id, and is kept by databases that take an empty text for none. */
    static final String BEGINNING = " ";

    @Id
    @Column(name = "ID")
    String id;

    @Column(name = "REALM_ID")
    String realmId;

    @Column(name = "ORG_ID")
    String orgId;

    @Column(name = "STARTED_AT")
    long startedAt;

    @Column(name = "FINISHED_AT")
    Long finishedAt;

    @Column(name = "CONTACTS")
    long contacts;

    @Column(name = "DONE")
    long done;

    @Column(name = "AFTER_ORG")
    String afterOrg = BEGINNING;

    @Column(name = "AFTER_USER")
    String afterUser = BEGINNING;

    @Column(name = "LEASE_UNTIL")
    long leaseUntil;

    Closing toClosing() {
        return new Closing(id, realmId, orgId, startedAt, finishedAt, contacts, done, afterOrg, afterUser);
    }
}
