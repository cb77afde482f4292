package dev.clientportal.portal.project;

import dev.clientportal.portal.company.CompanyKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Work that a firm does with a company, made of tasks. */
@Entity
@Table(name = "project")
class ProjectEntity {
    @Id
    String id;

    @Column(nullable = false)
    String firm;

    @Column(name = "company_id", nullable = false)
    String companyId;

    @Column(nullable = false)
    String name;

    String description;

    @Column(nullable = false)
    boolean closed;

    /** The caller's own name for it; null when it was made by hand. */
    @Column(name = "external_id")
    String externalId;

    /** SHA-256 of what the caller asked for under that name. */
    @Column(name = "content_hash")
    String contentHash;

    @Column(name = "created_at", nullable = false)
    long createdAt;

    @Column(name = "created_by", nullable = false)
    String createdBy;

    @Version
    int version;

    CompanyKey company() {
        return new CompanyKey(firm, companyId);
    }
}
