package dev.clientportal.keycloak.mail;

import java.util.Map;

/** A mail ready for a mail server. It carries a secret: it is never stored and never logged. */
public record RenderedMail(
        String address,
        Map<String, String> server,
        String subject,
        String text,
        String html,
        MailKind kind,
        MailLink link,
        long queuedAt) {

    /** Without the content, so that no log can take it. */
    @Override
    public String toString() {
        return "RenderedMail[" + kind + "]";
    }
}
