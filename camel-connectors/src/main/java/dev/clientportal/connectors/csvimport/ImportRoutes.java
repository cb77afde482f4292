package dev.clientportal.connectors.csvimport;

import static dev.clientportal.connectors.door.Role.IMPORT_PROJECTS;
import static dev.clientportal.connectors.door.Role.MANAGE_JOBS;

import dev.clientportal.connectors.door.Answers;
import dev.clientportal.connectors.door.Door;
import dev.clientportal.connectors.door.DoorRoutes;

/** CSV files: sent, planned, committed, and followed. */
final class ImportRoutes extends DoorRoutes {
    private static final int AT_ONCE = 2;
    private static final long LOOK_MILLIS = 200;
    private static final long HOUR_MILLIS = 3_600_000;

    private final UploadCalls uploads;
    private final ImportCalls imports;
    private final ImportWorker worker;
    private final OldImports old;

    ImportRoutes(
            Door door, Answers answers, UploadCalls uploads, ImportCalls imports, ImportWorker worker, OldImports old) {
        super(door, answers);
        this.uploads = uploads;
        this.imports = imports;
        this.worker = worker;
        this.old = old;
    }

    @Override
    public void configure() {
        answer(get("/imports/template.csv", "import-template").bean(imports, "template"));
        answer(post("/imports", "upload-import", IMPORT_PROJECTS).bean(uploads, "upload"));
        answer(get("/imports", "list-imports", IMPORT_PROJECTS, MANAGE_JOBS).bean(imports, "list"));
        answer(get("/imports/{import}", "read-import", IMPORT_PROJECTS, MANAGE_JOBS)
                .bean(imports, "read"));
        answer(postJson("/imports/{import}/commit", "commit-import", IMPORT_PROJECTS)
                .bean(imports, "commit"));
        answer(post("/imports/{import}/cancel", "cancel-import", IMPORT_PROJECTS, MANAGE_JOBS)
                .bean(imports, "cancel"));
        answer(get("/imports/{import}/errors.csv", "import-errors", IMPORT_PROJECTS, MANAGE_JOBS)
                .bean(imports, "errors"));
        answer(get("/imports/{import}/rows", "import-rows", IMPORT_PROJECTS, MANAGE_JOBS)
                .bean(imports, "rows"));
        answer(get("/imports/{import}/events", "import-events", IMPORT_PROJECTS, MANAGE_JOBS)
                .bean(imports, "events"));

        for (int i = 1; i <= AT_ONCE; i++) {
            from(timer("imports-" + i).period(LOOK_MILLIS))
                    .routeId("work-on-imports-" + i)
                    .bean(worker, "work");
        }
        from(timer("old-imports").period(HOUR_MILLIS))
                .routeId("forget-old-imports")
                .bean(old, "forget");
    }
}
