package dev.clientportal.portal.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A file that a contact or the firm gave the other. */
@Entity
@Table(name = "document")
class DocumentEntity {
    @Id
    String id;

    @Column(nullable = false)
    String firm;

    @Column(name = "company_id", nullable = false)
    String companyId;

    /** Null for a document of the company itself. */
    @Column(name = "task_id")
    String taskId;

    /** Without a path, and fit for any reader's disk; see {@link FileName}. */
    @Column(nullable = false)
    String name;

    /** As the content shows it. */
    @Column(name = "content_type", nullable = false)
    String contentType;

    @Column(nullable = false)
    long size;

    @Column(nullable = false)
    String sha256;

    @Column(name = "storage_key", nullable = false)
    String storageKey;

    @Column(name = "of_firm", nullable = false)
    boolean ofFirm;

    /** The user's id. */
    @Column(name = "uploaded_by", nullable = false)
    String uploadedBy;

    @Column(name = "uploaded_by_name", nullable = false)
    String uploadedByName;

    @Column(name = "uploaded_at", nullable = false)
    long uploadedAt;
}
