package dev.clientportal.e2e.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Json;
import dev.clientportal.e2e.OpenApi.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Bodies that an operation has to refuse, made from what its schema says that it takes. */
final class Faults {
    private static final String LONG = "\"" + "ä".repeat(10_240) + "\"";
    private static final String LINE_BREAK = "\"x\\r\\nBcc: evil@evil.example\"";
    private static final String NUL = "\"x\\u0000y\"";
    private static final String HALF_A_LETTER = "\"x\\ud83dy\"";

    private Faults() {}

    /** What is no such document at all. */
    static List<String> documents(Operation operation) {
        return List.of(
                "{",
                "{]",
                "{}}",
                "{} {}",
                "null",
                "[]",
                "[{}]",
                "\"text\"",
                "42",
                "true",
                "<xml/>",
                "name=value",
                "{'silent': true}",
                "{\"noSuchProperty\": 1}",
                "{\"__proto__\": {}, \"class\": \"java.lang.Runtime\"}",
                "{\"x\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}",
                "{\"x\": 1" + "0".repeat(5_000) + "}");
    }

    /** For each property of the schema, its wrong values, in a document that is right but for them. */
    static Map<String, List<String>> properties(Operation operation, ObjectNode right) {
        Map<String, List<String>> faults = new LinkedHashMap<>();
        operation.schema().path("properties").properties().forEach(property -> {
            if (operation.id().equals("addManyContacts") && property.getKey().equals("contacts")) {
                faults.put("contacts", wrongLists(right, property.getKey()));
            } else if (!property.getValue().path("description").asText().contains("gnored in a PUT")) {
                faults.put(
                        property.getKey(),
                        values(property.getKey(), property.getValue()).stream()
                                .map(value -> with(right, property.getKey(), value))
                                .toList());
            }
        });
        return faults;
    }

    /** Somebody without an address is not let in, and stops nobody: that is no wrong list. */
    private static List<String> wrongLists(ObjectNode right, String name) {
        return Stream.of("\"x\"", "1", "true", "{}", "[]", "[null]", "[[]]", "[1]", "[{\"noSuchProperty\":1}]")
                .map(value -> with(right, name, value))
                .toList();
    }

    private static List<String> values(String name, JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "boolean" -> List.of("\"true\"", "1", "0", "[]", "{}", "[true]");
            case "integer" -> List.of("\"1\"", "1.5", "true", "[]", "{}", "99999999999999999999", "1e400");
            case "array" -> List.of("\"x\"", "1", "true", "{}", "[null]", "[{}]", "[[]]", "[1]");
            case "string" ->
                schema.has("maxLength") && schema.path("maxLength").asInt() > 255
                        ? List.of("1", "true", "[]", "{}", "[\"x\"]", LONG, NUL, HALF_A_LETTER)
                        : List.of("1", "true", "[]", "{}", "[\"x\"]", LONG, NUL, HALF_A_LETTER, LINE_BREAK);
            default -> throw new IllegalStateException("Say what is wrong for " + name + ": " + schema);
        };
    }

    /** As text: some values are no JSON that a tree could hold. */
    private static String with(ObjectNode right, String property, String value) {
        ObjectNode others = right.deepCopy();
        others.remove(property);
        String rest = others.toString();
        return "{" + Json.tree(property) + ":" + value + (others.isEmpty() ? "}" : "," + rest.substring(1));
    }
}
