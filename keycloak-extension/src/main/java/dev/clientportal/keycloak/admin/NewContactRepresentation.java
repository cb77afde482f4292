package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.access.AccessPolicy;
import dev.clientportal.keycloak.access.NewContact;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.keycloak.models.RealmModel;

/** Somebody to let in. */
@Schema(name = "NewContact")
public record NewContactRepresentation(
        @Schema(required = true, maxLength = 255) String email,

        @Schema(maxLength = 255, description = "Used when the user is created; an existing user's name stays.")
        String firstName,

        @Schema(maxLength = 255) String lastName,

        @Schema(description = "Language tag, one of the realm's.", examples = "et")
        String locale,

        @Schema(description = "No welcome mail and no sample task. Not together with invite.")
        Boolean silent,

        @Schema(description = "Also send an invitation. Needs " + MailPermission.ROLE + ".")
        Boolean invite) {
    private static final int MAX = 255;
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z0-9]{1,8}([-_][A-Za-z0-9]{1,8}){0,4}");

    /** Somebody who may be let in, unless the realm's user profile has something against it. */
    NewContact checked(RealmModel realm) {
        return new NewContact(
                address(email),
                Check.line("firstName", firstName, MAX),
                Check.line("lastName", lastName, MAX),
                locale(realm, locale));
    }

    private static String address(String text) {
        String email = Check.required("email", Check.line("email", text, MAX));
        if (!AccessPolicy.isValidAddress(email)) throw Check.invalid("email", "Not an e-mail address.");
        return email;
    }

    private static String locale(RealmModel realm, String text) {
        String locale = Check.line("locale", text, MAX);
        if (locale == null) return null;
        boolean known = realm.isInternationalizationEnabled()
                ? realm.getSupportedLocalesStream().anyMatch(locale::equals)
                : LANGUAGE_TAG.matcher(locale).matches();
        if (!known) throw Check.invalid("locale", "Not a language of the realm.");
        return locale;
    }
}
