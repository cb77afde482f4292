package dev.clientportal.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clientportal.keycloak.evidence.EvidenceContact;
import dev.clientportal.keycloak.evidence.EvidenceEvent;
import dev.clientportal.keycloak.evidence.EvidenceKind;
import dev.clientportal.keycloak.problem.ProblemException;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X7")
class EvidenceFormatTest {
    private static final EvidenceRepresentation ROW = EvidenceRepresentation.of(new EvidenceEvent(
            new EvidenceContact("org", "Birch, Oak", "user", "=anna", "anna@client.example"),
            EvidenceKind.BLOCKED,
            1_772_352_930_000L,
            "staff",
            "mia",
            null,
            null));

    private static final String CSV =
            "at,event,companyId,companyName,userId,username,email,by,byUsername,detail,invitationId\r\n"
                    + "2026-03-01T08:15:30.000Z,BLOCKED,org,\"Birch, Oak\",user,'=anna,anna@client.example,staff,mia,,\r\n";

    @Test
    void sheetHasARowOfNamesAndARowOfEachEvent() throws IOException {
        assertThat(written(EvidenceFormat.CSV, true)).isEqualTo(CSV);
        assertThat(ROW.cells()).hasSameSizeAs(EvidenceRepresentation.COLUMNS);
    }

    @Test
    void arrayEndsOnlyAfterTheLastRow() throws IOException {
        String row = "{\"at\":\"2026-03-01T08:15:30.000Z\",\"event\":\"BLOCKED\",\"companyId\":\"org\","
                + "\"companyName\":\"Birch, Oak\",\"userId\":\"user\",\"username\":\"=anna\","
                + "\"email\":\"anna@client.example\",\"by\":\"staff\",\"byUsername\":\"mia\"}";
        assertThat(written(EvidenceFormat.JSON, true)).isEqualTo("[" + row + "]");
        assertThat(written(EvidenceFormat.JSON, false)).isEqualTo("[" + row);
    }

    @Test
    void parameterDecidesAndElseWhatIsAccepted() {
        MediaType csv = MediaType.valueOf("text/csv");
        assertThat(EvidenceFormat.of("CSV", List.of(MediaType.APPLICATION_JSON_TYPE)))
                .isEqualTo(EvidenceFormat.CSV);
        assertThat(EvidenceFormat.of("json", List.of(csv))).isEqualTo(EvidenceFormat.JSON);
        assertThat(EvidenceFormat.of(null, List.of(csv, MediaType.APPLICATION_JSON_TYPE)))
                .isEqualTo(EvidenceFormat.CSV);
        assertThat(EvidenceFormat.of(null, List.of(MediaType.valueOf("text/*"))))
                .isEqualTo(EvidenceFormat.CSV);
        assertThat(EvidenceFormat.of("", List.of(MediaType.WILDCARD_TYPE))).isEqualTo(EvidenceFormat.JSON);
        assertThat(EvidenceFormat.of(null, List.of())).isEqualTo(EvidenceFormat.JSON);
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> EvidenceFormat.of("xml", List.of()));
    }

    private static String written(EvidenceFormat format, boolean whole) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvidenceFormat.Sheet sheet = format.sheet(out);
        sheet.add(ROW);
        sheet.flush();
        if (whole) sheet.end();
        return out.toString(StandardCharsets.UTF_8);
    }
}
