package dev.clientportal.keycloak.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** Rows of their own: as columns, the texts of all kinds would be more than MySQL takes in one row. */
@Entity
@Table(name = "CP_FIRM_TEXT")
@IdClass(FirmTextEntity.Key.class)
public class FirmTextEntity {
    @Id
    @Column(name = "REALM_ID")
    String realmId;

    @Id
    @Column(name = "KIND")
    String kind;

    @Column(name = "SUBJECT")
    String subject;

    @Column(name = "WORDS")
    String words;

    /** Primary key. */
    public static class Key implements Serializable {
        String realmId;
        String kind;

        public Key() {}

        Key(String realmId, String kind) {
            this.realmId = realmId;
            this.kind = kind;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(realmId, key.realmId) && Objects.equals(kind, key.kind);
        }

        @Override
        public int hashCode() {
            return Objects.hash(realmId, kind);
        }
    }
}
