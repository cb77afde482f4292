package dev.clientportal.keycloak.directory;

import dev.clientportal.keycloak.access.AccessState;

/**
 * Which contacts are wanted; null means any.
 *
 * @param search how the username, e-mail address, first or last name begins
 */
public record ContactFilter(String companyId, String userId, String search, AccessState state) {
    public static ContactFilter one(String companyId, String userId) {
        return new ContactFilter(companyId, userId, null, null);
    }
}
