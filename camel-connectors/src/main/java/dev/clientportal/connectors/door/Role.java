package dev.clientportal.connectors.door;

import java.util.Locale;

/** What a caller may do: roles of the connectors' client in the realm, given and taken in the Keycloak console. */
public enum Role {
    /** Send projects, and ask how they fare; look up companies and templates. */
    CREATE_PROJECTS,
    /** Upload and commit CSV files. */
    IMPORT_PROJECTS,
    /** Open and close companies' portals; invite, enable and block contacts. */
    MANAGE_ACCESS,
    /** See everybody's jobs, cancel them, and send again what was set aside. */
    MANAGE_JOBS;

    /** As Keycloak has it. */
    public String roleName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
