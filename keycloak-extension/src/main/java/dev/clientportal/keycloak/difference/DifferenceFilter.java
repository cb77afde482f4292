package dev.clientportal.keycloak.difference;

/** Which differences are wanted; null means any. */
public record DifferenceFilter(String companyId, String userId, RecordField field) {}
