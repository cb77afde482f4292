package dev.clientportal.keycloak.directory;

/** Something about one contact of one company, which only those may see who may see both. */
public interface OfContact {
    String companyId();

    String userId();
}
