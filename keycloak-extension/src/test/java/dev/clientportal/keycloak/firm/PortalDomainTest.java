package dev.clientportal.keycloak.firm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("A3")
class PortalDomainTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "portal.õun.example",
                "PORTAL.ÕUN.EXAMPLE",
                "portal.xn--un-bka.example",
                "PORTAL.XN--UN-BKA.example",
                "  Portal.Õun.Example ",
                "portal.o\u0303un.example",
                "portal。õun。example"
            })
    void allSpellingsOfOneNameFoldToTheSame(String spelling) {
        assertThat(PortalDomain.parse(spelling)).hasValueSatisfying(domain -> {
            assertThat(domain.folded()).isEqualTo("portal.xn--un-bka.example");
            assertThat(domain.display()).isEqualTo("portal.õun.example");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "portal",
                ".",
                "..",
                "a..b",
                "-a.example",
                "a-.example",
                "a_b.example",
                "a b.example",
                "https://a.example",
                "a.example/",
                "a.example:8080",
                "user@a.example",
                "127.0.0.1",
                "a.1",
                "a.example\u0000",
                "xn--\u00e4.example",
                "a\r\nb.example"
            })
    void whatIsNoHostNameOfTwoLabelsIsRefused(String text) {
        assertThat(PortalDomain.parse(text)).isEmpty();
    }

    @Test
    void labelsAndNamesHaveTheirLongestLength() {
        assertThat(PortalDomain.parse("a".repeat(63) + ".example")).isPresent();
        assertThat(PortalDomain.parse("a".repeat(64) + ".example")).isEmpty();
        assertThat(PortalDomain.parse("a.".repeat(130) + "example")).isEmpty();
        assertThat(PortalDomain.parse(null)).isEmpty();
    }

    @Test
    void variationsAreOtherValidNamesInTheSameZone() {
        PortalDomain domain = PortalDomain.parse("õun.example").orElseThrow();

        assertThat(domain.variations())
                .isNotEmpty()
                .doesNotContain(domain)
                .allSatisfy(variation ->
                        assertThat(PortalDomain.parse(variation.display())).contains(variation))
                .allSatisfy(variation -> assertThat(variation.folded()).endsWith(".example"));
    }

    @Test
    void variationsThatWouldBeTooLongAreLeftOut() {
        PortalDomain domain = PortalDomain.parse("a".repeat(60) + ".example").orElseThrow();

        assertThat(domain.variations())
                .extracting(PortalDomain::display)
                .containsExactlyInAnyOrder(
                        "my-" + "a".repeat(60) + ".example",
                        "a".repeat(60) + "-2.example",
                        "a".repeat(60) + "-3.example");
    }
}
