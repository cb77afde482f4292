package dev.clientportal.keycloak.access;

import java.util.Optional;

/** The answer of {@link AccessPolicy}: yes, or no with a reason. */
public record AccessDecision(AccessFacts company, Optional<DenialReason> denial) {
    static AccessDecision allowed(AccessFacts company) {
        return new AccessDecision(company, Optional.empty());
    }

    static AccessDecision denied(AccessFacts company, DenialReason reason) {
        return new AccessDecision(company, Optional.of(reason));
    }

    public boolean isAllowed() {
        return denial.isEmpty();
    }
}
