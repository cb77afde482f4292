package dev.clientportal.portal.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {
    @ParameterizedTest
    @CsvSource({
        "0, en, 0 B",
        "1023, en, 1023 B",
        "1024, en, 1 KB",
        "1588, de, '1,6 KB'",
        "20480, en, 20 KB",
        "1048575, en, 1 MB",
        "26214400, et, 25 MB",
        "5368709120, en, 5 GB"
    })
    void sizeIsShort(long bytes, String language, String readable) {
        assertThat(Sizes.readable(bytes, Locale.forLanguageTag(language))).isEqualTo(readable);
    }
}
