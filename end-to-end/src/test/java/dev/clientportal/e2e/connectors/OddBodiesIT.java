package dev.clientportal.e2e.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.ConnectorsApi;
import dev.clientportal.e2e.Heap;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Stack;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** JSON that nobody meant, sent one after the other: each is answered, and what was taken comes to an end. */
@ExtendWith({Stack.class, LandsInPortal.class})
@Tag("D4")
@Tag("S20")
class OddBodiesIT {
    private static final List<Integer> ANSWERS = List.of(200, 201, 202, 400, 404, 409, 413, 415, 422);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<JsonNode> ODD = List.of(
            JSON.nullNode(),
            JSON.booleanNode(true),
            JSON.numberNode(-1),
            JSON.numberNode(new BigDecimal("1e400")),
            JSON.numberNode(new BigDecimal("1e999999999")),
            JSON.textNode(""),
            JSON.textNode(" "),
            JSON.textNode("\0"),
            JSON.textNode("a\u0000b"),
            JSON.textNode("\ud800"),
            JSON.textNode("\u202eevil\u2066"),
            JSON.textNode("line\nbreak\r\t"),
            JSON.textNode("😀".repeat(60)),
            JSON.textNode("x".repeat(5_000)),
            JSON.textNode("${env:HOME} ${7*7} #{7*7} {{7*7}} '; drop table cn_job; --"),
            JSON.textNode("../../../etc/passwd"),
            JSON.textNode("a@b\r\nBcc: c@d.example"),
            JSON.textNode("2027-02-30"),
            JSON.arrayNode(),
            JSON.objectNode());
    private static final ObjectNode GOOD = project();
    private static final List<String> PATHS = List.of(
            "/projects", "/projects", "/projects", "/companies/birch-bakery/portal", "/companies/id:1/contacts");

    private final ConnectorsApi api = ConnectorsApi.automation();
    private final Random random = new Random(11);

    @Test
    void thousandOddBodiesGetAnAnswerAndTakeNoMemory() {
        List<Answer> accepted = new ArrayList<>();
        double before = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] body = body();
            Answer answer = api.send(api.request(PATHS.get(random.nextInt(PATHS.size())))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(body)));
            assertThat(answer.status())
                    .as("%s to %s", answer, new String(body, StandardCharsets.UTF_8))
                    .isIn(ANSWERS);
            if (answer.status() == 202) accepted.add(answer);
            if (i == 200) before = Heap.usedByConnectors();
        }

        assertThat(Heap.usedByConnectors() - before).isLessThan(100 << 20);
        accepted.forEach(answer -> assertThat(Calls.job(answer).path("setAside").asInt())
                .as(answer.toString())
                .isZero());
        assertThat(Portal.ok(api.get("/dead-letters")).json().path("items")).isEmpty();
    }

    private byte[] body() {
        ObjectNode project = GOOD.deepCopy();
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) change(project);
        byte[] body = (random.nextInt(8) == 0
                        ? JSON.objectNode().set("projects", JSON.arrayNode().add(project))
                        : project)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(8)) {
            case 0 -> cut(body);
            case 1 -> scribbled(body);
            case 2 -> ("[".repeat(random.nextInt(100_000))).getBytes(StandardCharsets.UTF_8);
            default -> body;
        };
    }

    private static ObjectNode project() {
        Map<String, Object> project = Calls.project("odd@fjord.example");
        project.put("company", Map.of("alias", "birch-bakery"));
        project.put("invite", false);
        project.remove("externalId");
        return new ObjectMapper().valueToTree(project);
    }

    /** Somewhere in it. */
    private void change(JsonNode node) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (object.get(name).isContainerNode() && random.nextBoolean()) {
                change(object.get(name));
            } else {
                switch (random.nextInt(4)) {
                    case 0 -> object.remove(name);
                    case 1 -> object.set(name + "x", odd());
                    default -> object.set(name, odd());
                }
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            int place = random.nextInt(array.size());
            if (array.get(place).isContainerNode() && random.nextBoolean()) change(array.get(place));
            else array.set(place, odd());
        }
    }

    private JsonNode odd() {
        return ODD.get(random.nextInt(ODD.size()));
    }

    private byte[] cut(byte[] body) {
        return Arrays.copyOf(body, random.nextInt(body.length));
    }

    private byte[] scribbled(byte[] body) {
        for (int i = random.nextInt(4); i >= 0; i--) body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        return body;
    }
}
