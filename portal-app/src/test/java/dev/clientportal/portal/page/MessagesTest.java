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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static final Pattern FIELD = Pattern.compile("\\{(\\w+)}");

    @ParameterizedTest
    @ValueSource(strings = {"et", "de", "nl"})
    void everyLanguageSaysEverythingWithTheSameFields(String language) throws IOException {
        Properties translated = new Properties();
        try (Reader file = new InputStreamReader(
                MessagesTest.class.getResourceAsStream("/messages/msg_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            translated.load(file);
        }

        assertThat(translated.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Messages.class.getDeclaredMethods())
                        .map(Method::getName)
                        .toList());
        for (Method message : Messages.class.getDeclaredMethods()) {
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
