package dev.clientportal.keycloak.mail;

import dev.clientportal.keycloak.link.Origin;

/** One mail in the outbox and, later, in the ledger. It holds neither text nor link. Times are milliseconds. */
public interface Mail {
    /** Later mails have greater ids. */
    String getId();

    String getRealmId();

    String getOrgId();

    String getUserId();

    /** Names the contact once the typed address is known to be theirs; no company when they have several. */
    void assignTo(String orgId, String userId);

    /** The link that the mail will carry. */
    String getLinkId();

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
