package dev.clientportal.connectors.webhook;

import static dev.clientportal.connectors.door.Role.CREATE_PROJECTS;
import static dev.clientportal.connectors.door.Role.IMPORT_PROJECTS;
import static dev.clientportal.connectors.door.Role.MANAGE_ACCESS;

import dev.clientportal.connectors.door.Answers;
import dev.clientportal.connectors.door.Door;
import dev.clientportal.connectors.door.DoorRoutes;

/** What other systems call. */
public final class WebhookRoutes extends DoorRoutes {
    private final ProjectCalls projects;
    private final AccessCalls access;
    private final Samples samples;

    public WebhookRoutes(Door door, Answers answers, ProjectCalls projects, AccessCalls access, Samples samples) {
        super(door, answers);
        this.projects = projects;
        this.access = access;
        this.samples = samples;
    }

    @Override
    public void configure() {
        answer(postJson("/projects", "create-project-webhook", CREATE_PROJECTS).bean(projects, "one"));
        answer(postJson("/projects/bulk", "create-projects-webhook", CREATE_PROJECTS)
                .bean(projects, "many"));
        answer(get("/projects/sample", "sample-project", CREATE_PROJECTS, IMPORT_PROJECTS)
                .bean(samples, "project"));
        answer(get("/projects/schema", "project-schema", CREATE_PROJECTS, IMPORT_PROJECTS)
                .bean(samples, "schema"));

        answer(postJson("/companies/{key}/portal", "switch-portal", MANAGE_ACCESS)
                .bean(access, "portal"));
        answer(postJson("/companies/{key}/contacts", "change-contact", MANAGE_ACCESS)
                .bean(access, "contact"));

        answer(get("/me", "who-am-i").bean(access, "me"));
        answer(get("/templates", "list-templates", CREATE_PROJECTS, IMPORT_PROJECTS)
                .bean(access, "templates"));
        answer(get("/companies", "list-companies", CREATE_PROJECTS, IMPORT_PROJECTS, MANAGE_ACCESS)
                .bean(access, "companies"));
    }
}
