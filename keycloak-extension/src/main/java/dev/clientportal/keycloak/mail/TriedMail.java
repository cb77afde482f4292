package dev.clientportal.keycloak.mail;

import dev.clientportal.keycloak.link.Secrets;
import dev.clientportal.keycloak.mail.Outbox.LeasedMail;

/** A mail that a mail server was offered, as far as its outcome needs it. */
record TriedMail(LeasedMail leased, MailKind kind, MailLink link, long queuedAt, String addressHash) {
    /** One that was made just now. */
    static TriedMail of(LeasedMail leased, RenderedMail mail) {
        return new TriedMail(leased, mail.kind(), mail.link(), mail.queuedAt(), Secrets.addressHash(mail.address()));
    }

    /** One that was made earlier, and given away. */
    static TriedMail of(LeasedMail leased, Mail mail) {
        return new TriedMail(leased, mail.getKind(), mail.getLink(), mail.getQueuedAt(), mail.getAddressHash());
    }

    String id() {
        return leased.id();
    }
}
