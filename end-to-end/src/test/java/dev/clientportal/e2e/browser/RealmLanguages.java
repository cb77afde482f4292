package dev.clientportal.e2e.browser;

import static dev.clientportal.e2e.Portal.ok;

import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Portal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One more language of the realm, for the time of a test. */
final class RealmLanguages implements AutoCloseable {
    private static final String REALM = "/admin/realms/northwind";

    private final List<String> before =
            Facts.list(ok(Portal.administrator().get(REALM)).json().path("supportedLocales")).stream()
                    .map(language -> language.asText())
                    .toList();

    private RealmLanguages() {}

    static RealmLanguages plus(String language) {
        RealmLanguages languages = new RealmLanguages();
        set(Stream.concat(languages.before.stream(), Stream.of(language)).toList());
        return languages;
    }

    @Override
    public void close() {
        set(before);
    }

    private static void set(List<String> languages) {
        ok(Portal.administrator()
                .put(REALM, Map.of("internationalizationEnabled", true, "supportedLocales", languages)));
    }
}
