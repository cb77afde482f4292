package dev.clientportal.keycloak.directory;

/**
 * One company in a list.
 *
 * @param externalId what another system calls it, or null
 * @param enabled whether the organization is enabled in Keycloak
 * @param active whether its portal is active
 * @param members how many users belong to it
 * @param lastSignInAt when a contact last entered it, in milliseconds; null when none ever did
 */
public record CompanyRow(
        String id,
        String alias,
        String name,
        String externalId,
        boolean enabled,
        boolean active,
        long members,
        Long lastSignInAt) {}
