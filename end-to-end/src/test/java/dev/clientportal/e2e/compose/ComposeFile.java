package dev.clientportal.e2e.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docker-compose.yml} with its anchors in place; variables stand there as they are written. */
record ComposeFile(JsonNode content) {
    static final String NAME = "docker-compose.yml";

    /** One container. */
    record Service(String name, JsonNode content) {
        String text(String key) {
            return content.path(key).asText();
        }

        List<String> texts(String key) {
            return ComposeFile.texts(content.path(key));
        }

        boolean isBuiltHere() {
            return content.has("build");
        }

        /** It ends by itself when it has done its work. */
        boolean endsByItself() {
            return text("restart").equals("no");
        }

        /** What is set in the environment, the names of secrets that become variables among it. */
        List<String> variables() {
            List<String> names = new ArrayList<>();
            content.path("environment").fieldNames().forEachRemaining(names::add);
            if (isBuiltHere())
                secrets().forEach(secret -> names.add(secret.path("target").asText()));
            return names;
        }

        List<JsonNode> secrets() {
            return list(content.path("secrets"));
        }
    }

    static ComposeFile read() {
        Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(Repository.text(NAME));
        return new ComposeFile(new ObjectMapper().valueToTree(yaml));
    }

    Stream<Service> services() {
        return content.path("services").properties().stream()
                .map(service -> new Service(service.getKey(), service.getValue()));
    }

    Service service(String name) {
        return new Service(name, content.path("services").path(name));
    }

    /** The files of the secrets, by the secrets' names, in the folder that is meant when no other is named. */
    Stream<Map.Entry<String, String>> secrets() {
        return content.path("secrets").properties().stream()
                .map(secret -> Map.entry(
                        secret.getKey(),
                        withDefaults(secret.getValue().path("file").asText())));
    }

    /** With every variable as it is where nothing is set. */
    static String withDefaults(String text) {
        return text.replaceAll("\\$\\{\\w+:-([^}]*)}", "$1");
    }

    static List<String> texts(JsonNode array) {
        return list(array).stream().map(JsonNode::asText).toList();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
