package dev.clientportal.e2e.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.OwnStack;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The portal application on PostgreSQL: it starts there only where each table is as its code has it. */
class PostgresPortalIT {
    private static final Path MIGRATIONS = Path.of("../portal-app/src/main/resources/db/migration");

    @Order(1)
    @RegisterExtension
    static final OwnStack STACK = OwnStack.onPostgres();

    @Order(2)
    @RegisterExtension
    static final LandsInPortal LANDS = new LandsInPortal();

    @Test
    void everyMigrationHasRun() throws IOException {
        List<String> wanted;
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            wanted = files.map(file -> file.getFileName().toString().replaceAll("V(\\d+)__.*", "$1"))
                    .toList();
        }

        assertThat(wanted).hasSizeGreaterThan(8);
        assertThat(select("select version from flyway_schema_history where success"))
                .containsExactlyInAnyOrderElementsOf(wanted);
    }

    /** Greeting, project, share, upload, document to sign, signature, message and reply. */
    @Test
    @Tag("C2")
    @Tag("E3")
    @Tag("E4")
    @Tag("E5")
    void whatContactAndFirmDoIsInTheTables() {
        Belongings made = Belongings.inNewCompany();
        made.removeTemplate();
        Contact contact = made.contact();
        String company = " company_id = '" + contact.companyId() + "'";

        assertThat(select("select user_id from greeting where user_id = '" + contact.id() + "'"))
                .hasSize(1);
        assertThat(select("select title from task where sample and" + company)).hasSize(1);
        assertThat(select("select name from project where" + company)).containsExactly(Belongings.SECRET);
        assertThat(select("select distinct reader from task_share where" + company))
                .containsExactly(contact.id());
        assertThat(select("select name from document where" + company))
                .containsExactlyInAnyOrder(Belongings.SECRET + ".pdf", "secret.pdf", "secret (signed).pdf");
        assertThat(select("select typed_name from signature where" + company)).containsExactly("Con Tact");
        assertThat(select("select text from message where" + company)).containsExactly(Belongings.SECRET);
        assertThat(select("select distinct action from audit_entry where" + company))
                .contains("PROJECT_CREATED", "TASK_CREATED", "DOCUMENT_ADDED");
    }

    @Test
    @Tag("E1")
    void filmMayBeElsewhereAndPagesMayLoadItFromThereAlone() {
        Http browser = Visitor.inPortal(Portal.newContact("birch-bakery"), "birch-bakery");

        Answer page = browser.get(PortalApi.portal() + "/c/birch-bakery/welcome");

        assertThat(page.document().select("video").get(0).attr("src")).isEqualTo(OwnStack.FILM);
        assertThat(page.header("Content-Security-Policy")).contains("; media-src 'self' https://films.example:8443; ");
    }

    private static List<String> select(String sql) {
        return new PortalRows(STACK.portalDatabase()).select(sql);
    }
}
