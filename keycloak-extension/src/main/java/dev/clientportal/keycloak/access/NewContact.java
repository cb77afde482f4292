package dev.clientportal.keycloak.access;

import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import java.net.IDN;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.messages.Messages;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/**
 * Somebody who is to become a contact. Whether the details are acceptable is for the realm's user profile to say, as for
 * users that Keycloak's own admin REST creates.
 *
 * @param locale language tag, or null
 */
public record NewContact(String email, String firstName, String lastName, String locale) {
    /** The letters that Keycloak's own user profile takes in usernames, against look-alikes. */
    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\p{IsCommon}]*");

    /**
     * Makes a user whose username is the address. The address counts as verified only when the contact comes in by a
     * mailed link.
     *
     * @throws ModelDuplicateException when somebody makes the same user at the same time
     */
    public UserModel create(KeycloakSession session, RealmModel realm) {
        UserModel holder = session.users().getUserByUsername(realm, username());
        if (holder != null) {
            if (email.equalsIgnoreCase(holder.getEmail())) throw new ModelDuplicateException("Made by another request");
            throw addressInUse();
        }
        return createUnlessThere(session, realm);
    }

    /** As above, when it was looked up already that nobody has the username. */
    public UserModel createUnlessThere(KeycloakSession session, RealmModel realm) {
        try {
            UserModel user = session.getProvider(UserProfileProvider.class)
                    .create(UserProfileContext.USER_API, attributes())
                    .create();
            user.setEnabled(true);
            if (locale != null) user.setSingleAttribute(UserModel.LOCALE, locale);
            return user;
        } catch (ValidationException refused) {
            if (refused.hasError(Messages.EMAIL_EXISTS, Messages.USERNAME_EXISTS)) {
                throw new ModelDuplicateException("Made by another request", refused);
            }
            throw invalid(refused.getErrors().get(0));
        }
    }

    public static ProblemException addressInUse() {
        return new ProblemException(Problem.ADDRESS_IN_USE, "It is the username of somebody with another address.");
    }

    /** The address; its domain in ASCII where Keycloak would take its letters for look-alikes of Latin ones. */
    public String username() {
        int at = email.lastIndexOf('@') + 1;
        String domain = email.substring(at);
        return LATIN.matcher(domain).matches() ? email : email.substring(0, at) + IDN.toASCII(domain);
    }

    private Map<String, List<String>> attributes() {
        Map<String, List<String>> attributes = new HashMap<>();
        attributes.put(UserModel.USERNAME, List.of(username()));
        attributes.put(UserModel.EMAIL, List.of(email));
        if (firstName != null) attributes.put(UserModel.FIRST_NAME, List.of(firstName));
        if (lastName != null) attributes.put(UserModel.LAST_NAME, List.of(lastName));
        return attributes;
    }

    private static ProblemException invalid(ValidationException.Error error) {
        String attribute = error.getAttribute();
        String field = UserModel.USERNAME.equals(attribute) || attribute == null ? UserModel.EMAIL : attribute;
        return new ProblemException(
                Problem.INVALID,
                "The realm's user profile refuses the value of " + field + ".",
                Map.of("field", field, "code", String.valueOf(error.getMessage())));
    }
}
