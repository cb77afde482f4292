package dev.clientportal.keycloak.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

@Entity
@Table(name = "CP_RECORD")
@IdClass(RecordEntity.Key.class)
public class RecordEntity {
    @Id
    @Column(name = "ORG_ID")
    String orgId;

    @Id
    @Column(name = "USER_ID")
    String userId;

    /** The field's code: lists are sorted by it and continue after it. */
    @Id
    @Column(name = "FIELD")
    String field;

    @Column(name = "REALM_ID")
    String realmId;

    @Column(name = "RECORDED")
    String recorded;

    @Column(name = "RECORDED_AT")
    long recordedAt;

    @Column(name = "IGNORED")
    String ignored;

    /** Null while nothing is ignored: a contact who has no value can be ignored, too. */
    @Column(name = "IGNORED_AT")
    Long ignoredAt;

    /** Primary key. */
    public static class Key implements Serializable {
        String orgId;
        String userId;
        String field;

        public Key() {}

        Key(String orgId, String userId, String field) {
            this.orgId = orgId;
            this.userId = userId;
            this.field = field;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(orgId, key.orgId)
                    && Objects.equals(userId, key.userId)
                    && Objects.equals(field, key.field);
        }

        @Override
        public int hashCode() {
            return Objects.hash(orgId, userId, field);
        }
    }
}
