package dev.clientportal.keycloak.difference;

import dev.clientportal.keycloak.directory.OfContact;

/**
 * One field in which a contact's own profile differs from the firm's record.
 *
 * @param contactValue null when the contact has none
 * @param recordedAt when the firm's value was written down, in milliseconds
 */
public record Difference(
        String companyId,
        String companyName,
        String userId,
        String username,
        RecordField field,
        String firmValue,
        String contactValue,
        long recordedAt)
        implements OfContact {}
