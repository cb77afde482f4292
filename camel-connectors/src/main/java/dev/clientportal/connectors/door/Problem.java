package dev.clientportal.connectors.door;

import java.util.Locale;

/** Every refusal that callers can meet, with its HTTP status. The type of each is stable. */
public enum Problem {
    INVALID(400, "The request is not valid"),
    INVALID_IDEMPOTENCY_KEY(400, "The Idempotency-Key is not valid"),
    NOT_AUTHENTICATED(401, "No valid credentials"),
    FORBIDDEN(403, "Not allowed"),
    NOT_FOUND(404, "Not found"),
    NO_SUCH_METHOD(405, "Not possible here"),
    STILL_RUNNING(409, "The same call is still being worked on"),
    PLAN_CHANGED(409, "The plan is another one"),
    NOT_POSSIBLE_NOW(409, "Not possible now"),
    TOO_LARGE(413, "Too large"),
    UNSUPPORTED_TYPE(415, "Not in a form that is taken here"),
    KEY_USED(422, "The key belongs to another call"),
    REFUSED(422, "The work was refused"),
    TOO_MANY(429, "Too many calls"),
    UNAVAILABLE(503, "Not possible at the moment");

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

    /** The one that stands for a status that the HTTP server answers by itself. */
    static Problem of(int status) {
        return switch (status) {
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> NO_SUCH_METHOD;
            case 413 -> TOO_LARGE;
            case 415, 406 -> UNSUPPORTED_TYPE;
            case 503 -> UNAVAILABLE;
            default -> status >= 500 ? UNAVAILABLE : INVALID;
        };
    }
}
