package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.link.Origin;
import dev.clientportal.keycloak.mail.Mail;
import dev.clientportal.keycloak.mail.MailKind;
import dev.clientportal.keycloak.mail.MailLink;
import dev.clientportal.keycloak.mail.MailState;
import dev.clientportal.keycloak.mail.Notice;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "CP_MAIL")
public class MailEntity implements Mail {
    @Id
    @Column(name = "ID")
    String id;

    @Column(name = "REALM_ID")
    String realmId;

    @Column(name = "ORG_ID")
    String orgId;

    @Column(name = "USER_ID")
    String userId;

    @Column(name = "LINK_ID")
    String linkId;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND")
    MailKind kind;

    @Column(name = "TYPED_ADDRESS")
    String typedAddress;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    MailState state;

    @Column(name = "REASON")
    String reason;

    @Column(name = "ATTEMPTS")
    int attempts;

    @Column(name = "QUEUED_AT")
    long queuedAt;

    @Column(name = "DUE_AT")
    long dueAt;

    @Column(name = "SENT_AT")
    Long sentAt;

    @Column(name = "ENDED_AT")
    Long endedAt;

    @Column(name = "LEASE_OWNER")
    String leaseOwner;

    @Column(name = "LEASE_UNTIL")
    long leaseUntil;

    @Column(name = "REQUESTED_BY")
    String requestedBy;

    @Column(name = "BROWSER")
    String browser;

    @Column(name = "TAB_ID")
    String tabId;

    @Column(name = "CLIENT_ID")
    String clientId;

    @Column(name = "ASKED_FROM")
    String askedFrom;

    @Enumerated(EnumType.STRING)
    @Column(name = "LINK")
    MailLink link;

    @Column(name = "TITLE")
    String title;

    @Column(name = "WORDS")
    String words;

    @Column(name = "TARGET")
    String target;

    @Column(name = "NOTICE_HASH")
    String noticeHash;

    @Column(name = "ASKED_KEY")
    String askedKey;

    /**
     * Of the address that the mail server took the mail for, or refused for good. Before that, of the one that a leased mail
     * was made for.
     */
    @Column(name = "ADDRESS_HASH")
    String addressHash;

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
    public String getLinkId() {
        return linkId;
    }

    @Override
    public MailLink getLink() {
        return link;
    }

    @Override
    public void carry(MailLink link, String linkIdOrNull) {
        this.link = link;
        this.linkId = linkIdOrNull;
    }

    @Override
    public Notice getNotice() {
        return target == null ? null : new Notice(kind, title, words, target);
    }

    @Override
    public String getAskedKey() {
        return askedKey;
    }

    void setNotice(Notice notice) {
        title = notice.title();
        words = notice.text();
        target = notice.target();
        noticeHash = notice.hash();
    }

    @Override
    public String getAddressHash() {
        return addressHash;
    }

    @Override
    public void madeFor(String addressHash) {
        this.addressHash = addressHash;
    }

    @Override
    public boolean wasLeasedBy(String owner) {
        return owner.equals(leaseOwner);
    }

    @Override
    public long getDueAt() {
        return dueAt;
    }

    @Override
    public String getNoticeHash() {
        return noticeHash;
    }

    @Override
    public MailKind getKind() {
        return kind;
    }

    @Override
    public String getTypedAddress() {
        return typedAddress;
    }

    @Override
    public MailState getState() {
        return state;
    }

    @Override
    public String getReason() {
        return reason;
    }

    @Override
    public int getAttempts() {
        return attempts;
    }

    @Override
    public long getQueuedAt() {
        return queuedAt;
    }

    @Override
    public Long getSentAt() {
        return sentAt;
    }

    @Override
    public String getRequestedBy() {
        return requestedBy;
    }

    @Override
    public void assignTo(String orgId, String userId) {
        this.orgId = orgId;
        this.userId = userId;
    }

    @Override
    public Origin getOrigin() {
        return new Origin(browser, tabId, clientId, askedFrom);
    }

    void setOrigin(Origin origin) {
        browser = origin.browser();
        tabId = origin.tabId();
        clientId = origin.clientId();
        askedFrom = origin.from();
    }
}
