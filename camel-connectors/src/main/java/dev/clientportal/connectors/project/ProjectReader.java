package dev.clientportal.connectors.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.clientportal.connectors.door.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a {@link CreateProject} and holds it to its JSON Schema; what is wrong is said with a pointer to the value. */
public final class ProjectReader {
    private static final String SCHEMA = "/schema/create-project.json";
    private static final int MOST_ERRORS = 50;

    private final ObjectMapper json;
    private final String text;
    private final JsonSchema schema;

    public ProjectReader(ObjectMapper json) {
        this.json = json;
        this.text = schemaText();
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .formatAssertionsEnabled(true)
                .locale(Locale.ENGLISH)
                .build();
        this.schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text, config);
    }

    private static String schemaText() {
        try (InputStream file = ProjectReader.class.getResourceAsStream(SCHEMA)) {
            return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema, as it is published. */
    public String schema() {
        return text;
    }

    /** @throws ProblemException with everything that is wrong */
    public CreateProject read(JsonNode body) {
        List<ProblemException.Error> errors = errors(body, "");
        if (!errors.isEmpty()) throw ProblemException.invalid(errors);
        return convert(body);
    }

    /** @param prefix of the pointers */
    public List<ProblemException.Error> errors(JsonNode body, String prefix) {
        List<ProblemException.Error> errors = new ArrayList<>();
        for (ValidationMessage message : schema.validate(body)) {
            if (errors.size() == MOST_ERRORS) break;
            errors.add(new ProblemException.Error(prefix + message.getInstanceLocation(), said(message)));
        }
        if (errors.isEmpty()) assigneesAreContacts(convert(body), prefix, errors);
        return errors;
    }

    private static String said(ValidationMessage message) {
        String said = message.getMessage();
        int end = said.indexOf(": ");
        return end < 0 ? said : said.substring(end + 2);
    }

    /** With no contacts the tasks are for everybody in the company, and anybody of them may be named. */
    private static void assigneesAreContacts(
            CreateProject project, String prefix, List<ProblemException.Error> errors) {
        if (project.contacts().isEmpty()) return;
        Set<String> known = new HashSet<>();
        project.contacts().forEach(contact -> known.add(contact.email().toLowerCase(Locale.ROOT)));
        for (int task = 0; task < project.tasks().size(); task++) {
            List<String> assignees = project.tasks().get(task).assignees();
            for (int i = 0; assignees != null && i < assignees.size(); i++) {
                if (!known.contains(assignees.get(i).toLowerCase(Locale.ROOT))) {
                    errors.add(new ProblemException.Error(
                            prefix + "/tasks/" + task + "/assignees/" + i, "is not one of the project's contacts"));
                }
            }
        }
    }

    public CreateProject convert(JsonNode body) {
        try {
            return json.treeToValue(body, CreateProject.class);
        } catch (JsonProcessingException e) {
            throw ProblemException.invalid("", "The body is not a project: " + e.getOriginalMessage());
        }
    }

    public String write(CreateProject project) {
        try {
            return json.writeValueAsString(project);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Of a command that was written by {@link #write}. */
    public CreateProject readWritten(String written) {
        try {
            return json.readValue(written, CreateProject.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a project", e);
        }
    }
}
