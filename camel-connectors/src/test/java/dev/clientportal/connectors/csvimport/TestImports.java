package dev.clientportal.connectors.csvimport;

import dev.clientportal.connectors.csvimport.Import.State;
import dev.clientportal.connectors.jobs.CommandStore;
import dev.clientportal.connectors.jobs.Filling;
import dev.clientportal.connectors.jobs.JobStore;
import dev.clientportal.connectors.project.ProjectReader;
import dev.clientportal.connectors.settings.Settings;
import dev.clientportal.connectors.storage.Database;
import dev.clientportal.connectors.upstream.Trace;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Imports in a real database, at a time that a test tells. */
final class TestImports implements AutoCloseable {
    static final String HEADER = "company_id,company_name,project_id,project_name,email\n";

    final KnownPeople known = new KnownPeople();
    final Later clock = new Later();
    final ImportStore store;
    final ImportFiles files;
    final JobStore jobs;
    final CommandStore commands;
    final Filling filling;
    final Uploads uploads;
    /** The jobs whose commands can go onto the queue, as workers told. */
    final List<String> toFeed = new ArrayList<>();

    private final Database database;

    TestImports(Path data) {
        database = new Database(settings(data));
        store = new ImportStore(database.jdbi(), clock);
        jobs = new JobStore(database.jdbi(), clock);
        commands = new CommandStore(database.jdbi(), clock, jobs, new ProjectReader(ProjectMakerTest.JSON));
        files = new ImportFiles(store, commands, ProjectMakerTest.JSON, 1_000_000);
        filling = new Filling(database.jdbi(), clock, jobs, commands);
        uploads = new Uploads(store, 10_000_000);
    }

    static String rows(int count) {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < count; i++) rows.append("1,Elm,P%d,Tax,a%d@x.ee\n".formatted(i, i));
        return rows.toString();
    }

    Import begun(boolean atOnce) {
        return new Import(
                UUID.randomUUID().toString(),
                "firm",
                "automation",
                "a.csv",
                null,
                null,
                atOnce,
                State.UPLOADING,
                0,
                null,
                0,
                0,
                null,
                null,
                null,
                null,
                Trace.traceparent(),
                0,
                clock.millis());
    }

    Import upload(String text, boolean atOnce) {
        Import begun = begun(atOnce);
        uploads.take(begun, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return begun;
    }

    Import find(Import one) {
        return store.find("firm", one.id()).orElseThrow();
    }

    /** A node that works on imports. */
    ImportWorker worker(Directory directory) {
        return new ImportWorker(
                store, files, directory, filling, one -> toFeed.add(one.jobId()), ProjectMakerTest.JSON, clock);
    }

    @Override
    public void close() {
        database.close();
    }

    private static Settings settings(Path data) {
        Map<String, String> given = Map.of(
                "client-portal.connectors.realms", "firm",
                "client-portal.connectors.keycloak-url", "http://localhost",
                "client-portal.connectors.portal-url", "http://localhost",
                "client-portal.connectors.client-secret", "secret",
                "client-portal.connectors.data", data.toString());
        return Settings.read(given::get, none -> null);
    }

    /** A clock that a test moves. */
    static final class Later extends Clock {
        private long millis = 1_800_000_000_000L;

        void pass(long some) {
            millis += some;
        }

        @Override
        public long millis() {
            return millis;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
