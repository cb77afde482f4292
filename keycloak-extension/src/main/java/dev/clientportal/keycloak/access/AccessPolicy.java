package dev.clientportal.keycloak.access;

import static dev.clientportal.keycloak.access.DenialReason.COMPANY_INACTIVE;
import static dev.clientportal.keycloak.access.DenialReason.CONTACT_BLOCKED;
import static dev.clientportal.keycloak.access.DenialReason.CONTACT_NOT_ENABLED;
import static dev.clientportal.keycloak.access.DenialReason.FIRM_INACTIVE;
import static dev.clientportal.keycloak.access.DenialReason.INVITATION_NOT_ACCEPTED;
import static dev.clientportal.keycloak.access.DenialReason.NOT_A_MEMBER;
import static dev.clientportal.keycloak.access.DenialReason.NO_VALID_ADDRESS;
import static dev.clientportal.keycloak.access.DenialReason.USER_DISABLED;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.utils.EmailValidationUtil;

/** May this contact enter this company now? The only place that answers; pages, mails and tokens all ask it. */
public final class AccessPolicy {
    private final ContactStore contacts;

    public AccessPolicy(KeycloakSession session) {
        this.contacts = session.getProvider(ContactStore.class);
    }

    /** May the contact log in to this company? */
    public AccessDecision toLogIn(RealmModel realm, String orgId, UserModel contact) {
        return contacts.facts(realm.getId(), orgId, contact.getId())
                .map(facts -> toLogIn(facts, contact))
                .orElseGet(() -> AccessDecision.denied(null, NOT_A_MEMBER));
    }

    /** As {@link #toLogIn(RealmModel, String, UserModel)}, for a company known by its alias. */
    public AccessDecision toLogInByAlias(RealmModel realm, String alias, UserModel contact) {
        return contacts.factsByAlias(realm.getId(), alias, contact.getId())
                .map(facts -> toLogIn(facts, contact))
                .orElseGet(() -> AccessDecision.denied(null, NOT_A_MEMBER));
    }

    /**
     * May the contact come in by an invitation to this company? As for logging in, but for one thing: after an unblock
     * only the invitation lets them in again.
     */
    public AccessDecision toAccept(RealmModel realm, String orgId, UserModel contact) {
        return contacts.facts(realm.getId(), orgId, contact.getId())
                .map(facts -> decide(facts, contact, false))
                .orElseGet(() -> AccessDecision.denied(null, NOT_A_MEMBER));
    }

    /** One decision for each company that the contact is a member of, in one statement. */
    public List<AccessDecision> everywhere(RealmModel realm, UserModel contact) {
        return contacts.facts(realm.getId(), contact.getId()).stream()
                .map(facts -> toLogIn(facts, contact))
                .toList();
    }

    /** The reason to tell somebody for whom no company is open: of all their companies, the one nearest to open. */
    public static DenialReason nearest(List<AccessDecision> decisions) {
        return decisions.stream()
                .map(AccessDecision::denial)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(DenialReason.NOT_A_CONTACT);
    }

    private static AccessDecision toLogIn(AccessFacts facts, UserModel contact) {
        return decide(facts, contact, true);
    }

    private static AccessDecision decide(AccessFacts facts, UserModel contact, boolean mustHaveAccepted) {
        if (!contact.isEnabled()) return AccessDecision.denied(facts, USER_DISABLED);
        if (!hasValidAddress(contact)) return AccessDecision.denied(facts, NO_VALID_ADDRESS);
        if (!facts.firmActive()) return AccessDecision.denied(facts, FIRM_INACTIVE);
        if (!facts.companyEnabled() || !facts.companyActive()) return AccessDecision.denied(facts, COMPANY_INACTIVE);
        return switch (facts.state()) {
            case BLOCKED -> AccessDecision.denied(facts, CONTACT_BLOCKED);
            case DISABLED, NONE -> AccessDecision.denied(facts, CONTACT_NOT_ENABLED);
            case ENABLED ->
                facts.mustAccept() && mustHaveAccepted
                        ? AccessDecision.denied(facts, INVITATION_NOT_ACCEPTED)
                        : AccessDecision.allowed(facts);
        };
    }

    public static boolean hasValidAddress(UserModel contact) {
        return isValidAddress(contact.getEmail());
    }

    public static boolean isValidAddress(String emailOrNull) {
        return emailOrNull != null && EmailValidationUtil.isValidEmail(emailOrNull, LocalPart.MAX);
    }

    /** A server option, read once: Keycloak (26.7) would look for it in all its sources for each address. */
    private static final class LocalPart {
        static final int MAX = Config.scope("user-profile", "declarative-user-profile")
                .getInt(EmailValidationUtil.MAX_EMAIL_LOCAL_PART_LENGTH, EmailValidationUtil.MAX_LOCAL_PART_LENGTH);
    }
}
