package dev.clientportal.keycloak.access;

import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
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
    /**
     * Makes a user whose username is the address. The address counts as verified only when the contact comes in by a
     * mailed link.
     */
    public UserModel create(KeycloakSession session, RealmModel realm) {
        if (session.users().getUserByUsername(realm, email) != null) {
            throw new ProblemException(Problem.ADDRESS_IN_USE, "It is the username of somebody with another address.");
        }
        try {
            UserModel user = session.getProvider(UserProfileProvider.class)
                    .create(UserProfileContext.USER_API, attributes())
                    .create();
            user.setEnabled(true);
            if (locale != null) user.setSingleAttribute(UserModel.LOCALE, locale);
            return user;
        } catch (ValidationException refused) {
            throw invalid(refused.getErrors().get(0));
        } catch (ModelDuplicateException madeByAnotherRequest) {
            throw new ProblemException(Problem.ADDRESS_IN_USE, "Somebody created a user with it just now. Try again.");
        }
    }

    private Map<String, List<String>> attributes() {
        Map<String, List<String>> attributes = new HashMap<>();
        attributes.put(UserModel.USERNAME, List.of(email));
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
