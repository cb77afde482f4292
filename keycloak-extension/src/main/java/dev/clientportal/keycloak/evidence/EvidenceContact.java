package dev.clientportal.keycloak.evidence;

import dev.clientportal.keycloak.directory.OfContact;

/** A contact of one company, named as they are named now. */
public record EvidenceContact(String companyId, String companyName, String userId, String username, String email)
        implements OfContact {}
