package dev.clientportal.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NewTaskRepresentationTest {
    private final ObjectMapper json = new ObjectMapper().setSerializationInclusion(JsonInclude.Include.NON_NULL);

    /** The hash of it tells whether the same was asked for before, also by callers who know no more than the first version. */
    @Test
    @Tag("D4")
    void whatIsNotNamedIsNoPartOfTheContent() throws JsonProcessingException {
        String written =
                json.writeValueAsString(new NewTaskRepresentation(null, "Say hello", null, null, null, null, null));

        assertThat(written).isEqualTo("{\"title\":\"Say hello\"}");
    }
}
