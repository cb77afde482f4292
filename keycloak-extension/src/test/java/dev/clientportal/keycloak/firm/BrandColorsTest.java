package dev.clientportal.keycloak.firm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S17")
class BrandColorsTest {
    private static final double READABLE = 4.5;
    private static final long SEED = 42;

    @Test
    void textIsReadableWithAnyBrandColour() {
        Stream<String> corners = Stream.of("#000000", "#ffffff", "#808080", "#ff0000", "#00ff00", "#0000ff", "#ffff00");
        Stream<String> random =
                new Random(SEED).ints(20_000, 0, 0x1000000).mapToObj(rgb -> String.format("#%06x", rgb));

        Stream.concat(corners, random).forEach(color -> {
            BrandColors brand = BrandColors.of(color);
            assertThat(contrast(brand.onPrimary(), brand.primary())).as(color).isGreaterThanOrEqualTo(READABLE);
            assertThat(contrast(brand.accentOnLight(), "#f6f7f9")).as(color).isGreaterThanOrEqualTo(READABLE);
            assertThat(contrast(brand.accentOnDark(), "#1d232c")).as(color).isGreaterThanOrEqualTo(READABLE);
        });
    }

    @Test
    void aColourThatCanBeReadAlreadyStaysAsItIs() {
        assertThat(BrandColors.of("#1f4fd8").accentOnLight()).isEqualTo("#1f4fd8");
        assertThat(BrandColors.of("#FFEE88").accentOnDark()).isEqualTo("#ffee88");
    }

    @Test
    void contrastIsThatOfTheStandard() {
        assertThat(contrast("#000000", "#ffffff")).isEqualTo(21.0);
        assertThat(contrast("#777777", "#ffffff")).isBetween(4.47, 4.48);
        assertThat(IntStream.range(0, 256).mapToDouble(grey -> contrast(hex(grey), hex(grey))))
                .containsOnly(1.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#fff", "#12345", "#1234567", "#12345g", "123456", "#123456;", "url(x)"})
    void whatIsNoColourIsNeitherTakenNorUsed(String text) {
        assertThat(BrandColors.isColor(text)).isFalse();
        assertThat(BrandColors.of(text).primary()).isEqualTo(BrandColors.DEFAULT_PRIMARY);
    }

    private static double contrast(String a, String b) {
        return BrandColors.contrast(BrandColors.parse(a), BrandColors.parse(b));
    }

    private static String hex(int grey) {
        return String.format("#%02x%02x%02x", grey, grey, grey);
    }
}
