package dev.clientportal.portal.staff;

import dev.clientportal.portal.page.Translations;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffMessagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"et", "de", "nl"})
    void everyLanguageSaysEverythingWithTheSameFields(String language) throws IOException {
        Translations.check(StaffMessages.class, "staff", language);
    }
}
