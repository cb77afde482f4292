package dev.clientportal.connectors.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.clientportal.connectors.door.ProblemException;
import dev.clientportal.connectors.project.CreateProject.Company;
import dev.clientportal.connectors.project.CreateProject.Contact;
import dev.clientportal.connectors.project.CreateProject.Task;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectReaderTest {
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private final ProjectReader reader = new ProjectReader(json);

    @Test
    void whatIsWrittenIsReadAsTheSame() throws JsonProcessingException {
        CreateProject project = new CreateProject(
                "p-1",
                "Annual report",
                "Line one\nline two",
                "Template",
                new Company("c-1", "birch", "Birch"),
                List.of(new Contact("a@x.example", "Ä", "Ö", "et")),
                List.of(new Task("Sign", "SIGN", null, LocalDate.of(2026, 12, 24), List.of("A@X.example"))),
                false,
                false);

        assertThat(reader.read(json.readTree(reader.write(project)))).isEqualTo(project);
        assertThat(reader.readWritten(reader.write(project))).isEqualTo(project);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/company           | {\"name\":\"x\",\"company\":{\"name\":\"only a name\"}}",
                "/name              | {\"name\":\"a\\nb\",\"company\":{\"alias\":\"a\"}}",
                "/company/alias     | {\"name\":\"x\",\"company\":{\"alias\":\"a b\"}}",
                "/contacts/1/locale | {\"name\":\"x\",\"company\":{\"alias\":\"a\"},\"contacts\":[{\"email\":\"a@b\"},{\"email\":\"c@d\",\"locale\":\"en GB\"}]}",
                "/tasks/0/due       | {\"name\":\"x\",\"company\":{\"alias\":\"a\"},\"tasks\":[{\"title\":\"t\",\"due\":\"2026-02-30\"}]}",
                "/tasks/0/assignees/0 | {\"name\":\"x\",\"company\":{\"alias\":\"a\"},\"contacts\":[{\"email\":\"a@b\"}],\"tasks\":[{\"title\":\"t\",\"assignees\":[\"z@b\"]}]}"
            })
    void whatIsWrongIsPointedAt(String pointer, String body) throws JsonProcessingException {
        assertThat(reader.errors(json.readTree(body), "/projects/3"))
                .extracting(ProblemException.Error::pointer)
                .contains("/projects/3" + pointer);
    }
}
