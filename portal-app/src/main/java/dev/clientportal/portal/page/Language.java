package dev.clientportal.portal.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;

/** The language of this request: the one chosen in the menu, else the first of the browser's that there is, else English. */
@Named
@RequestScoped
public class Language {
    static final String COOKIE = "portal-language";

    private static final List<String> KNOWN = List.of("en", "et", "de", "nl");

    /** One of the languages there are, with its name in itself. */
    public record Choice(String tag, String name, boolean current) {}

    private final HttpHeaders request;

    Language(HttpHeaders request) {
        this.request = request;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag());
    }

    public String tag() {
        Cookie chosen = request.getCookies().get(COOKIE);
        if (chosen != null && isKnown(chosen.getValue())) return chosen.getValue();
        return request.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .filter(Language::isKnown)
                .findFirst()
                .orElse("en");
    }

    public List<Choice> choices() {
        return KNOWN.stream()
                .map(tag -> new Choice(tag, nameOf(tag), tag.equals(tag())))
                .toList();
    }

    static boolean isKnown(String tag) {
        return KNOWN.contains(tag);
    }

    private static String nameOf(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        String name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }
}
