package dev.clientportal.keycloak.problem;

import java.util.Locale;

/** Every refusal that REST callers can meet, with its HTTP status. The type of each is stable. */
public enum Problem {
    INVALID(400, "The request is not valid"),
    TARGET_NOT_ALLOWED(400, "The target is not in the portal"),
    UNKNOWN_FORMAT(400, "Not a portal file of this version"),
    NOT_AUTHENTICATED(401, "No valid token"),
    FORBIDDEN(403, "Not allowed"),
    NOT_FOUND(404, "Not found"),
    FIRM_INACTIVE(409, "The firm's portal is not active"),
    SETTINGS_INCOMPLETE(409, "The portal settings are not complete"),
    DOMAIN_TAKEN(409, "The domain name is taken"),
    COMPANY_INACTIVE(409, "The company's portal is not active"),
    NOT_A_MEMBER(409, "The contact is not a member of the company"),
    NO_VALID_ADDRESS(409, "The contact has no valid e-mail address"),
    USER_DISABLED(409, "The contact's user is disabled"),
    CONTACT_NOT_ENABLED(409, "The contact has no portal access"),
    CONTACT_BLOCKED(409, "The contact is blocked"),
    NOT_BLOCKED(409, "The contact is not blocked"),
    NO_OPEN_INVITATION(409, "There is no open invitation"),
    ADDRESS_IN_USE(409, "The address belongs to another user"),
    ADDRESS_BOUNCED(409, "The mail server refused the contact's address"),
    EXTERNAL_ID_USED(409, "The external id belongs to something else"),
    NAME_TAKEN(409, "Another company has the name"),
    MAIL_NOT_FAILED(409, "The mail has not failed"),
    THEME_MISSING(409, "The realm's theme has no such page or mail"),
    MAIL_NOT_SET_UP(409, "The realm cannot send mail yet"),
    MAIL_NOT_TAKEN(409, "The mail server did not take the mail"),
    NO_VERIFIED_ADDRESS(409, "You have no verified e-mail address"),
    NOT_FOR_CONNECTORS(409, "The server sends its mails itself"),
    NO_DIFFERENCE(409, "There is no such difference"),
    VERSION_CONFLICT(412, "The settings were changed meanwhile"),
    TOO_LARGE(413, "Too large"),
    UNSUPPORTED_TYPE(415, "Not JSON"),
    UNSUPPORTED_IMAGE(415, "Not a picture of a supported type"),
    TOO_MANY(429, "Too many, too fast");

    private static final String PREFIX = "urn:client-portal:problem:";

    private final int status;
    private final String title;

    Problem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The stable type of RFC 9457. */
    public String type() {
        return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
