package dev.clientportal.keycloak.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B19")
class MergeFieldsTest {
    private final MergeFields fields = new MergeFields(Map.of("firstName", "Zoë $1 \\ {{company}}", "company", "Acme"));

    @Test
    void fieldsAreFilledWithOrWithoutBlanks() {
        assertThat(fields.into("Dear {{ company }}, {{company}}!")).isEqualTo("Dear Acme, Acme!");
    }

    @Test
    void valuesAreNotReadAsFieldsOrReferences() {
        assertThat(fields.into("{{firstName}}")).isEqualTo("Zoë $1 \\ {{company}}");
    }

    @Test
    void fieldsWithoutAValueVanish() {
        assertThat(fields.into("a{{lastName}}b")).isEqualTo("ab");
    }

    @Test
    void textWithoutFieldsStays() {
        assertThat(fields.into("{ {firstName} } 50 % $0 }}{{")).isEqualTo("{ {firstName} } 50 % $0 }}{{");
    }

    @Test
    void unknownFieldsAreNamed() {
        assertThat(MergeFields.unknownIn(
                        "{{firstName}} {{frist}} {{}} {{link}} {{ FIRM }}", MergeFields.OF_INVITATIONS))
                .containsExactly("", "FIRM", "frist", "link");
        assertThat(MergeFields.OF_INVITATIONS)
                .allSatisfy(name -> assertThat(MergeFields.unknownIn("{{" + name + "}}", MergeFields.OF_INVITATIONS))
                        .isEmpty());
    }
}
