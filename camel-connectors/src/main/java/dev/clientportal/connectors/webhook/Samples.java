package dev.clientportal.connectors.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clientportal.connectors.door.Answer;
import dev.clientportal.connectors.project.CreateProject;
import dev.clientportal.connectors.project.CreateProject.Company;
import dev.clientportal.connectors.project.CreateProject.Contact;
import dev.clientportal.connectors.project.CreateProject.Task;
import dev.clientportal.connectors.project.ProjectReader;
import java.time.LocalDate;
import java.util.List;

/** What tools show while somebody fills in a form: always the same, and it could be sent as it is. */
public final class Samples {
    private final ProjectReader reader;
    private final ObjectMapper json;

    public Samples(ProjectReader reader, ObjectMapper json) {
        this.reader = reader;
        this.json = json;
    }

    public Answer project() {
        return Answer.ok(reader.write(new CreateProject(
                "sample-project-1",
                "Annual report 2026",
                "What we need from you this year.",
                null,
                new Company("sample-company-1", null, "Sample Bakery OÜ"),
                List.of(new Contact("kati.sample@example.com", "Kati", "Sample", "et")),
                List.of(new Task("Send the bank statements", "UPLOAD", null, LocalDate.of(2026, 12, 24), null)),
                true,
                true)));
    }

    public Answer schema() throws JsonProcessingException {
        return Answer.ok(json.readTree(reader.schema())).with("Content-Type", "application/schema+json");
    }
}
