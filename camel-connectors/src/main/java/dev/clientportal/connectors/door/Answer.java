package dev.clientportal.connectors.door;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a caller gets.
 *
 * @param body written as JSON; text and streams as they are; or null
 */
public record Answer(int status, Map<String, String> headers, Object body) {
    public static Answer ok(Object body) {
        return new Answer(200, Map.of(), body);
    }

    public static Answer of(int status, Object body) {
        return new Answer(status, Map.of(), body);
    }

    public Answer with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Answer(status, all, body);
    }
}
