package dev.clientportal.keycloak.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** What became of one company (number 0) or of one of its contacts. */
@Entity
@Table(name = "CP_OPENING_ROW")
@IdClass(OpeningRowEntity.Key.class)
public class OpeningRowEntity {
    @Id
    @Column(name = "OPENING_ID")
    String openingId;

    @Id
    @Column(name = "PLACE")
    int place;

    @Id
    @Column(name = "NUMBER_IN_COMPANY")
    int number;

    @Column(name = "REALM_ID")
    String realmId;

    @Column(name = "ORG_ID")
    String orgId;

    @Column(name = "USER_ID")
    String userId;

    @Column(name = "OUTCOME")
    String outcome;

    @Column(name = "INVITATION")
    String invitation;

    @Column(name = "RETRY_AFTER")
    Long retryAfter;

    /** Primary key. */
    public static class Key implements Serializable {
        String openingId;
        int place;
        int number;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(openingId, key.openingId)
                    && place == key.place
                    && number == key.number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(openingId, place, number);
        }
    }
}
