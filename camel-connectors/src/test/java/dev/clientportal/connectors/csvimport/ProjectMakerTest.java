package dev.clientportal.connectors.csvimport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.clientportal.connectors.project.CreateProject;
import dev.clientportal.connectors.project.CreateProject.Contact;
import dev.clientportal.connectors.project.ProjectReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("D1")
@Tag("D2")
class ProjectMakerTest {
    static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final String HEADER = CsvFiles.HEADER + "\n";

    @Test
    void templateIsAFileOfOneProject() throws Exception {
        List<PlannedProject> projects = CsvFiles.projects(Template.text());
        assertThat(projects).hasSize(1);
        CreateProject project = projects.get(0).project();
        assertThat(project.contacts()).extracting(Contact::firstName).containsExactly("Mari", "Jaan");
        assertThat(project.tasks()).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo("UPLOAD");
            assertThat(task.due()).isEqualTo(LocalDate.of(2027, 1, 31));
            assertThat(task.assignees()).containsExactly("mari@example.com");
        });
        assertThat(new ProjectReader(JSON).errors(JSON.valueToTree(project), ""))
                .isEmpty();
    }

    @Nested
    class Groups {
        @Test
        void rowsOfOneProjectIdAreOneProjectOfAnyNumberOfContacts() throws Exception {
            List<PlannedProject> projects = CsvFiles.projects(
                    HEADER + "1,Elm,P1,Tax,a@x.ee,A\n1,,P1,,b@x.ee,B\n,,P1,,c@x.ee,C\n1,Elm,P2,Tax,a@x.ee,A\n");
            assertThat(projects).extracting(p -> p.project().contacts().size()).containsExactly(3, 1);
            assertThat(projects.get(0).project().company().externalId()).isEqualTo("1");
        }

        @Test
        void withoutIdsCompanyAndNameTell() throws Exception {
            List<PlannedProject> projects =
                    CsvFiles.projects(HEADER + "1,Elm,,Tax,a@x.ee,\n1,Elm,,Tax,b@x.ee,\n2,Oak,,Tax,c@x.ee,\n");
            assertThat(projects).extracting(p -> p.project().contacts().size()).containsExactly(2, 1);
        }

        @Test
        void projectInTwoPlacesIsLeftOutAsAWhole() throws Exception {
            List<PlannedProject> projects =
                    CsvFiles.projects(HEADER + "1,,P1,Tax,a@x.ee,\n1,,P2,Tax,a@x.ee,\n1,,P1,Tax,b@x.ee,\n");
            assertThat(projects).extracting(PlannedProject::isGood).containsExactly(false, true, false);
            assertThat(projects.get(2).errors()).singleElement().satisfies(error -> {
                assertThat(error.line()).isEqualTo(4);
                assertThat(error.column()).isEqualTo("project_id");
                assertThat(error.value()).isEqualTo("P1");
                assertThat(error.hint()).contains("Sort the file by project_id");
            });
        }

        @Test
        void projectOfTooManyRowsIsLeftOutAsAWhole() throws Exception {
            StringBuilder file = new StringBuilder(HEADER);
            for (int i = 0; i < 4500; i++) file.append("1,,P1,Tax,a").append(i).append("@x.ee,\n");
            file.append("1,,P2,Tax,a@x.ee,\n");
            assertThat(CsvFiles.projects(file.toString()))
                    .extracting(PlannedProject::isGood)
                    .containsExactly(false, false, false, true);
        }

        @Test
        void rowsOfOneProjectThatContradictEachOtherAreNamed() throws Exception {
            RowError error = error(HEADER + "1,,P1,Tax,a@x.ee,\n1,,P1,Taxes,b@x.ee,\n");
            assertThat(error.line()).isEqualTo(3);
            assertThat(error.column()).isEqualTo("project_name");
            assertThat(error.value()).isEqualTo("Taxes");
            assertThat(error.detail()).contains("line 2");
        }

        @Test
        void repeatedContactsAreCountedAndTakenOnce() throws Exception {
            PlannedProject project = CsvFiles.projects(HEADER + "1,,P1,Tax,a@x.ee,\n1,,P1,Tax,A@X.ee,Mari\n")
                    .get(0);
            assertThat(project.repeated()).isEqualTo(1);
            assertThat(project.project().contacts()).containsExactly(new Contact("a@x.ee", "Mari", null, null));
        }
    }

    @Nested
    class Tasks {
        private static final String TASKS = "company_id,project_name,email,task,task_kind,task_due\n";

        @Test
        void oneTitleIsOneTaskForTheContactsBesideIt() throws Exception {
            CreateProject project = CsvFiles.projects(TASKS + "1,Tax,a@x.ee,Sign,sign,31.1.2027\n1,Tax,b@x.ee,Sign,,\n"
                            + "1,Tax,b@x.ee,Send,upload,\n1,Tax,,Read,,\n")
                    .get(0)
                    .project();
            assertThat(project.contacts()).hasSize(2);
            assertThat(project.tasks()).extracting(CreateProject.Task::title).containsExactly("Sign", "Send", "Read");
            assertThat(project.tasks().get(0).assignees()).containsExactly("a@x.ee", "b@x.ee");
            assertThat(project.tasks().get(2).assignees()).isNull();
        }

        @ParameterizedTest
        @CsvSource({"30.11.2026,true", "2026-1-5,true", "3/4/2026,false", "31.2.2026,false", "soon,false"})
        void datesAreReadWhereTheyCanMeanOneDayOnly(String date, boolean good) throws Exception {
            assertThat(CsvFiles.projects(TASKS + "1,Tax,a@x.ee,Sign,," + date + "\n")
                            .get(0)
                            .isGood())
                    .isEqualTo(good);
        }

        @Test
        void detailsWithoutATaskAreNamed() throws Exception {
            assertThat(error(TASKS + "1,Tax,a@x.ee,,sign,\n").column()).isEqualTo("task_kind");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mari",
                "mari@",
                "@x.ee",
                "mari@x@y.ee",
                "Mari <mari@x.ee>",
                "mari@x.ee; jaan@x.ee",
                "a..b@x.ee",
                "a@x..ee",
                "mari@x,ee",
                "a b@x.ee"
            })
    void addressesThatAreNoneAreNamed(String address) throws Exception {
        RowError error = error("company_id;project_name;E-post\n1;Tax;\"" + address + "\"\n");
        assertThat(error.column()).isEqualTo("E-post");
        assertThat(error.value()).isEqualTo(address);
        assertThat(error.hint()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mari@x.ee", "o'brien+tax@mail.example.co.uk", "jüri@õun.ee", " mari@x.ee\u00a0"})
    void addressesArePlainlyRead(String address) throws Exception {
        assertThat(CsvFiles.projects("company_id;project_name;E-post\n1;Tax;" + address + "\n")
                        .get(0)
                        .isGood())
                .isTrue();
    }

    @Test
    void valuesThatTheSchemaWouldRefuseAreNamedByTheirCell() throws Exception {
        assertThat(error(HEADER + "1,,P1," + "x".repeat(201) + ",a@x.ee,\n").column())
                .isEqualTo("project_name");
        assertThat(error(HEADER + "1,,P1,\"Tax\nreport\",a@x.ee,\n").column()).isEqualTo("project_name");
        assertThat(error(HEADER + ",,P1,Tax,a@x.ee,\n").column()).isEqualTo("company_id");
        assertThat(error(HEADER + "1,,P1,Tax,,Mari\n").column()).isEqualTo("email");
        assertThat(error(HEADER + "1,,P1,Tax,a@x.ee,Mari,more\n").value()).isEqualTo("more");
    }

    @Test
    void choicesHoldForTheProject() throws Exception {
        CreateProject project = CsvFiles.projects(
                        "company_id,project_name,email,invite,notify\n1,Tax,a@x.ee,ei,Yes\n1,Tax,b@x.ee,,\n")
                .get(0)
                .project();
        assertThat(project.invites()).isFalse();
        assertThat(project.tells()).isTrue();
        assertThat(error("company_id,project_name,invite\n1,Tax,maybe\n").column())
                .isEqualTo("invite");
    }

    private static RowError error(String file) throws Exception {
        List<RowError> errors = CsvFiles.projects(file).stream()
                .flatMap(p -> p.errors().stream())
                .toList();
        assertThat(errors).hasSize(1);
        return errors.get(0);
    }
}
