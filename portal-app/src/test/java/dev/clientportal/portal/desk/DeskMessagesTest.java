package dev.clientportal.portal.desk;

import dev.clientportal.portal.page.Translations;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskMessagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"et", "de", "nl"})
    void everyLanguageSaysEverythingWithTheSameFields(String language) throws IOException {
        Translations.check(DeskMessages.class, "desk", language);
    }
}
