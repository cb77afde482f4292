package dev.clientportal.keycloak.page;

import dev.clientportal.keycloak.access.DenialReason;
import dev.clientportal.keycloak.link.Link;
import java.util.Locale;

/**
 * Why somebody is not let in.
 *
 * @param page what the theme calls it
 * @param code what events and metrics call it
 * @param status of the page
 */
public record ClosedDoor(String page, String code, int status) {
    public static final ClosedDoor INVALID = new ClosedDoor("link-invalid", "link_invalid", 404);
    public static final ClosedDoor CSRF = new ClosedDoor("csrf", "csrf", 403);
    public static final ClosedDoor WAIT = new ClosedDoor("wait", "too_many", 429);
    public static final ClosedDoor NO_MAIL = new ClosedDoor("mail-unavailable", "limiter_unavailable", 503);

    private static final int GONE = 410;
    private static final int FORBIDDEN = 403;

    public static ClosedDoor of(DenialReason reason) {
        return new ClosedDoor(reason.door(), reason.code(), FORBIDDEN);
    }

    public static ClosedDoor of(Link.State state) {
        String name = state.name().toLowerCase(Locale.ROOT);
        return new ClosedDoor("link-" + name, "link_" + name, GONE);
    }

    /** A fresh link can help. */
    public boolean isFreshPossible() {
        return page.equals("link-expired") || page.equals("link-used");
    }
}
