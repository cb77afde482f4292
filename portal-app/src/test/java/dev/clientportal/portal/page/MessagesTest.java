package dev.clientportal.portal.page;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"et", "de", "nl"})
    void everyLanguageSaysEverythingWithTheSameFields(String language) throws IOException {
        Translations.check(Messages.class, "msg", language);
    }
}
