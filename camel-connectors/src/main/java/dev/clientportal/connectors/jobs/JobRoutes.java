package dev.clientportal.connectors.jobs;

import static dev.clientportal.connectors.door.Role.CREATE_PROJECTS;
import static dev.clientportal.connectors.door.Role.IMPORT_PROJECTS;
import static dev.clientportal.connectors.door.Role.MANAGE_JOBS;

import dev.clientportal.connectors.door.Answers;
import dev.clientportal.connectors.door.Door;
import dev.clientportal.connectors.door.DoorRoutes;

/** How work fares that was accepted, and what was set aside. */
public final class JobRoutes extends DoorRoutes {
    private final Jobs jobs;
    private final DeadLetters letters;

    public JobRoutes(Door door, Answers answers, Jobs jobs, DeadLetters letters) {
        super(door, answers);
        this.jobs = jobs;
        this.letters = letters;
    }

    @Override
    public void configure() {
        answer(get("/jobs", "list-jobs", CREATE_PROJECTS, IMPORT_PROJECTS, MANAGE_JOBS)
                .bean(jobs, "list"));
        answer(get("/jobs/{job}", "read-job", CREATE_PROJECTS, IMPORT_PROJECTS, MANAGE_JOBS)
                .bean(jobs, "read"));
        answer(get("/jobs/{job}/results", "read-results", CREATE_PROJECTS, IMPORT_PROJECTS, MANAGE_JOBS)
                .bean(jobs, "results"));
        answer(post("/jobs/{job}/cancel", "cancel-job", CREATE_PROJECTS, IMPORT_PROJECTS, MANAGE_JOBS)
                .bean(jobs, "cancel"));

        answer(get("/dead-letters", "list-dead-letters", MANAGE_JOBS).bean(letters, "list"));
        answer(get("/dead-letters/{letter}", "read-dead-letter", MANAGE_JOBS).bean(letters, "read"));
        answer(post("/dead-letters/{letter}/replay", "replay-dead-letter", MANAGE_JOBS)
                .bean(letters, "replay"));
    }
}
