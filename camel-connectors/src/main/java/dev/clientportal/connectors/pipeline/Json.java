package dev.clientportal.connectors.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Writes and reads what the pipeline keeps. */
public record Json(ObjectMapper mapper) {
    JsonNode tree(Object value) {
        return mapper.valueToTree(value);
    }

    String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    List<String> strings(String written) {
        try {
            return List.of(mapper.readValue(written, String[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
