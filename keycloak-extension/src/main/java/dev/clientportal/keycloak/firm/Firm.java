package dev.clientportal.keycloak.firm;

/** A firm's portal settings: one row per realm. Setters change the row; times are milliseconds since the epoch. */
public interface Firm {
    /** Invitations can be valid for an hour to seven days (security rule 2). */
    int MIN_INVITATION_VALIDITY = 3600;

    int MAX_INVITATION_VALIDITY = 7 * 24 * 3600;

    String getRealmId();

    /** Grows with every change; the caller of a change names the one it saw. */
    int getVersion();

    /** The portal's domain, lower case and in punycode; unique over all realms. Null until it is set. */
    String getDomain();

    void setDomain(String domain);

    /** The domain as the firm wrote it. */
    String getDomainDisplay();

    void setDomainDisplay(String domainDisplay);

    String getName();

    void setName(String name);

    String getDescription();

    void setDescription(String description);

    /** {@code #rrggbb}, or null for the theme's own colour. */
    String getPrimaryColor();

    void setPrimaryColor(String primaryColor);

    /** Whom contacts may ask when a door is closed: a name, an address, a phone number. */
    String getHelp();

    void setHelp(String help);

    /** The client id of the application that contacts land in. */
    String getPortalClientId();

    void setPortalClientId(String portalClientId);

    /** IANA name of the zone in which mails and pages state times. */
    String getTimeZone();

    void setTimeZone(String timeZone);

    /** Seconds. */
    int getInvitationValidity();

    void setInvitationValidity(int seconds);

    /** The firm's own subject with merge fields, or null for the theme's. */
    String getInvitationSubject();

    void setInvitationSubject(String invitationSubject);

    /** The firm's own text with merge fields, or null for the theme's. */
    String getInvitationText();

    void setInvitationText(String invitationText);

    /** No "Powered by" on pages and in mails. */
    boolean isWhiteLabel();

    void setWhiteLabel(boolean whiteLabel);

    /** The page behind a mailed link presses its own button. Mail scanners that run scripts then sign in, too. */
    boolean isOneClick();

    void setOneClick(boolean oneClick);

    boolean isActive();

    void setActive(boolean active);

    /** Changes with the logo; null without one. */
    String getLogoEtag();

    /** Changes with the icon; null without one. */
    String getIconEtag();

    /** Days that ended invitations and mails stay in the ledger. */
    int getLedgerDays();

    void setLedgerDays(int ledgerDays);

    /** Until when the realm's mail server is given a rest; in the past when it is not. */
    long getMailPausedUntil();
}
