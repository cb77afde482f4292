package dev.clientportal.keycloak.transfer;

import java.util.Locale;

/** What became of one entry of a file. */
public enum ImportOutcome {
    CREATED,
    CHANGED,
    UNCHANGED,
    /** The realm has no organization with this alias. */
    NO_ORGANIZATION,
    /** The realm has no user of this name. */
    NO_USER,
    /** The user is no member of the organization. */
    NOT_A_MEMBER,
    /** Another company has this external id here, or this company has another one. */
    EXTERNAL_ID_USED,
    /** The contact is blocked here and not in the file: somebody who knows has to unblock them. */
    BLOCKED,
    /** The contact was unblocked here, and by the file has not accepted an invitation since. */
    MUST_ACCEPT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
