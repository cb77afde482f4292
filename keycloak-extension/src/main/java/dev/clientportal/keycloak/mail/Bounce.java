package dev.clientportal.keycloak.mail;

import dev.clientportal.keycloak.link.Secrets;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * The mail server's last word about a contact's present address was a no for good. Automated mails stop then: to go on
 * would cost the firm its good name with mail servers. Another address, or a mail that is taken, ends it.
 */
public final class Bounce {
    private Bounce() {}

    /** When it was, in milliseconds. The contact has an address. */
    public static Optional<Long> of(KeycloakSession session, UserModel contact) {
        return session.getProvider(Outbox.class).refusedAt(contact.getId(), Secrets.addressHash(contact.getEmail()));
    }
}
