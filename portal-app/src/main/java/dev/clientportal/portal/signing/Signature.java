package dev.clientportal.portal.signing;

/**
 * A signature as its readers see it.
 *
 * @param signedId the document with the page of evidence
 */
public record Signature(
        String id, String signedId, String documentName, String companyName, String typedName, long signedAt) {}
