package dev.clientportal.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.i18n.Message;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Checks a language's file of a message bundle. */
public final class Translations {
    private static final Pattern FIELD = Pattern.compile("\\{(\\w+)}");

    private Translations() {}

    /** That it says everything, and nothing else, with the same fields. */
    public static void check(Class<?> bundle, String name, String language) throws IOException {
        Properties translated = new Properties();
        try (Reader file = new InputStreamReader(
                Translations.class.getResourceAsStream("/messages/" + name + "_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            translated.load(file);
        }

        assertThat(translated.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(bundle.getDeclaredMethods())
                        .map(Method::getName)
                        .toList());
        for (Method message : bundle.getDeclaredMethods()) {
            assertThat(fields(translated.getProperty(message.getName())))
                    .as(message.getName())
                    .isEqualTo(fields(message.getAnnotation(Message.class).value()));
        }
    }

    private static TreeSet<String> fields(String text) {
        TreeSet<String> fields = new TreeSet<>();
        FIELD.matcher(text).results().forEach(field -> fields.add(field.group(1)));
        return fields;
    }
}
