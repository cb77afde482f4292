package dev.clientportal.portal.signing;

import dev.clientportal.portal.page.Translations;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningMessagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"et", "de", "nl"})
    void everyLanguageSaysEverythingWithTheSameFields(String language) throws IOException {
        Translations.check(SigningMessages.class, "signing", language);
    }
}
