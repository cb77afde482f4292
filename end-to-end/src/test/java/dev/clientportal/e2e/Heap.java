package dev.clientportal.e2e;

/** The memory of the connectors, as their metrics tell it. */
public final class Heap {
    private Heap() {}

    /** In bytes; after a collection, as far as they know of one. */
    public static double usedByConnectors() {
        String metrics = new Http().get(Stack.local().connectorsMetricsUrl()).body();
        return metrics.lines()
                .filter(line -> line.startsWith("jvm_gc_live_data_size_bytes")
                        || line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
