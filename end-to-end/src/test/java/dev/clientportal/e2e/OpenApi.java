package dev.clientportal.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Every operation of staff REST, as its OpenAPI file has it: a new one takes part in the tests that walk them all. */
public final class OpenApi {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

    private OpenApi() {}

    /**
     * One operation.
     *
     * @param path with its parameters in braces
     * @param query the names of its query parameters
     * @param body the media type of its body, or null
     * @param schema of its JSON body, with what it refers to filled in; missing without one
     */
    public record Operation(
            String id,
            String method,
            String path,
            List<String> query,
            String body,
            boolean needsBody,
            JsonNode schema) {
        public boolean isJson() {
            return "application/json".equals(body);
        }

        public boolean isRead() {
            return method.equals("GET");
        }

        public String path(Map<String, String> parameters) {
            String filled = path;
            for (var parameter : parameters.entrySet()) {
                filled = filled.replace("{" + parameter.getKey() + "}", parameter.getValue());
            }
            return filled;
        }

        public boolean has(String parameter) {
            return path.contains("{" + parameter + "}");
        }

        @Override
        public String toString() {
            return id;
        }
    }

    public static Stream<Operation> operations() {
        JsonNode file = read();
        List<Operation> operations = new ArrayList<>();
        file.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> operations.add(operation(file, path.getKey(), method.getKey(), method.getValue()))));
        return operations.stream();
    }

    private static Operation operation(JsonNode file, String path, String method, JsonNode described) {
        JsonNode content = described.path("requestBody").path("content");
        String body =
                content.properties().stream().map(Map.Entry::getKey).findFirst().orElse(null);
        return new Operation(
                described.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                StreamSupport.stream(described.path("parameters").spliterator(), false)
                        .filter(parameter -> parameter.path("in").asText().equals("query"))
                        .map(parameter -> parameter.path("name").asText())
                        .toList(),
                body,
                described.path("requestBody").path("required").asBoolean(),
                resolved(file, content.path("application/json").path("schema")));
    }

    private static JsonNode resolved(JsonNode file, JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : file.at(reference.substring(1));
    }

    /** The whole document of staff REST. */
    static JsonNode read() {
        return read("admin");
    }

    /** The whole document of contact REST. */
    static JsonNode readContact() {
        return read("contact");
    }

    /** The whole document of the portal application's machine REST. */
    static JsonNode readPortal() {
        return read("portal");
    }

    /** The whole document of the connectors. */
    static JsonNode readConnectors() {
        return read("connectors");
    }

    private static JsonNode read(String surface) {
        try {
            return new YAMLMapper().readTree(Documentation.text("openapi/client-portal-" + surface + ".yaml"));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
