package dev.clientportal.connectors.mail;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** One mail as Keycloak made it. It has a working link in it: it is never stored and never logged. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LeasedMail(
        String id,
        String messageId,
        String to,
        String from,
        String fromName,
        String replyTo,
        String replyToName,
        String envelopeFrom,
        String subject,
        String text,
        String html) {
    /** Without the content, so that no log can take it. */
    @Override
    public String toString() {
        return "LeasedMail[" + id + "]";
    }
}
