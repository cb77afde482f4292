package dev.clientportal.keycloak.mail;

import org.keycloak.models.AbstractKeycloakTransaction;
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
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                worker.wake();
            }

            @Override
            protected void rollbackImpl() {
                // nothing was queued
            }
        });
    }

    @Override
    public void close() {}
}
