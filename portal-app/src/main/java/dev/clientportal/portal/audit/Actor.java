package dev.clientportal.portal.audit;

/**
 * Who does something.
 *
 * @param id the user's id at Keycloak; a machine's is its service account's
 * @param name as others see it
 */
public record Actor(String id, String name, Kind kind) {
    /** In whose name. */
    public enum Kind {
        CONTACT,
        STAFF,
        MACHINE
    }

    public static Actor contact(String id, String name) {
        return new Actor(id, name, Kind.CONTACT);
    }

    public static Actor staff(String id, String name) {
        return new Actor(id, name, Kind.STAFF);
    }

    public static Actor machine(String id, String name) {
        return new Actor(id, name, Kind.MACHINE);
    }

    /** Speaks for the firm, not for the company. */
    public boolean isOfFirm() {
        return kind != Kind.CONTACT;
    }
}
