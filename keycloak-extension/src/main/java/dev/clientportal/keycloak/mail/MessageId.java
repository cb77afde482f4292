package dev.clientportal.keycloak.mail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The Message-ID of a mail names its row, so that a report of a bounce leads back to it. It is another one at each try: a
 * second try has a new secret, and a mail server that knows the Message-ID already would throw away the mail whose link
 * works.
 */
final class MessageId {
    private static final int TRY_LENGTH = 8;
    private static final Pattern OURS =
            Pattern.compile("<?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.[^@\\s]+@[^@\\s]+>?");

    private MessageId() {}

    static String of(String mailId, String domain) {
        String oneTry = KeycloakModelUtils.generateId().substring(0, TRY_LENGTH);
        return "<" + mailId + "." + oneTry + "@" + domain + ">";
    }

    /** Empty when it is none of ours. */
    static Optional<String> mailId(String messageId) {
        Matcher matcher = OURS.matcher(messageId.strip());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
