package dev.clientportal.connectors.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.connectors.jobs.Work;
import dev.clientportal.connectors.portal.PortalApi;
import dev.clientportal.connectors.project.CreateProject;

/**
 * Makes the project with its tasks in the portal, once: under its external id, or under the command's. What it says is only
 * what the command says, so that it is the same when it is said again.
 */
public final class MakeProject {
    private final PortalApi portal;
    private final Json json;

    public MakeProject(PortalApi portal, Json json) {
        this.portal = portal;
        this.json = json;
    }

    public void make(Work work) {
        CreateProject project = work.project();
        ObjectNode wanted = JsonNodeFactory.instance.objectNode();
        wanted.put(
                "externalId",
                project.externalId() == null ? "command:" + work.command().id() : project.externalId());
        wanted.put("company", work.companyId());
        wanted.put("name", project.name());
        if (project.description() != null) wanted.put("description", project.description());
        if (project.template() != null) wanted.put("template", project.template());
        project.contacts().forEach(contact -> wanted.withArray("contacts").add(contact.email()));
        if (!project.tasks().isEmpty()) wanted.set("tasks", json.tree(project.tasks()));
        wanted.put("notify", project.tells());
        work.invited().forEach(email -> wanted.withArray("notTold").add(email));
        JsonNode made = portal.post(work.realm(), "/projects", wanted);
        work.madeProject(made.path("id").asText(), portal.address(work.realm()) + "/c/" + work.companyAlias());
    }
}
