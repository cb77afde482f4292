package dev.clientportal.keycloak.access;

import dev.clientportal.keycloak.problem.ProblemException;
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

    /**
     * Refuses what cannot go well while the door is closed.
     *
     * @param what as the problem names it: "An invitation"
     */
    public AccessFacts orRefuse(String what) {
        denial.ifPresent(reason -> {
            throw new ProblemException(reason.problem(), what + " would lead to a closed door: " + reason.code() + ".");
        });
        return company;
    }
}
