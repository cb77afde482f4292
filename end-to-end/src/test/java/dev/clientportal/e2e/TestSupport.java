package dev.clientportal.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The calls of the test-support jar. */
public final class TestSupport {
    private static final String PATH = "/realms/northwind/client-portal-test";
    private static final Api API = Api.anonymous();

    private TestSupport() {}

    /** Moves Keycloak's clock; reset it in {@code @AfterEach}. */
    public static void moveClock(Duration ahead) {
        ok(API.post(PATH + "/time-offset", Map.of("seconds", ahead.toSeconds())));
    }

    public static void resetClock() {
        ok(API.delete(PATH + "/time-offset"));
    }

    /** Milliseconds on Keycloak's clock. */
    static long now() {
        return System.currentTimeMillis()
                + ok(API.get(PATH + "/time-offset")).path("seconds").asLong() * 1000;
    }

    /** The SQL statements of the requests that the call makes, in order. */
    public static List<String> statements(Runnable call) {
        Answer kept = API.post(PATH + "/statements");
        if (kept.status() != 204) throw new AssertionError(kept.body());
        call.run();
        return Facts.list(ok(API.get(PATH + "/statements"))).stream()
                .map(JsonNode::asText)
                .toList();
    }

    /** Runs now what a timer of the server would run later. */
    public static void runTimer(String name) {
        Portal.ok(API.post(PATH + "/timers/" + name));
    }

    /** From now on only {@link #runTimer} runs it; resume it in {@code @AfterEach}. */
    public static void pauseTimer(String name) {
        Portal.ok(API.delete(PATH + "/timers/" + name));
    }

    public static void resumeTimer(String name) {
        Portal.ok(API.put(PATH + "/timers/" + name, Map.of()));
    }

    /** Runs the clean-up to its end; returns how many rows it removed. */
    public static int cleanUp() {
        return ok(API.post(PATH + "/clean-up")).path("removed").asInt();
    }

    public static JsonNode select(String sql) {
        return ok(API.postText(PATH + "/sql", sql));
    }

    public static Duration cpuTime() {
        return Duration.ofNanos(ok(API.get(PATH + "/cpu")).path("nanos").asLong());
    }

    /** Of the server's threads whose names begin so. */
    public static Duration cpuTimeOf(String threads) {
        return Duration.ofNanos(
                ok(API.get(PATH + "/cpu/" + threads)).path("nanos").asLong());
    }

    private static JsonNode ok(Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return answer.json();
    }
}
