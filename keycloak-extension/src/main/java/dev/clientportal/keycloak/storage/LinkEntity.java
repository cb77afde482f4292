package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.link.Link;
import dev.clientportal.keycloak.link.LinkEnd;
import dev.clientportal.keycloak.link.LinkPurpose;
import dev.clientportal.keycloak.link.Origin;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "CP_LINK")
public class LinkEntity implements Link {
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
    @Column(name = "PURPOSE")
    LinkPurpose purpose;

    @Column(name = "LIVE_KEY")
    String liveKey;

    @Column(name = "SECRET_HASH")
    String secretHash;

    @Column(name = "CODE_HASH")
    String codeHash;

    @Column(name = "CODE_TRIES")
    int codeTries;

    @Column(name = "ADDRESS_HASH")
    String addressHash;

    @Column(name = "CREATED_AT")
    long createdAt;

    @Column(name = "EXPIRES_AT")
    long expiresAt;

    @Column(name = "CONSUMED_AT")
    Long consumedAt;

    @Column(name = "ENDED_AT")
    Long endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "END_REASON")
    LinkEnd end;

    @Column(name = "OPENED_AT")
    Long openedAt;

    @Column(name = "OPENED_BY")
    String openedBy;

    @Column(name = "BROWSER")
    String browser;

    @Column(name = "TAB_ID")
    String tabId;

    @Column(name = "CLIENT_ID")
    String clientId;

    @Column(name = "ASKED_FROM")
    String askedFrom;

    @Column(name = "TARGET")
    String target;

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String getRealmId() {
        return realmId;
    }

    @Override
    public String getOrgId() {
        return orgId;
    }

    @Override
    public String getUserId() {
        return userId;
    }

    @Override
    public LinkPurpose getPurpose() {
        return purpose;
    }

    @Override
    public String getCodeHash() {
        return codeHash;
    }

    @Override
    public String getAddressHash() {
        return addressHash;
    }

    @Override
    public long getCreatedAt() {
        return createdAt;
    }

    @Override
    public long getExpiresAt() {
        return expiresAt;
    }

    @Override
    public Long getConsumedAt() {
        return consumedAt;
    }

    @Override
    public Long getEndedAt() {
        return endedAt;
    }

    @Override
    public LinkEnd getEnd() {
        return end;
    }

    @Override
    public Long getOpenedAt() {
        return openedAt;
    }

    @Override
    public String getOpenedBy() {
        return openedBy;
    }

    @Override
    public Origin getOrigin() {
        return new Origin(browser, tabId, clientId, askedFrom);
    }

    @Override
    public String getTarget() {
        return target;
    }

    @Override
    public void leadTo(String target) {
        this.target = target;
    }

    void setOrigin(Origin origin) {
        browser = origin.browser();
        tabId = origin.tabId();
        clientId = origin.clientId();
        askedFrom = origin.from();
    }
}
