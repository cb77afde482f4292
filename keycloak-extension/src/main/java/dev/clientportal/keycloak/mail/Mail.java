package dev.clientportal.keycloak.mail;

import dev.clientportal.keycloak.link.Origin;

/**
 * One mail in the outbox and, later, in the ledger. It never holds a secret, and the words of a notice only for as long as
 * they may have to be sent. Times are milliseconds.
 */
public interface Mail {
    /** Later mails have greater ids. */
    String getId();

    String getRealmId();

    String getOrgId();

    String getUserId();

    /** Names the contact once the typed address is known to be theirs; no company when they have several. */
    void assignTo(String orgId, String userId);

    /** The link that the mail will carry; null for a notice until one is made. */
    String getLinkId();

    MailLink getLink();

    /** Which link the mail carries after all, now that it is made. */
    void carry(MailLink link, String linkIdOrNull);

    /** What a notice says; null for other kinds, and once it was sent or cancelled. */
    Notice getNotice();

    /** Of the address that it was last made for, as far as that is written down. */
    String getAddressHash();

    /** Remembers it for a report that comes later. */
    void madeFor(String addressHash);

    /** Whether this was the last lease that it had. */
    boolean wasLeasedBy(String owner);

    /** When it is tried next, or was due. */
    long getDueAt();

    /** {@link Notice#hash()}, which stays. */
    String getNoticeHash();

    /** Under which a caller finds a notice again; null when it gave no id of its own. */
    String getAskedKey();

    MailKind getKind();

    /** What was typed at the login page; null when the mail goes to the contact's own address. */
    String getTypedAddress();

    MailState getState();

    /** Why it failed, or why it is late. */
    String getReason();

    int getAttempts();

    long getQueuedAt();

    Long getSentAt();

    /** The staff member or service account that asked; null when the contact did. */
    String getRequestedBy();

    Origin getOrigin();
}
