package dev.clientportal.connectors.mail;

/**
 * A mail that came back.
 *
 * @param messageId its own
 * @param status of the report (RFC 3463), as in {@code 5.1.1}
 */
public record Bounce(String messageId, String status) {}
