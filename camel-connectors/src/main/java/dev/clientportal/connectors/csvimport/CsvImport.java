package dev.clientportal.connectors.csvimport;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clientportal.connectors.door.Answers;
import dev.clientportal.connectors.door.Door;
import dev.clientportal.connectors.door.JsonBody;
import dev.clientportal.connectors.jobs.CommandStore;
import dev.clientportal.connectors.jobs.Feeder;
import dev.clientportal.connectors.jobs.Filling;
import dev.clientportal.connectors.jobs.JobStore;
import dev.clientportal.connectors.jobs.Jobs;
import dev.clientportal.connectors.keycloak.KeycloakAdmin;
import dev.clientportal.connectors.portal.PortalApi;
import dev.clientportal.connectors.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.camel.RoutesBuilder;
import org.jdbi.v3.core.Jdbi;

/** The import of CSV files, put together. */
public final class CsvImport {
    private final List<RoutesBuilder> routes;

    /** What it takes from its neighbours. */
    public record Neighbours(
            Jdbi jdbi,
            Clock clock,
            ObjectMapper json,
            JsonBody bodies,
            Door door,
            Answers answers,
            JobStore jobStore,
            CommandStore commands,
            Jobs jobs,
            Feeder feeder,
            KeycloakAdmin keycloak,
            PortalApi portal) {}

    public CsvImport(Settings settings, Neighbours with) {
        ImportStore store = new ImportStore(with.jdbi, with.clock);
        ImportFiles files = new ImportFiles(store, with.commands, with.json, settings.get(Settings.MAX_ROWS));
        ImportView view = new ImportView(with.jobStore, with.jobs, with.json, with.clock, settings.publicUrl());
        ImportWaiting waiting = new ImportWaiting(store, settings.get(Settings.ANSWER_WITHIN));
        Uploads uploads = new Uploads(store, settings.get(Settings.MAX_FILE));
        ImportWorker worker = new ImportWorker(
                store,
                files,
                new LiveDirectory(with.keycloak, with.portal),
                new Filling(with.jdbi, with.clock, with.jobStore, with.commands),
                one -> with.jobStore.find(one.realm(), one.jobId()).ifPresent(with.feeder::feedSoon),
                with.json,
                with.clock);
        ImportRoutes imports = new ImportRoutes(
                with.door,
                with.answers,
                new UploadCalls(uploads, waiting, view, with.clock),
                new ImportCalls(store, files, view, waiting, with.jobs, with.bodies),
                worker,
                new OldImports(store, with.clock, settings.get(Settings.KEEP)));
        Inbox.Parts parts = new Inbox.Parts(uploads, store, files, with.jobStore, with.json, with.clock);
        this.routes = settings.has(Settings.IMPORTS)
                ? List.of(imports, new InboxRoutes(inboxes(settings, parts)))
                : List.of(imports);
    }

    private static List<Inbox> inboxes(Settings settings, Inbox.Parts parts) {
        Path folder = Path.of(settings.get(Settings.IMPORTS)).toAbsolutePath();
        return settings.get(Settings.REALMS).stream()
                .map(realm -> new Inbox(realm, folder.resolve(realm), parts))
                .toList();
    }

    public List<RoutesBuilder> routes() {
        return routes;
    }
}
