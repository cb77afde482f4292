package dev.clientportal.keycloak.magiclink;

import dev.clientportal.keycloak.limit.Limiter;
import dev.clientportal.keycloak.link.Origin;
import dev.clientportal.keycloak.link.Secrets;
import dev.clientportal.keycloak.mail.MailDelivery;
import dev.clientportal.keycloak.mail.Outbox;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Asking for a login mail: counts, and queues. It does the same, as fast, for every address there is or is not. */
final class MailAsk {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final Limiter limiter;

    MailAsk(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.limiter = session.getProvider(Limiter.class);
    }

    long countRequest() {
        return limiter.requestFrom(realm.getId(), ip());
    }

    long countTry() {
        return limiter.tryFrom(realm.getId(), ip());
    }

    long pause() {
        return limiter.mailPause();
    }

    private String ip() {
        return session.getContext().getConnection().getRemoteHost();
    }

    /**
     * Counts and queues in one transaction of its own; the mail leaves once this request has ended. Returns the seconds to
     * wait before a mail to this address may be asked for from this browser; 0 when it was queued.
     *
     * @param linkId of the link that the mail will carry
     */
    long queue(String linkId, String address, Origin origin) {
        long wait = limiter.requestedMail(realm.getId(), ip(), address, own -> own.getProvider(Outbox.class)
                .queueLogin(realm.getId(), linkId, address, origin));
        if (wait == 0) session.getProvider(MailDelivery.class).wakeAfterCommit();
        return wait;
    }

    /** Where this login waits. */
    Origin waiting(AuthenticationSessionModel login) {
        return new Origin(browser(login), login.getTabId(), login.getClient().getClientId(), CoarseClient.of(session));
    }

    static String browser(AuthenticationSessionModel login) {
        return Secrets.sha256(login.getParentSession().getId());
    }
}
