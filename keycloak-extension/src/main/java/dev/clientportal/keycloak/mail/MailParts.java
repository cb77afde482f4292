package dev.clientportal.keycloak.mail;

/** What a mail says. It may carry a secret: it is never stored and never logged. */
public record MailParts(String subject, String text, String html) {
    /** Without the content, so that no log can take it. */
    @Override
    public String toString() {
        return "MailParts";
    }
}
