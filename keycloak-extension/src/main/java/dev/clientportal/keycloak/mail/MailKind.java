package dev.clientportal.keycloak.mail;

import java.util.Locale;

/** What a mail is about; also the name of its templates. */
public enum MailKind {
    INVITATION,
    LOGIN,
    /** This and the following are asked for by other systems. */
    TASK_ASSIGNED,
    REMINDER,
    DOCUMENT,
    CUSTOM;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether another system asks for it, with words of its own. */
    public boolean isNotice() {
        return this != INVITATION && this != LOGIN;
    }

    /** The template's file name, the same under {@code html/} and {@code text/}. */
    String template() {
        return "client-portal-" + code().replace('_', '-') + ".ftl";
    }
}
