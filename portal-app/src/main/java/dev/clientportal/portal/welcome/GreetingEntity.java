package dev.clientportal.portal.welcome;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A contact who was received. */
@Entity
@Table(name = "greeting")
@IdClass(GreetingEntity.Key.class)
class GreetingEntity {
    /** A contact of a firm. */
    record Key(String firm, String userId) implements Serializable {}

    @Id
    String firm;

    @Id
    @Column(name = "user_id")
    String userId;

    @Column(name = "greeted_at", nullable = false)
    long greetedAt;
}
