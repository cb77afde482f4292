package dev.clientportal.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** JSON that a test sends or compares with. */
public final class Json {
    private Json() {}

    public static JsonNode tree(Object value) {
        return Answer.JSON.valueToTree(value);
    }

    public static JsonNode parse(String text) {
        try {
            return Answer.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
