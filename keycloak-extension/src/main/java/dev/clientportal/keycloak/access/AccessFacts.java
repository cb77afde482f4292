package dev.clientportal.keycloak.access;

/**
 * What the database says now about one member of one company: the three gates and the contact's own state. Read together
 * in one statement, so that no two of them come from different moments.
 */
public record AccessFacts(
        String orgId,
        String alias,
        String companyName,
        boolean companyEnabled,
        boolean firmActive,
        boolean companyActive,
        AccessState state,
        boolean mustAccept) {}
