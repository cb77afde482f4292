package dev.clientportal.portal.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One contact's signature under one document. */
@Entity
@Table(name = "signature")
class SignatureEntity {
    @Id
    String id;

    @Column(nullable = false)
    String firm;

    @Column(name = "company_id", nullable = false)
    String companyId;

    @Column(name = "task_id", nullable = false)
    String taskId;

    @Column(name = "original_id", nullable = false)
    String originalId;

    @Column(name = "original_sha256", nullable = false)
    String originalSha256;

    @Column(name = "signed_id", nullable = false)
    String signedId;

    @Column(name = "signed_sha256", nullable = false)
    String signedSha256;

    /** The original's. */
    @Column(name = "document_name", nullable = false)
    String documentName;

    @Column(name = "company_name", nullable = false)
    String companyName;

    /** The user's id. */
    @Column(name = "signer_id", nullable = false)
    String signerId;

    /** As Keycloak has it. */
    @Column(name = "signer_name", nullable = false)
    String signerName;

    @Column(name = "signer_email")
    String signerEmail;

    @Column(name = "typed_name", nullable = false)
    String typedName;

    @Column(name = "signed_at", nullable = false)
    long signedAt;

    @Column(nullable = false)
    String ip;

    /** Null when the browser did not say. */
    String client;
}
