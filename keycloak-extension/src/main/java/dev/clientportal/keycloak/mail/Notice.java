package dev.clientportal.keycloak.mail;

import dev.clientportal.keycloak.link.Secrets;

/**
 * What another system wants a contact to know. All of it is plain text.
 *
 * @param title what it is about, in one line
 * @param text more about it; may be null
 * @param target the page in the portal that the mail leads to
 */
public record Notice(MailKind kind, String title, String text, String target) {
    /** Tells notices apart after their words are forgotten. No part has a NUL in it. */
    public String hash() {
        return Secrets.sha256(String.join("\0", kind.name(), title, text == null ? "" : text, target));
    }
}
