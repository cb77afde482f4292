package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.access.AccessState;
import dev.clientportal.keycloak.access.ContactAccess;
import dev.clientportal.keycloak.access.ContactRight;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

@Entity
@Table(name = "CP_CONTACT")
@IdClass(ContactEntity.Key.class)
public class ContactEntity implements ContactAccess {
    @Id
    @Column(name = "ORG_ID")
    String orgId;

    @Id
    @Column(name = "USER_ID")
    String userId;

    @Column(name = "REALM_ID")
    String realmId;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    AccessState state = AccessState.NONE;

    @Column(name = "MUST_ACCEPT")
    boolean mustAccept;

    @Column(name = "ACCEPTED_AT")
    Long acceptedAt;

    @Column(name = "INVITED_AT")
    Long invitedAt;

    @Column(name = "SILENT")
    boolean silent;

    @Column(name = "WITHHELD_RIGHTS")
    String withheldRights;

    @Column(name = "WELCOMED_AT")
    Long welcomedAt;

    @Column(name = "LAST_USED_AT")
    Long lastUsedAt;

    @Column(name = "CHANGED_AT")
    long changedAt;

    @Override
    public String getOrgId() {
        return orgId;
    }

    @Override
    public String getUserId() {
        return userId;
    }

    @Override
    public AccessState getState() {
        return state;
    }

    @Override
    public void setState(AccessState state) {
        this.state = state;
    }

    @Override
    public boolean isMustAccept() {
        return mustAccept;
    }

    @Override
    public void setMustAccept(boolean mustAccept) {
        this.mustAccept = mustAccept;
    }

    @Override
    public Long getAcceptedAt() {
        return acceptedAt;
    }

    @Override
    public void setAcceptedAt(Long acceptedAt) {
        this.acceptedAt = acceptedAt;
    }

    @Override
    public Long getInvitedAt() {
        return invitedAt;
    }

    @Override
    public void setInvitedAt(Long invitedAt) {
        this.invitedAt = invitedAt;
    }

    @Override
    public boolean isSilent() {
        return silent;
    }

    @Override
    public void setSilent(boolean silent) {
        this.silent = silent;
    }

    @Override
    public void setChangedAt(long changedAt) {
        this.changedAt = changedAt;
    }

    @Override
    public Set<ContactRight> getWithheld() {
        return parse(withheldRights);
    }

    @Override
    public void setWithheld(Set<ContactRight> withheld) {
        withheldRights = withheld.isEmpty()
                ? null
                : withheld.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    static Set<ContactRight> parse(String rights) {
        Set<ContactRight> parsed = EnumSet.noneOf(ContactRight.class);
        if (rights != null)
            Arrays.stream(rights.split(",")).map(ContactRight::valueOf).forEach(parsed::add);
        return parsed;
    }

    /** Primary key. */
    public static class Key implements Serializable {
        String orgId;
        String userId;

        public Key() {}

        Key(String orgId, String userId) {
            this.orgId = orgId;
            this.userId = userId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(orgId, key.orgId) && Objects.equals(userId, key.userId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(orgId, userId);
        }
    }
}
