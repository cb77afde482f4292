package dev.clientportal.keycloak.admin;

/**
 * One entry of a portal file.
 *
 * @param index its place in its section
 * @param value null when it could not be read
 * @param fault why it could not; null when it could
 */
record FileEntry<T>(int index, T value, Fault fault) {
    /** @param fieldOrNull the property that is meant */
    record Fault(String reason, String fieldOrNull, String detail) {}
}
