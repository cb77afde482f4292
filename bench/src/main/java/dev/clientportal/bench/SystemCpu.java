package dev.clientportal.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What each part of the system that runs as a process of its own spent since this was made; "bench" is the caller itself. The
 * embedded PostgreSQL is no child of anybody, and not in it.
 */
final class SystemCpu {
    private final Map<String, Long> before = now();

    /** Milliseconds: "keycloak 3.21, portal 0.80, ...". */
    String perRow(int rows) {
        return now().entrySet().stream()
                .map(part -> String.format(
                        Locale.ROOT,
                        "%s %.2f",
                        part.getKey(),
                        (part.getValue() - before.getOrDefault(part.getKey(), 0L)) / 1e6 / rows))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Long> now() {
        Map<String, Long> spent = new LinkedHashMap<>();
        spent.put("bench", nanos(ProcessHandle.current()));
        ProcessHandle.current().descendants().forEach(part -> spent.merge(name(part), nanos(part), Long::sum));
        return spent;
    }

    private static String name(ProcessHandle part) {
        String line = part.info().commandLine().orElse("");
        if (line.contains("connectors.jar")) return "connectors";
        if (line.contains("kc.home.dir")) return "keycloak";
        if (line.contains("quarkus-run.jar")) return "portal";
        return "others";
    }

    private static long nanos(ProcessHandle part) {
        return part.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }
}
