package dev.clientportal.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clientportal.portal.PortalSettings.FilmUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalSettingsTest {
    @Test
    void filmElsewhereIsAllowedFromItsOriginAlone() {
        assertThat(FilmUrl.of("https://films.example:8443/a/b.mp4?c=d").origin())
                .isEqualTo("https://films.example:8443");
    }

    /** The origin is written into the pages' content policy. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://films.example/a.mp4",
                "films.example/a.mp4",
                "https:///a.mp4",
                "https://somebody@films.example/a.mp4",
                "https://films.example;script-src *",
                "https://films.example;a",
                "https://*/a.mp4"
            })
    void filmElsewhereIsAnAddressOfHttps(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> FilmUrl.of(address));
    }
}
