package dev.clientportal.e2e.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.ManyContacts;
import dev.clientportal.e2e.OwnStack;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.TestSupport;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** More mails are due than are taken at once. On PostgreSQL, because there they can be queued without waking anybody. */
class BatchIT {
    private static final String TIMER = "client-portal-mail";
    private static final int MANY = 250;
    /** Mails leave in the order of their ids. */
    private static final String LAST = "ffffffff-ffff-7fff-bfff-ffffffffffff";

    @RegisterExtension
    static final OwnStack STACK = OwnStack.onPostgres();

    @BeforeEach
    void onlyOneLook() {
        Portal.open();
        TestSupport.pauseTimer(TIMER);
    }

    @AfterEach
    void lookAgain() {
        TestSupport.resumeTimer(TIMER);
        new ManyContacts(STACK.database()).execute("DELETE FROM cp_mail WHERE id = '" + LAST + "'");
    }

    @Test
    @Tag("B9")
    void oneLookTakesAllMailsThatAreDueHoweverManyBatchesTheyAre() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        String nobody = UUID.randomUUID() + "@nobody.example";
        queue("gen_random_uuid()::text", "n || '." + nobody + "'", MANY);
        queue("'" + LAST + "'", "'" + contact.email() + "'", 1);
        assertThat(waiting(nobody)).as("nobody looks by himself").isEqualTo(MANY);

        TestSupport.runTimer(TIMER);

        mailbox.next();
        await().untilAsserted(() -> assertThat(waiting(nobody)).isZero());
    }

    private static void queue(String id, String address, int count) {
        long now = System.currentTimeMillis();
        new ManyContacts(STACK.database()).execute("""
                INSERT INTO cp_mail (id, realm_id, link_id, kind, typed_address, state, queued_at, due_at,
                    browser, tab_id, client_id, asked_from)
                SELECT %s, r.id, gen_random_uuid()::text, 'LOGIN', %s, 'QUEUED', %d, %3$d,
                    'browser', 'tab', 'portal-demo', 'Firefox'
                FROM realm r, generate_series(1, %d) n
                WHERE r.name = 'northwind'""".formatted(id, address, now, count));
    }

    private static int waiting(String address) {
        return TestSupport.select("SELECT ID FROM CP_MAIL WHERE TYPED_ADDRESS LIKE '%." + address + "'")
                .size();
    }
}
