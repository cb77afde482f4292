package dev.clientportal.keycloak.mail;

import org.keycloak.models.KeycloakSession;

/** Mails leave through the realm's SMTP settings, sent by a worker inside the server; or by those who lease them. */
final class KeycloakMailDelivery implements MailDelivery {
    private final KeycloakSession session;
    private final MailWorker worker;
    private final DeliverySettings settings;

    KeycloakMailDelivery(KeycloakSession session, MailWorker worker, DeliverySettings settings) {
        this.session = session;
        this.worker = worker;
        this.settings = settings;
    }

    @Override
    public void wakeAfterCommit() {
        if (settings.wayOut() == WayOut.KEYCLOAK) worker.wakeAfterCommit(session);
    }

    @Override
    public ConnectorMails connectorMails() {
        return new ConnectorMails(session.getKeycloakSessionFactory(), settings);
    }

    @Override
    public void close() {}
}
