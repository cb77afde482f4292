package dev.clientportal.e2e.browser;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.TestSupport;
import java.time.Instant;

/** Links in mails that really were sent. */
final class Links {
    private Links() {}

    /** Sends an invitation and takes the link out of the mail. */
    static String invitation(Contact contact) {
        Mailbox mailbox = Mailbox.of(contact.email());
        Portal.ok(Portal.invite(contact));
        return Mailbox.link(mailbox.next());
    }

    /** Asks for a login link in a browser of nobody, and takes the link out of the mail. */
    static String login(Contact contact) {
        Mailbox mailbox = Mailbox.of(contact.email());
        try (DemoApp app = new DemoApp();
                Person somebody = Person.atDesktop()) {
            AddressPage.of(somebody.page(), app.loginUrl()).ask(contact.email());
            return Mailbox.link(mailbox.next());
        }
    }

    /** When the contact's one live link ends. */
    static Instant end(Contact contact) {
        return Instant.ofEpochMilli(row(contact).path("expires_at").asLong());
    }

    /** That a person looked at the contact's one live link. */
    static boolean isOpened(Contact contact) {
        return row(contact).path("opened_at").asLong() > 0;
    }

    static int used(Contact contact) {
        return Facts.list(TestSupport.select(
                        "SELECT ID FROM CP_LINK WHERE CONSUMED_AT IS NOT NULL AND USER_ID = '" + contact.id() + "'"))
                .size();
    }

    private static JsonNode row(Contact contact) {
        return Facts.liveLinks(contact).get(0);
    }
}
