package dev.clientportal.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.TestSupport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Rows a second of an import by the connectors, from sending the file until the last project is done, beside those of
 * {@link PlainLoop}. They take turns, and have to leave the same behind in Keycloak.
 */
final class ImportCost {
    /** While the code is still being compiled the ratio is mostly lower. */
    private static final int WARM_UP = 14;

    private static final int ROUNDS = 5;
    private static final int COMPANIES = 100;
    private static final int CONTACTS = 10;
    private static final long LOOK_MILLIS = 200;

    /** What has to be the same after both, counted in the realm's database. */
    private static final Map<String, String> STATE = Map.of(
            "companies", "ORG",
            "open companies", "CP_COMPANY WHERE ACTIVE = TRUE",
            "users", "USER_ENTITY WHERE ENABLED = TRUE AND EMAIL IS NOT NULL AND FIRST_NAME IS NOT NULL",
            "members", "USER_GROUP_MEMBERSHIP WHERE MEMBERSHIP_TYPE = 'UNMANAGED'",
            "access", "CP_CONTACT WHERE STATE = 'ENABLED' AND SILENT = TRUE",
            "access log", "CP_ACCESS_LOG WHERE ACT = 'ENABLED'",
            "mails", "CP_MAIL");

    private final Path directory;
    private final PlainLoop loop = new PlainLoop();
    private final FileImport imports = new FileImport(LOOK_MILLIS);
    private final Figures loopRate = new Figures();
    private final Figures keycloakRate = new Figures();
    private final Figures importRate = new Figures();
    private final Figures planning = new Figures();

    ImportCost(Path directory) {
        this.directory = directory;
    }

    void print() throws InterruptedException {
        Figures ratio = new Figures();
        Figures withoutOurs = new Figures();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            boolean counts = round >= WARM_UP;
            double looped = 0;
            double keycloak = 0;
            double imported = 0;
            for (int turn = 0; turn < 2; turn++) {
                ImportRows rows = new ImportRows(UUID.randomUUID().toString().substring(0, 8), COMPANIES, CONTACTS);
                Map<String, Long> before = state();
                SystemCpu cpu = new SystemCpu();
                boolean loops = (round + turn) % 2 == 0;
                if (loops) {
                    long oursBefore = loop.ours();
                    looped = seconds(() -> loop.run(rows));
                    keycloak = looped - (loop.ours() - oursBefore) / 1e9;
                } else {
                    Path file = rows.write(directory.resolve(rows.key() + ".csv"));
                    imported = imported(file, rows, counts);
                }
                System.out.printf(
                        "  CPU of a row in ms, %s: %s%n", loops ? "loop" : "import", cpu.perRow(rows.count()));
                requireAll(before, rows);
            }
            System.out.printf(
                    "Round %d: the loop %.1f s (Keycloak's own calls %.1f s), the import %.1f s%n",
                    round, looped, keycloak, imported);
            if (!counts) continue;
            loopRate.add(COMPANIES * CONTACTS / looped);
            keycloakRate.add(COMPANIES * CONTACTS / keycloak);
            importRate.add(COMPANIES * CONTACTS / imported);
            ratio.add(looped / imported);
            withoutOurs.add(keycloak / imported);
        }
        System.out.println("Rows a second, the plain loop: " + loopRate);
        System.out.println("Rows a second, its calls of Keycloak alone: " + keycloakRate);
        System.out.println("Rows a second, the import with projects: " + importRate);
        System.out.println("Seconds of the import until the plan: " + planning);
        System.out.println("Import / plain loop: " + ratio);
        System.out.println("Import / its calls of Keycloak alone: " + withoutOurs);
    }

    /** In seconds. To ask often whether it is done would slow it down, so it says itself when it was. */
    private double imported(Path file, ImportRows rows, boolean counts) throws InterruptedException {
        long start = System.currentTimeMillis();
        JsonNode planned = imports.plan(file);
        if (counts) planning.add((System.currentTimeMillis() - start) / 1e3);
        JsonNode done = imports.commit(planned);
        if (done.at("/job/done").asInt() != rows.companies()) throw new IllegalStateException(done.toString());
        return (done.at("/job/finishedAt").asLong() - start) / 1e3;
    }

    private static Map<String, Long> state() {
        Map<String, Long> state = new LinkedHashMap<>();
        STATE.forEach((name, rows) -> state.put(
                name,
                TestSupport.select("SELECT COUNT(*) AS many FROM " + rows)
                        .at("/0/many")
                        .asLong()));
        return state;
    }

    private static void requireAll(Map<String, Long> before, ImportRows rows) {
        Map<String, Long> wanted = new LinkedHashMap<>(before);
        for (String name : new String[] {"companies", "open companies"})
            wanted.merge(name, (long) rows.companies(), Long::sum);
        for (String name : new String[] {"users", "members", "access", "access log"}) {
            wanted.merge(name, (long) rows.count(), Long::sum);
        }
        Map<String, Long> now = state();
        if (!now.equals(wanted)) throw new IllegalStateException("Is " + now + " and should be " + wanted);
    }

    private static double seconds(Cpu.Work work) throws InterruptedException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
