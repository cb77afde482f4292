package dev.clientportal.keycloak.magiclink;

import dev.clientportal.keycloak.link.Link;
import dev.clientportal.keycloak.link.LinkPurpose;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * That a link or code was just consumed for this login, as a note in the server's own authentication session. The login
 * flow takes it from there, so that whatever else the flow asks for (a second factor, terms) is asked for as always.
 */
record Proof(String userId, LinkPurpose purpose) {
    private static final String NOTE = "client-portal.proof";

    static void put(AuthenticationSessionModel login, Link link) {
        login.setAuthNote(NOTE, link.getPurpose() + "|" + link.getUserId());
    }

    /** Each proof serves once. */
    static Optional<Proof> take(AuthenticationSessionModel login) {
        String note = login.getAuthNote(NOTE);
        if (note == null) return Optional.empty();
        login.removeAuthNote(NOTE);
        String[] parts = note.split("\\|");
        return Optional.of(new Proof(parts[1], LinkPurpose.valueOf(parts[0])));
    }
}
