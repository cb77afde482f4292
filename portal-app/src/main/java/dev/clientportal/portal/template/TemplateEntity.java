package dev.clientportal.portal.template;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

/** What projects are made from. */
@Entity
@Table(name = "template")
class TemplateEntity {
    @Id
    String id;

    @Column(nullable = false)
    String firm;

    @Column(nullable = false)
    String name;

    String description;

    /** True for the one whose first task greets a new contact, else null. */
    Boolean sample;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "template_id", nullable = false)
    @OrderBy("position")
    List<TemplateTaskEntity> tasks = new ArrayList<>();

    @Version
    int version;
}
