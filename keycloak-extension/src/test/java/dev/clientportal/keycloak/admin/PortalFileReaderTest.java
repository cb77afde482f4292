package dev.clientportal.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clientportal.keycloak.problem.ProblemException;
import dev.clientportal.keycloak.transfer.CompanyEntry;
import dev.clientportal.keycloak.transfer.ContactEntry;
import dev.clientportal.keycloak.transfer.FirmEntry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortalFileReaderTest {
    private static final String HEAD = "{\"format\":\"client-portal\",\"version\":1";

    private final List<FileEntry<?>> entries = new ArrayList<>();

    @Test
    void entriesComeInTheOrderOfTheFile() {
        read(HEAD + ",\"firm\":{\"active\":true},\"companies\":[{\"company\":\"a\"},{\"company\":\"b\"}],"
                + "\"contacts\":[{\"company\":\"a\",\"username\":\"u\",\"state\":\"BLOCKED\"}]}");

        assertThat(entries)
                .extracting(entry -> entry.value().getClass().getSimpleName() + " " + entry.index())
                .containsExactly("FirmEntry 0", "CompanyEntry 0", "CompanyEntry 1", "ContactEntry 0");
    }

    @Test
    void entryThatIsWrongIsHandedOnAsSuchAndTheNextOneIsRead() {
        read(HEAD + ",\"contacts\":[1,null,[[]],{\"usrname\":\"u\"},{\"username\":{\"a\":[1]}},{\"state\":\"OPEN\"},"
                + "{\"mustAccept\":\"true\"},{\"changedAt\":1e400},{\"log\":[{\"at\":1.5}]},{\"username\":\"good\"}]}");

        assertThat(entries).hasSize(10);
        assertThat(entries.subList(0, 9))
                .allSatisfy(entry -> assertThat(entry.fault().reason()).isEqualTo("invalid"));
        assertThat(entries.subList(3, 9))
                .extracting(entry -> entry.fault().fieldOrNull())
                .containsExactly("usrname", "username", "state", "mustAccept", "changedAt", "log.[0].at");
        assertThat(((ContactEntry) entries.get(9).value()).username()).isEqualTo("good");
    }

    @Test
    void entryThatIsTooLargeIsPassedOver() {
        String name = "x".repeat(1000);
        String large = "{\"log\":[" + ("{\"by\":\"" + name + "\"},").repeat(1100) + "{}]}";

        read(HEAD + ",\"contacts\":[" + large + ",{\"username\":\"good\"}]}");

        assertThat(entries.get(0).fault().reason()).isEqualTo("too_large");
        assertThat(entries.get(1).fault()).isNull();
    }

    @Test
    void placeWhereTheFileBreaksOffIsTold() {
        ProblemException broken = refused(HEAD + ",\n\"contacts\":[{\"username\":\"a\"},\n{\"username\":\"b\"");

        assertThat(more(broken)).containsEntry("field", "contacts[1]").containsEntry("line", 3);
        assertThat(entries).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"version\":1}",
                "{\"format\":\"client-portal\"}",
                "{\"format\":\"client-portal\",\"contacts\":[],\"version\":1}",
                HEAD + "} {}",
                HEAD + ",\"version\":1}",
                HEAD + ",\"other\":1}",
                HEAD + ",\"contacts\":{}}",
                HEAD + ",\"contacts\":[{}",
                HEAD + ",\"contacts\":[{\"a\":1,\"a\":2}]}",
                HEAD + ",\"contacts\":[{\"a\":\"\u0001\"}]}",
            })
    void whatIsNoPortalFileIsRefused(String file) {
        assertThat(more(refused(file))).containsEntry("type", "urn:client-portal:problem:invalid");
    }

    @Test
    void endlessDepthIsRefused() {
        assertThat(more(refused(HEAD + ",\"contacts\":[" + "[".repeat(20_000))))
                .containsEntry("type", "urn:client-portal:problem:invalid");
    }

    @ParameterizedTest
    @CsvSource({"client-portal,2", "client-portal,0", "other,1"})
    void anotherFormatIsRefusedByItsOwnName(String format, int version) {
        assertThat(more(refused("{\"format\":\"" + format + "\",\"version\":" + version + ",\"contacts\":[{}]}")))
                .containsEntry("type", "urn:client-portal:problem:unknown-format");
        assertThat(entries).isEmpty();
    }

    private ProblemException refused(String file) {
        return catchThrowableOfType(ProblemException.class, () -> read(file));
    }

    @SuppressWarnings("unchecked") // It is a problem document.
    private static Map<String, Object> more(ProblemException refused) {
        return (Map<String, Object>) refused.getResponse().getEntity();
    }

    private void read(String file) {
        PortalFileReader.read(
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), new PortalFileReader.Sections() {
                    @Override
                    public void firm(FileEntry<FirmEntry> entry) {
                        entries.add(entry);
                    }

                    @Override
                    public void company(FileEntry<CompanyEntry> entry) {
                        entries.add(entry);
                    }

                    @Override
                    public void contact(FileEntry<ContactEntry> entry) {
                        entries.add(entry);
                    }
                });
    }
}
