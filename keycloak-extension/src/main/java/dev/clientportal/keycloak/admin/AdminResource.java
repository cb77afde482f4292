package dev.clientportal.keycloak.admin;

/** The resource types of the admin events that staff REST leaves. */
public enum AdminResource {
    FIRM,
    COMPANY,
    CONTACT,
    INVITATION,
    MAIL;

    /** How admin events name it. */
    public String code() {
        return "CLIENT_PORTAL_" + name();
    }
}
