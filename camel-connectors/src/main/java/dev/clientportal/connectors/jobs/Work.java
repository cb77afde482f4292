package dev.clientportal.connectors.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.connectors.project.CreateProject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A command while it is worked on, and what its steps found so far. */
public final class Work {
    /** Commands that wait for a consumer. */
    public static final String QUEUE = "client-portal.create-project";
    /** Where the broker puts what it delivered too often. */
    public static final String DEAD = "client-portal.create-project.dead";
    /** The realm, as a property of a message. */
    public static final String REALM = "realm";
    /** The command's id, as a property of a message. */
    public static final String COMMAND = "commandId";

    private final Command command;
    private final CreateProject project;
    private final Map<String, ObjectNode> contacts = new LinkedHashMap<>();
    private List<String> invited = List.of();
    private final ObjectNode result = JsonNodeFactory.instance.objectNode();

    public Work(Command command, CreateProject project) {
        this.command = command;
        this.project = project;
    }

    public Command command() {
        return command;
    }

    public String realm() {
        return command.realm();
    }

    public CreateProject project() {
        return project;
    }

    /** The id of the company's organization. */
    public String companyId() {
        return result.path("company").path("id").asText();
    }

    public void foundCompany(JsonNode company) {
        ObjectNode told = result.putObject("company");
        told.put("id", company.path("id").asText());
        told.put("alias", company.path("alias").asText());
        told.put("name", company.path("name").asText());
    }

    /** @param outcome as Keycloak told it: its {@code userId} is missing for one that could not be added */
    public void foundContact(String email, JsonNode outcome) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("email", email);
        if (outcome.hasNonNull("userId")) told.put("id", outcome.path("userId").asText());
        told.put("outcome", outcome.path("outcome").asText());
        if (outcome.hasNonNull("detail"))
            told.put("detail", outcome.path("detail").asText());
        contacts.put(email, told);
    }

    public String companyAlias() {
        return result.path("company").path("alias").asText();
    }

    public void invites(List<String> emails) {
        invited = List.copyOf(emails);
    }

    /** The addresses of those whom it invites. */
    public List<String> invited() {
        return invited;
    }

    /** What is known of each contact, by address. */
    public Map<String, ObjectNode> contacts() {
        return contacts;
    }

    public void madeProject(String id, String address) {
        ObjectNode told = result.putObject("project");
        told.put("id", id);
        if (project.externalId() != null) told.put("externalId", project.externalId());
        told.put("url", address);
    }

    /** What the caller is told. */
    public ObjectNode result() {
        ArrayNode told = result.putArray("contacts");
        contacts.values().forEach(told::add);
        return result;
    }
}
