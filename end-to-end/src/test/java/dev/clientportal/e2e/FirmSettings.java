package dev.clientportal.e2e;

import static dev.clientportal.e2e.Portal.ADMIN;
import static dev.clientportal.e2e.Portal.mia;
import static dev.clientportal.e2e.Portal.ok;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Settings of the firm for the time of a test; closing puts back what was there. */
public final class FirmSettings implements AutoCloseable {
    private static final String PATH = ADMIN + "/firm";

    private final ObjectNode before = read();

    private FirmSettings() {}

    public static FirmSettings with(String name, Object value) {
        FirmSettings settings = new FirmSettings();
        settings.set(name, value);
        return settings;
    }

    public void set(String name, Object value) {
        ObjectNode changed = read();
        changed.setAll((ObjectNode) new ObjectMapper().valueToTree(Map.of(name, value)));
        ok(mia().put(PATH, changed));
    }

    @Override
    public void close() {
        ok(mia().put(PATH, before.deepCopy().set("version", read().get("version"))));
    }

    private static ObjectNode read() {
        return (ObjectNode) ok(mia().get(PATH)).json();
    }
}
