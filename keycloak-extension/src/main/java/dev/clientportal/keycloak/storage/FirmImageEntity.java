package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.firm.FirmImage;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

@Entity
@Table(name = "CP_FIRM_IMAGE")
@IdClass(FirmImageEntity.Key.class)
public class FirmImageEntity {
    @Id
    @Column(name = "REALM_ID")
    String realmId;

    @Id
    @Enumerated(EnumType.STRING)
    @Column(name = "KIND")
    FirmImage.Kind kind;

    @Column(name = "CONTENT_TYPE")
    String contentType;

    @Column(name = "ETAG")
    String etag;

    @Column(name = "CONTENT")
    byte[] content;

    /** Primary key. */
    public static class Key implements Serializable {
        String realmId;
        FirmImage.Kind kind;

        public Key() {}

        Key(String realmId, FirmImage.Kind kind) {
            this.realmId = realmId;
            this.kind = kind;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(realmId, key.realmId) && kind == key.kind;
        }

        @Override
        public int hashCode() {
            return Objects.hash(realmId, kind);
        }
    }
}
