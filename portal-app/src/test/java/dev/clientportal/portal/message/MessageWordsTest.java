package dev.clientportal.portal.message;

import dev.clientportal.portal.page.Translations;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"et", "de", "nl"})
    void everyLanguageSaysEverythingWithTheSameFields(String language) throws IOException {
        Translations.check(MessageWords.class, "message", language);
    }
}
