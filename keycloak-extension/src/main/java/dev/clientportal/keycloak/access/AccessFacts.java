package dev.clientportal.keycloak.access;

import java.util.Set;

/**
 * What the database says now about one member of one company: the three gates and the contact's own state. Read together
 * in one statement, so that no two of them come from different moments.
 *
 * @param rights those that are not withheld
 * @param accepted the contact has come in by an invitation
 * @param welcomeDue the contact was invited with a welcome and has not had it
 * @param lastUsedAt when the contact last entered the company, in milliseconds; null before the first time
 * @param logo the first value of the organization's attribute of that name, or null
 */
public record AccessFacts(
        String orgId,
        String alias,
        String companyName,
        boolean companyEnabled,
        boolean firmActive,
        boolean companyActive,
        AccessState state,
        boolean mustAccept,
        Set<ContactRight> rights,
        boolean accepted,
        boolean welcomeDue,
        Long lastUsedAt,
        String logo) {}
