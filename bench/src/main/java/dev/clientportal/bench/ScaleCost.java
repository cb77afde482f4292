package dev.clientportal.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.SearchIndexes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Pages of lists in a realm of 1,000 contacts, and in the same realm when it has a million. */
final class ScaleCost {
    private static final int FEW_COMPANIES = 100;
    private static final int FEW_CONTACTS = 1_000;
    private static final int MANY_COMPANIES = 100_000;
    private static final int MANY_CONTACTS = 1_000_000;
    private static final int TIMES = 60;
    private static final int WARM_UP = 40;

    private final DataSource database;
    private final Api staff = Portal.mia();

    ScaleCost(DataSource database) {
        this.database = database;
    }

    void print() throws SQLException {
        ScaleData data = new ScaleData(database, "northwind", System.out);
        data.fill(FEW_COMPANIES, FEW_CONTACTS);
        Map<String, Figures> few = pages();
        Duration took = data.fill(MANY_COMPANIES, MANY_CONTACTS);
        System.out.printf(
                "%,d companies and %,d contacts written in %d s%n", MANY_COMPANIES, MANY_CONTACTS, took.toSeconds());
        Map<String, Figures> many = pages();
        index();
        Map<String, Figures> indexed = pages();
        few.forEach((name, figures) -> System.out.printf(
                "%s: %s ms for %,d, %s ms for %,d, ratio of the medians %.2f; with indexes for searches %s ms, %.2f%n",
                name,
                figures,
                FEW_CONTACTS,
                many.get(name),
                MANY_CONTACTS,
                many.get(name).median() / figures.median(),
                indexed.get(name),
                indexed.get(name).median() / figures.median()));
    }

    /** As the operator's guide says for firms of this size. */
    private void index() throws SQLException {
        new SearchIndexes(database).create();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("analyze user_entity");
            statement.execute("analyze org");
        }
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
