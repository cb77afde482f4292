package dev.clientportal.keycloak.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;
import org.keycloak.theme.ThemeResources;
import org.keycloak.theme.ThemeResourcesParser;

/**
 * What every page of a theme starts from, in one language. Keycloak (26.7, FreeMarkerLoginFormsProvider) puts a theme's
 * more than a thousand texts together for each page, and copies them twice; here that is done once for each theme.
 */
record ThemeTexts(Properties messages, ThemeResources resources) {
    private static ThemeTexts read(Theme theme, RealmModel realm, Locale locale) {
        try {
            return new ThemeTexts(
                    theme.getEnhancedMessages(realm, locale), ThemeResourcesParser.parse(theme.getProperties()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The messages, then what a page itself says. {@link Properties} has no defaults in {@code getOrDefault}. */
    Properties with(Map<String, Object> page) {
        Properties both = new Properties(messages) {
            @Override
            public Object getOrDefault(Object key, Object other) {
                Object word = defaults.get(key);
                return word != null ? word : super.getOrDefault(key, other);
            }
        };
        page.forEach((name, value) -> {
            if (value != null && !messages.containsKey(name)) both.put(name, value);
        });
        return both;
    }

    /** Those of this server's themes. A theme that Keycloak forgets is forgotten here as well. */
    static final class Cache {
        private final Map<Theme, Map<Language, ThemeTexts>> themes = Collections.synchronizedMap(new WeakHashMap<>());

        /** @param realm one without texts of its own: those can change at any time */
        ThemeTexts of(Theme theme, RealmModel realm, Locale locale) {
            return themes.computeIfAbsent(theme, added -> new ConcurrentHashMap<>())
                    .computeIfAbsent(Language.of(locale, realm), added -> read(theme, realm, locale));
        }
    }

    /** What the theme lacks in the language may come from the realm's default one (26.7, LocaleUtil). */
    private record Language(Locale locale, String realmDefaultOrNull) {
        static Language of(Locale locale, RealmModel realm) {
            return new Language(locale, realm.isInternationalizationEnabled() ? realm.getDefaultLocale() : null);
        }
    }
}
