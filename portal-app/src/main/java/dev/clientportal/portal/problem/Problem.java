package dev.clientportal.portal.problem;

import java.util.Locale;

/** Every refusal that machines can meet, with its HTTP status. The type of each is stable. */
public enum Problem {
    INVALID(400, "The request is not valid"),
    NOT_AUTHENTICATED(401, "No valid token"),
    FORBIDDEN(403, "Not allowed"),
    NOT_FOUND(404, "Not found"),
    NO_SUCH_METHOD(405, "Not possible here"),
    EXTERNAL_ID_USED(409, "The external id belongs to other content"),
    NAME_TAKEN(409, "The name is taken"),
    PROJECT_CLOSED(409, "The project is closed"),
    VERSION_CONFLICT(412, "It was changed meanwhile"),
    TOO_LARGE(413, "Too large"),
    UNSUPPORTED_TYPE(415, "Not JSON"),
    UNKNOWN_COMPANY(422, "There is no such company"),
    UNKNOWN_CONTACT(422, "The company has no such contact"),
    UNKNOWN_TEMPLATE(422, "There is no such template"),
    FILE_NOT_TAKEN(422, "The file is not taken"),
    UNFIT_DOCUMENT(422, "Nobody could sign this document"),
    UNAVAILABLE(503, "Keycloak does not answer");

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

    /** The one that stands for a status that the server answers by itself. */
    public static Problem of(int status) {
        return switch (status) {
            case 401 -> NOT_AUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> NO_SUCH_METHOD;
            case 413 -> TOO_LARGE;
            case 415, 406 -> UNSUPPORTED_TYPE;
            case 503 -> UNAVAILABLE;
            default -> INVALID;
        };
    }
}
