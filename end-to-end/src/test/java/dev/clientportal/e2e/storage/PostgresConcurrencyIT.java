package dev.clientportal.e2e.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.ManyContacts;
import dev.clientportal.e2e.OwnStack;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On PostgreSQL. */
class PostgresConcurrencyIT extends ConcurrencyTests {
    @RegisterExtension
    static final OwnStack STACK = OwnStack.onPostgres();

    /** Each browser's login counts for itself as well, and would hide that the shared count does not hold. */
    @Test
    @Tag("S5")
    void triesOfACodeThatAreOnlyInTheDatabaseCount() {
        assertThat(isSignedInAfterOneWrongCode(3)).as("the fifth try").isTrue();
        assertThat(isSignedInAfterOneWrongCode(4)).as("the sixth try").isFalse();
    }

    private static boolean isSignedInAfterOneWrongCode(int earlierTries) {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        Visitor visitor = new Visitor();
        Answer sent = visitor.ask(contact.email());
        String code = Mailbox.code(mailbox.next());
        new ManyContacts(STACK.database())
                .execute("UPDATE cp_link SET code_tries = " + earlierTries + " WHERE user_id = '" + contact.id() + "'");
        Answer again = visitor.code(sent, code.equals("111111") ? "222222" : "111111");
        assertThat(visitor.isSignedIn()).isFalse();
        visitor.code(again, code);
        return visitor.isSignedIn();
    }
}
