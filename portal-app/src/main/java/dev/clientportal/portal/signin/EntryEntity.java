package dev.clientportal.portal.signin;

import dev.clientportal.portal.oidc.KeptTokens;
import dev.clientportal.portal.oidc.Tokens;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** One company that a browser has entered, with the tokens for it. */
@Entity
@Table(name = "portal_entry")
class EntryEntity extends KeptTokens {
    @Id
    String id;

    @Column(name = "session_id", nullable = false)
    String sessionId;

    /** The alias. */
    @Column(nullable = false)
    String company;

    @Column(name = "company_id", nullable = false)
    String companyId;

    @Column(name = "company_name", nullable = false)
    String companyName;

    /** Divided by spaces. */
    @Column(nullable = false)
    String rights;

    /** When Keycloak last said that the contact may be here, in milliseconds since the epoch. */
    @Column(name = "checked_at", nullable = false)
    long checkedAt;

    void take(Tokens tokens, Membership membership, long now) {
        company = membership.company();
        companyId = membership.companyId();
        companyName = membership.companyName();
        rights = String.join(" ", membership.rights());
        take(tokens);
        checkedAt = now;
    }

    List<String> rights() {
        return rights.isEmpty() ? List.of() : List.of(rights.split(" "));
    }
}
