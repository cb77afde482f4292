package dev.clientportal.keycloak.mail;

import dev.clientportal.keycloak.firm.Firm;
import dev.clientportal.keycloak.firm.FirmStore;
import dev.clientportal.keycloak.firm.FirmText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/**
 * A mail as a contact would get it, in words that need not be saved: to somebody made up, with a link that leads nowhere.
 * What makes real mails makes it.
 *
 * @param own in place of the theme's words; what is null in it stays the theme's
 */
public record SampleMail(KeycloakSession session, RealmModel realm, MailKind kind, Locale locale, FirmText own) {
    /** Nobody can have a name that ends so (RFC 2606). */
    private static final String LINK = "https://sample.invalid/";

    private static final String TITLE = "Annual report";

    /** A language that mails of the realm can be in; empty for any other. */
    public static Optional<Locale> language(RealmModel realm, String tag) {
        return Optional.of(tag).filter(MailLocale.spokenIn(realm)::contains).map(Locale::forLanguageTag);
    }

    /** Whether the realm's e-mail theme has such a mail. */
    public boolean isInTheme() {
        try {
            Theme theme = session.theme().getTheme(Theme.Type.EMAIL);
            return theme.getTemplate("html/" + kind.template()) != null;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public MailParts parts() {
        MailReader reader = new MailReader("Anna", "Tamm", "Birch Bakery", locale);
        if (kind.isNotice()) return content().notice(reader, own, new Notice(kind, TITLE, null, LINK), LINK, null);
        long expires = Time.currentTimeMillis() + firm().getInvitationValidity() * 1000L;
        return content().invitation(reader, own, LINK, expires);
    }

    /** Why no mail of the realm can be sent, in words for staff; empty when they can. */
    public Optional<String> obstacle() {
        String host = realm.getSmtpConfig().get("host");
        if (host == null || host.isBlank()) return Optional.of("The realm has no mail server.");
        return PublicUrl.ofRealm(session, realm).isPresent() ? Optional.empty() : Optional.of(MailRenderer.NO_HOSTNAME);
    }

    /** Sends it through the realm's mail server. Returns why that did not work, in words for staff; empty when it did. */
    public Optional<String> send(String address) {
        MailParts parts = parts();
        Map<String, String> server = content().server();
        try {
            session.getProvider(EmailSenderProvider.class)
                    .send(server, address, parts.subject(), parts.text(), parts.html());
            return Optional.empty();
        } catch (EmailException failed) {
            return Optional.of(SendFailure.of(failed).reason());
        }
    }

    private MailContent content() {
        return new MailContent(
                session, realm, firm(), PublicUrl.ofRealm(session, realm).orElse(null));
    }

    private Firm firm() {
        return session.getProvider(FirmStore.class).findOrDefaults(realm.getId());
    }
}
