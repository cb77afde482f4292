package dev.clientportal.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The OpenAPI files. Whatever a test asks of staff or contact REST, the answer must be one that its file announces: its
 * status, its content type, and a body with all of the properties of the schema and no others.
 */
final class Contract {
    private static final Map<String, Contract> BY_PATH = Map.of(
            "/admin/realms/[^/]+/client-portal/.*", new Contract(OpenApi.read()),
            "/realms/[^/]+/client-portal/(me|portals)/.*", new Contract(OpenApi.readContact()),
            "/f/[^/]+/api/.*", new Contract(OpenApi.readPortal(), "/f/[^/]+"),
            "/v1/[^/]+/.*", new Contract(OpenApi.readConnectors()));

    private static final Map<Integer, Set<String>> KEYCLOAKS = Map.of(
            400, Set.of("invalidCharacter", "missingNormalization", "Blocking invalid query parameter value"),
            401, Set.of("HTTP 401 Unauthorized"),
            403, Set.of("HTTP 403 Forbidden"),
            404, Set.of("Realm not found."));

    private static final String ID = "urn:client-portal:openapi";

    private final JsonNode document;
    private final JsonSchemaFactory schemas;
    private final List<PathItem> paths = new ArrayList<>();

    private record PathItem(Pattern path, JsonNode methods, String pointer) {}

    private Contract(JsonNode document) {
        this(document, "");
    }

    /** @param prefix of each path, as a pattern */
    private Contract(JsonNode document, String prefix) {
        this.document = document;
        forbidUnknownProperties(document.at("/components/schemas"));
        schemas = JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(ID, document.toString()))));
        for (Iterator<String> names = document.path("paths").fieldNames(); names.hasNext(); ) {
            String name = names.next();
            Pattern path = Pattern.compile(prefix + name.replaceAll("\\{[^}]*}", "[^/]+"));
            String pointer = ID + "#/paths/"
                    + name.replace("/", "~1").replace("{", "%7B").replace("}", "%7D");
            paths.add(new PathItem(path, document.path("paths").path(name), pointer));
        }
    }

    /** Fails when the answer is not as announced. Answers of anything else are left alone. */
    static void check(Answer answer) {
        String path = answer.response().request().uri().getPath();
        BY_PATH.forEach((paths, contract) -> {
            if (path.matches(paths)) contract.check(answer, path);
        });
    }

    private void check(Answer answer, String path) {
        if (isOfKeycloak(answer)) return;
        String method = answer.response().request().method().toLowerCase(Locale.ROOT);
        Optional<PathItem> item = paths.stream()
                .filter(each -> each.path().matcher(path).matches())
                .findFirst();
        if (item.isEmpty() || !item.get().methods().has(method)) {
            if (Set.of(404, 405).contains(answer.status()) || method.matches("head|options")) return;
            throw new AssertionError("Not in the OpenAPI file: " + answer);
        }
        JsonNode responses = item.get().methods().path(method).path("responses");
        String status = Integer.toString(answer.status());
        if (!responses.has(status)) throw new AssertionError("Status not in the OpenAPI file: " + answer);
        JsonNode response = responses.path(status);
        String pointer = item.get().pointer() + "/" + method + "/responses/" + status;
        if (response.has("$ref")) {
            String shared = response.path("$ref").asText();
            response = document.at(shared.substring(1));
            pointer = ID + shared;
        }
        checkBody(answer, response.path("content"), pointer + "/content/");
    }

    /**
     * Refused before it reached staff REST: the file says which these are. By Keycloak's own words, so that a refusal of ours
     * that is no problem document is still found.
     */
    private static boolean isOfKeycloak(Answer answer) {
        return answer.body().startsWith("{\"error\":")
                && KEYCLOAKS
                        .getOrDefault(answer.status(), Set.of())
                        .contains(answer.json().path("error").asText());
    }

    private void checkBody(Answer answer, JsonNode content, String pointer) {
        if (content.isEmpty()) {
            if (!answer.body().isEmpty())
                throw new AssertionError("A body that the OpenAPI file does not have: " + answer);
            return;
        }
        String type = answer.header("Content-Type").replaceFirst(";.*", "");
        String announced = content.properties().stream()
                .map(Map.Entry::getKey)
                .filter(each -> type.matches(each.replace("+", "\\+").replace("*", ".*")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Content type not in the OpenAPI file: " + type + " " + answer));
        if (!type.endsWith("json")) return;
        JsonSchema schema = schemas.getSchema(SchemaLocation.of(pointer + announced.replace("/", "~1") + "/schema"));
        Set<ValidationMessage> faults = schema.validate(answer.json());
        if (!faults.isEmpty()) throw new AssertionError(faults + "\n" + answer);
    }

    /** A property that the file does not name is as much a fault of the file as a missing one. */
    private static void forbidUnknownProperties(JsonNode schemas) {
        for (JsonNode schema : schemas) {
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        }
    }
}
