package dev.clientportal.keycloak.directory;

import dev.clientportal.keycloak.access.AccessState;
import dev.clientportal.keycloak.access.ContactRight;
import java.util.Set;

/**
 * One contact of one company in a list. Times are milliseconds, null for what has not happened.
 *
 * @param invitation what the database knows of the contact's last invitation; null when there never was one
 */
public record ContactRow(
        String userId,
        String companyId,
        String companyName,
        String username,
        String email,
        String firstName,
        String lastName,
        boolean enabled,
        AccessState state,
        boolean mustAccept,
        boolean silent,
        Long acceptedAt,
        Long invitedAt,
        Set<ContactRight> rights,
        InvitationState invitation,
        Long sentAt)
        implements OfContact {}
