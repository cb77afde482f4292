package dev.clientportal.keycloak.mail;

import org.keycloak.models.KeycloakSession;

/** Mails leave through the realm's SMTP settings, sent by a worker inside the server. */
final class KeycloakMailDelivery implements MailDelivery {
    private final KeycloakSession session;
    private final MailWorker worker;

    KeycloakMailDelivery(KeycloakSession session, MailWorker worker) {
        this.session = session;
        this.worker = worker;
    }

    @Override
    public void wakeAfterCommit() {
        worker.wakeAfterCommit(session);
    }

    @Override
    public void close() {}
}
