package dev.clientportal.keycloak.magiclink;

import org.keycloak.common.util.Time;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What the login page remembers between its pages, in the server's authentication session. */
final class WaitingLogin {
    private static final String ADDRESS = "client-portal.address";
    private static final String LINK = "client-portal.link";
    private static final String ASKED_AT = "client-portal.asked-at";
    private static final String TRIES = "client-portal.tries";

    private final AuthenticationSessionModel login;

    WaitingLogin(AuthenticationSessionModel login) {
        this.login = login;
    }

    boolean hasAsked() {
        return linkId() != null;
    }

    String address() {
        return login.getAuthNote(ADDRESS);
    }

    /** The link whose mail was asked for; the link exists only if the mail could be sent. */
    String linkId() {
        return login.getAuthNote(LINK);
    }

    void asked(String address, String linkId) {
        login.setAuthNote(ADDRESS, address);
        login.setAuthNote(LINK, linkId);
        login.setAuthNote(ASKED_AT, Integer.toString(Time.currentTime()));
        login.removeAuthNote(TRIES);
    }

    /** Seconds until the mail can be asked for again. */
    long waitSeconds(long pause) {
        String asked = login.getAuthNote(ASKED_AT);
        return asked == null ? 0 : Math.max(0, Integer.parseInt(asked) + pause - Time.currentTime());
    }

    /** Counted here as well as with the link, so that a code for an address that is not a contact's ends alike. */
    int countTry() {
        String tries = login.getAuthNote(TRIES);
        int count = tries == null ? 1 : Integer.parseInt(tries) + 1;
        login.setAuthNote(TRIES, Integer.toString(count));
        return count;
    }

    void forget() {
        login.removeAuthNote(LINK);
        login.removeAuthNote(ASKED_AT);
        login.removeAuthNote(TRIES);
    }
}
