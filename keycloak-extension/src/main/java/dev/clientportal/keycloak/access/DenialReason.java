package dev.clientportal.keycloak.access;

import dev.clientportal.keycloak.problem.Problem;
import java.util.Locale;

/** Why a contact may not enter. The order is that of the gates: what has to be opened first stands first. */
public enum DenialReason {
    USER_DISABLED("contact-disabled", Problem.USER_DISABLED),
    NO_VALID_ADDRESS("contact-disabled", Problem.NO_VALID_ADDRESS),
    FIRM_INACTIVE("firm-inactive", Problem.FIRM_INACTIVE),
    COMPANY_INACTIVE("company-inactive", Problem.COMPANY_INACTIVE),
    NOT_A_MEMBER("not-a-member", Problem.NOT_A_MEMBER),
    NOT_A_CONTACT("not-a-contact", Problem.NOT_A_MEMBER),
    CONTACT_BLOCKED("contact-blocked", Problem.CONTACT_BLOCKED),
    CONTACT_NOT_ENABLED("contact-disabled", Problem.CONTACT_NOT_ENABLED),
    INVITATION_NOT_ACCEPTED("contact-disabled", Problem.CONTACT_NOT_ENABLED);

    private final String door;
    private final Problem problem;

    DenialReason(String door, Problem problem) {
        this.door = door;
        this.problem = problem;
    }

    /** The closed door that contacts see, in the words of the theme's messages. */
    public String door() {
        return door;
    }

    /** How REST refuses for this reason. */
    public Problem problem() {
        return problem;
    }

    /** How events, metrics and problems name the reason. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
