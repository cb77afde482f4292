package dev.clientportal.connectors.csvimport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.connectors.csvimport.Plan.Companies;
import dev.clientportal.connectors.csvimport.Plan.Contacts;
import dev.clientportal.connectors.csvimport.Plan.Mails;
import dev.clientportal.connectors.csvimport.Plan.Projects;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D2")
class PlannerTest {
    private static final String HEADER = "company_id,company_name,project_id,project_name,email,task,invite,colour\n";

    private final KnownPeople known = new KnownPeople();
    private final List<RowError> refused = new ArrayList<>();

    @Test
    void everythingIsNewToAnEmptyFirm() throws Exception {
        Plan plan = plan("1,Elm,P1,Tax,a@x.ee,Send,,\n1,Elm,P1,Tax,b@x.ee,,,\n2,Oak,P2,Tax,a@x.ee,Send,,red\n");
        assertThat(plan.rows()).isEqualTo(3);
        assertThat(plan.projects()).isEqualTo(new Projects(2, 0, 0));
        assertThat(plan.companies()).isEqualTo(new Companies(2, 0));
        assertThat(plan.contacts()).isEqualTo(new Contacts(2, 1, 0, 0));
        assertThat(plan.mails()).isEqualTo(new Mails(3, 0));
        assertThat(plan.warnings()).singleElement().asString().contains("colour");
    }

    @Test
    void whoIsThereIsToldApart() throws Exception {
        known.company("id:1")
                .contact("id:1", "in@x.ee", "ENABLED", true, true)
                .contact("id:1", "waits@x.ee", "ENABLED", true, false)
                .contact("id:1", "new@x.ee", "NONE", false, false)
                .contact("id:1", "out@x.ee", "BLOCKED", true, true)
                .person("other@x.ee")
                .project("P0");
        Plan plan = plan("""
                1,,P0,Old,in@x.ee,Send,,
                1,,P1,Tax,in@x.ee,Send,,
                1,,P1,Tax,waits@x.ee,,,
                1,,P1,Tax,new@x.ee,,,
                1,,P1,Tax,out@x.ee,Send,,
                1,,P1,Tax,other@x.ee,Send,,
                """);
        assertThat(plan.projects()).isEqualTo(new Projects(1, 1, 0));
        assertThat(plan.companies()).isEqualTo(new Companies(0, 1));
        assertThat(plan.contacts()).isEqualTo(new Contacts(0, 1, 3, 1));
        assertThat(plan.mails()).isEqualTo(new Mails(2, 1));
    }

    @Test
    void silentProjectsInviteNobody() throws Exception {
        assertThat(plan("1,Elm,P1,Tax,a@x.ee,Send,no,\n").mails().invitations()).isZero();
    }

    @Test
    void companyThatIsNotThereNeedsAName() throws Exception {
        known.company("id:1");
        Plan plan = plan("1,,P1,Tax,a@x.ee,,,\n2,,P2,Tax,a@x.ee,,,\n");
        assertThat(plan.projects()).isEqualTo(new Projects(1, 0, 1));
        assertThat(plan.errors()).isEqualTo(refused).singleElement().satisfies(error -> {
            assertThat(error.line()).isEqualTo(3);
            assertThat(error.column()).isEqualTo("company_name");
            assertThat(error.detail()).contains("2");
        });
    }

    @Test
    void hashIsOfTheFileAndOfWhatWouldHappen() throws Exception {
        String rows = "1,Elm,P1,Tax,a@x.ee,Send,,\n";
        String before = plan(rows).digest();
        assertThat(plan(rows).digest()).isEqualTo(before);
        assertThat(plan(rows, "another file").digest()).isNotEqualTo(before);
        known.company("id:1").contact("id:1", "a@x.ee", "ENABLED", true, true);
        assertThat(plan(rows).digest()).isNotEqualTo(before);
    }

    @Test
    void errorsAreCountedAndTheFirstAreTold() throws Exception {
        Plan plan = plan("1,Elm,,,a@x.ee,,,\n".repeat(500));
        assertThat(plan.errorCount()).isEqualTo(500);
        assertThat(plan.errors()).hasSize(100);
    }

    @Test
    void directoryIsAskedForManyAtOnce() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 1000; i++) rows.append("1,Elm,P%d,Tax,a%d@x.ee,,,\n".formatted(i, i));
        assertThat(plan(rows.toString()).contacts().create()).isEqualTo(1000);
        assertThat(known.asked()).isLessThanOrEqualTo(11);
    }

    private Plan plan(String rows) throws IOException {
        return plan(rows, "file");
    }

    private Plan plan(String rows, String fileHash) throws IOException {
        byte[] file = (HEADER + rows).getBytes(StandardCharsets.UTF_8);
        return new Planner(
                        "firm",
                        () -> new ByteArrayInputStream(file),
                        CsvFiles.AS_IT_SAYS,
                        known,
                        (project, why) -> refused.add(why),
                        read -> {})
                .plan(fileHash);
    }
}
