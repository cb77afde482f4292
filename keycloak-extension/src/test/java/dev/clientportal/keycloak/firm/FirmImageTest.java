package dev.clientportal.keycloak.firm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S16")
class FirmImageTest {
    static Stream<Arguments> pictures() {
        return Stream.of(
                Arguments.of("image/png", "\u0089PNG\r\n\u001a\nrest"),
                Arguments.of("image/jpeg", "\u00ff\u00d8\u00ff\u00e0rest"),
                Arguments.of("image/gif", "GIF89a"),
                Arguments.of("image/webp", "RIFF\u0010\u0020\u0030\u0040WEBPVP8"));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void typeIsToldByContent(String type, String content) {
        assertThat(FirmImage.typeOf(content.getBytes(ISO_8859_1))).contains(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "<?xml version='1.0'?><svg/>",
                "<html>",
                "%PDF-1.7",
                "BM",
                "\u0089PNG",
                "\u0089PNG\n\u001a\n",
                "RIFF\u0010\u0020\u0030\u0040WAVE",
                "RIFFWEBP",
                " GIF89a",
                "\u00ff\u00d8"
            })
    void everythingElseIsNoPicture(String content) {
        assertThat(FirmImage.typeOf(content.getBytes(ISO_8859_1))).isEmpty();
    }

    @Test
    void kindsAreNamedByTheirPath() {
        assertThat(FirmImage.Kind.of("logo")).contains(FirmImage.Kind.LOGO);
        assertThat(FirmImage.Kind.of("LOGO")).isEmpty();
        assertThat(FirmImage.Kind.of("../logo")).isEmpty();
    }
}
