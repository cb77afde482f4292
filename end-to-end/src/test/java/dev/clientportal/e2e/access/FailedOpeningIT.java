package dev.clientportal.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.ManyContacts;
import dev.clientportal.e2e.OwnStack;
import dev.clientportal.e2e.Portal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An opening with a company whose row the database refuses. */
class FailedOpeningIT {
    @RegisterExtension
    static final OwnStack STACK = OwnStack.onPostgres();

    /** A constraint refuses as a second row with the same key would be, which is there already; a trigger does not. */
    private enum Refusal {
        TRIGGER("""
                CREATE FUNCTION refused() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'refused by a test'; END $$;
                CREATE TRIGGER refused BEFORE INSERT OR UPDATE ON cp_company
                FOR EACH ROW WHEN (NEW.org_id = '%s') EXECUTE FUNCTION refused()
                """, "DROP TRIGGER refused ON cp_company; DROP FUNCTION refused"),
        CONSTRAINT(
                "ALTER TABLE cp_company ADD CONSTRAINT refused CHECK (org_id <> '%s')",
                "ALTER TABLE cp_company DROP CONSTRAINT refused");

        private final String begin;
        private final String end;

        Refusal(String begin, String end) {
            this.begin = begin;
            this.end = end;
        }
    }

    private final ManyContacts database = new ManyContacts(STACK.database());

    @ParameterizedTest
    @EnumSource
    @Tag("B11")
    void companyThatCannotBeOpenedIsToldAndKeepsNoOtherWaiting(Refusal by) {
        Portal.open();
        String refused = Portal.addCompany("refused-" + UUID.randomUUID());
        String after = Portal.addCompany("after-" + UUID.randomUUID());
        Map<String, Object> wanted = Map.of("companies", List.of(refused, after));

        database.execute(by.begin.formatted(refused));
        try {
            assertThat(outcomes(wanted)).isEqualTo(Map.of(refused, "failed", after, "opened"));
        } finally {
            database.execute(by.end);
        }

        assertThat(outcomes(wanted)).as("asked for again").isEqualTo(Map.of(refused, "opened", after, "already_open"));
    }

    private static Map<String, String> outcomes(Map<String, Object> wanted) {
        JsonNode ended = OpeningsIT.ended(Portal.mia(), OpeningsIT.start(Portal.mia(), wanted));
        assertThat(ended.hasNonNull("finishedAt")).isTrue();
        assertThat(ended.path("done").asInt()).isEqualTo(2);
        return OpeningsIT.outcomes(OpeningsIT.rows(Portal.mia(), ended));
    }
}
