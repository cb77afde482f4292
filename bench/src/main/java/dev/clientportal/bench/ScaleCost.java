package dev.clientportal.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Portal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Pages of lists in a realm of 1,000 contacts, and in the same realm when it has a million. */
final class ScaleCost {
    private static final int TIMES = 60;
    private static final int WARM_UP = 40;

    private final DataSource database;
    private final Api staff = Portal.mia();

    ScaleCost(DataSource database) {
        this.database = database;
    }

    void print() throws SQLException {
        ScaleData data = new ScaleData(database, "northwind", System.out);
        data.fill(100, 1_000);
        Map<String, Figures> few = pages();
        Duration took = data.fill(100_000, 1_000_000);
        System.out.printf("100,000 companies and 1,000,000 contacts written in %d s%n", took.toSeconds());
        Map<String, Figures> many = pages();
        few.forEach((name, figures) -> System.out.printf(
                "%s: %s ms for 1,000, %s ms for 1,000,000, ratio of the medians %.2f%n",
                name, figures, many.get(name), many.get(name).median() / figures.median()));
    }

    /** How long each kind of page takes, in milliseconds. */
    private Map<String, Figures> pages() {
        String company =
                first("/companies?max=1&search=scale-000050").path("id").asText();
        String cursor = page("/contacts?max=100").path("next").asText();
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("contacts, first page of 100", "/contacts?max=100");
        paths.put("contacts, second page of 100", "/contacts?max=100&after=" + cursor);
        paths.put("contacts, search by address", "/contacts?max=100&search=scale.0000077");
        paths.put("contacts, search by last name", "/contacts?max=100&search=Scale%20777");
        paths.put("contacts, blocked ones", "/contacts?max=100&state=BLOCKED");
        paths.put("contacts of one company", "/companies/" + company + "/contacts?max=100");
        paths.put("companies, first page of 100", "/companies?max=100");
        paths.put("companies, search", "/companies?max=100&search=Scale%200000");
        Map<String, Figures> took = new LinkedHashMap<>();
        paths.forEach((name, path) -> took.put(name, times(() -> page(path))));
        return took;
    }

    private static Figures times(Runnable work) {
        Figures figures = new Figures();
        for (int i = 0; i < WARM_UP + TIMES; i++) {
            long begun = System.nanoTime();
            work.run();
            if (i >= WARM_UP) figures.add((System.nanoTime() - begun) / 1e6);
        }
        return figures;
    }

    private JsonNode first(String path) {
        return page(path).path("items").path(0);
    }

    private JsonNode page(String path) {
        return Portal.ok(staff.get(Portal.ADMIN + path)).json();
    }
}
