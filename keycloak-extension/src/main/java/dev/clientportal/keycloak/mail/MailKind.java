package dev.clientportal.keycloak.mail;

import java.util.Locale;

/** What a mail is about; also the name of its templates. */
public enum MailKind {
    INVITATION,
    LOGIN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The template's file name, the same under {@code html/} and {@code text/}. */
    String template() {
        return "client-portal-" + code() + ".ftl";
    }
}
