package dev.clientportal.portal.signin;

import dev.clientportal.portal.firm.Firm;
import dev.clientportal.portal.firm.Keycloak;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** The companies that a contact may enter now, as Keycloak has it. */
@ApplicationScoped
class MyCompanies {
    private final Keycloak keycloak;

    MyCompanies(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    /** One of them. */
    public record Company(String id, String alias, String name, String logo, Long lastUsedAt) {}

    /** What Keycloak answers. */
    record Answer(List<Company> items) {}

    /** None when the token is not good any more. */
    List<Company> of(Firm firm, String accessToken) {
        return keycloak.read(firm.issuer() + "/client-portal/me/companies", accessToken, Set.of(401), Answer.class)
                .map(Answer::items)
                .orElse(List.of());
    }
}
