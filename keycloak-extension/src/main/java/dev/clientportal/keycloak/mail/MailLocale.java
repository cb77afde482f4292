package dev.clientportal.keycloak.mail;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The language of a mail: the contact's, else the company's (its attribute {@code locale}), else the realm's. */
final class MailLocale {
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "dv", "fa", "he", "iw", "ku", "ps", "sd", "ug", "ur", "yi");

    private MailLocale() {}

    static Locale of(RealmModel realm, UserModel contact, OrganizationModel companyOrNull) {
        if (!realm.isInternationalizationEnabled()) return Locale.ENGLISH;
        Set<String> supported = Set.copyOf(realm.getSupportedLocalesStream().toList());
        Stream<String> wishes = Stream.concat(
                Stream.ofNullable(contact.getFirstAttribute(UserModel.LOCALE)),
                Stream.ofNullable(companyOrNull)
                        .flatMap(company ->
                                company.getAttributes().getOrDefault(UserModel.LOCALE, java.util.List.of()).stream()));
        return wishes.filter(supported::contains)
                .findFirst()
                .or(() -> java.util.Optional.ofNullable(realm.getDefaultLocale()))
                .map(Locale::forLanguageTag)
                .orElse(Locale.ENGLISH);
    }

    /** Tags of all languages that {@link #of} can choose. */
    static Set<String> spokenIn(RealmModel realm) {
        if (!realm.isInternationalizationEnabled()) return Set.of(Locale.ENGLISH.toLanguageTag());
        String standard = realm.getDefaultLocale();
        return Stream.concat(
                        realm.getSupportedLocalesStream(),
                        Stream.of(standard == null ? Locale.ENGLISH.toLanguageTag() : standard))
                .collect(Collectors.toSet());
    }

    static boolean isLeftToRight(Locale locale) {
        return !RIGHT_TO_LEFT.contains(locale.getLanguage());
    }
}
