package dev.clientportal.keycloak.mail;

import java.util.Locale;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Whom a mail speaks to. Names may be null.
 *
 * @param company its name; null when the contact has several to choose from
 */
record MailReader(String firstName, String lastName, String company, Locale locale) {
    static MailReader of(RealmModel realm, UserModel contact, OrganizationModel companyOrNull) {
        return new MailReader(
                contact.getFirstName(),
                contact.getLastName(),
                companyOrNull == null ? null : companyOrNull.getName(),
                MailLocale.of(realm, contact, companyOrNull));
    }
}
