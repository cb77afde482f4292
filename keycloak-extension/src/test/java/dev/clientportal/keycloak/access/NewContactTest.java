package dev.clientportal.keycloak.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("B13")
class NewContactTest {
    @ParameterizedTest
    @CsvSource({
        "anna@birch.example, anna@birch.example",
        "neu@näide.ee, neu@näide.ee",
        "ivan@пример.рф, ivan@xn--e1afmkfd.xn--p1ai",
        "li@例え.jp, li@xn--r8jz45g.jp"
    })
    void usernameIsTheAddressInLettersThatKeycloakTakes(String address, String username) {
        assertThat(new NewContact(address, null, null, null).username()).isEqualTo(username);
    }
}
