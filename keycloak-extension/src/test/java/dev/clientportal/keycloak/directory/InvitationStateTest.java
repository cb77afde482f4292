package dev.clientportal.keycloak.directory;

import static dev.clientportal.keycloak.directory.InvitationState.ACCEPTED;
import static dev.clientportal.keycloak.directory.InvitationState.CANCELLED;
import static dev.clientportal.keycloak.directory.InvitationState.EXPIRED;
import static dev.clientportal.keycloak.directory.InvitationState.FAILED;
import static dev.clientportal.keycloak.directory.InvitationState.OPENED;
import static dev.clientportal.keycloak.directory.InvitationState.QUEUED;
import static dev.clientportal.keycloak.directory.InvitationState.REVOKED;
import static dev.clientportal.keycloak.directory.InvitationState.SENT;
import static dev.clientportal.keycloak.directory.InvitationState.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.keycloak.link.LinkEnd;
import dev.clientportal.keycloak.mail.MailState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X3")
class InvitationStateTest {
    private static final long NOW = 1_000;

    @Test
    void followsTheMailUntilItIsSent() {
        assertThat(state(MailState.QUEUED, null, null, 0, null)).isEqualTo(QUEUED);
        assertThat(state(MailState.QUEUED, null, null, NOW + 1, null))
                .as("made, not taken yet")
                .isEqualTo(QUEUED);
        assertThat(state(MailState.FAILED, null, null, 0, null)).isEqualTo(FAILED);
        assertThat(state(MailState.CANCELLED, null, null, 0, null)).isEqualTo(CANCELLED);
    }

    @Test
    void followsTheLinkAfterwards() {
        assertThat(state(MailState.SENT, null, null, NOW + 1, null)).isEqualTo(SENT);
        assertThat(state(MailState.SENT, 5L, null, NOW + 1, null)).isEqualTo(OPENED);
        assertThat(state(MailState.SENT, 5L, 6L, NOW + 1, null)).isEqualTo(ACCEPTED);
        assertThat(state(MailState.SENT, 5L, null, NOW, null)).isEqualTo(EXPIRED);
    }

    @Test
    void saysWhyALinkEnded() {
        assertThat(state(MailState.SENT, null, null, NOW + 1, LinkEnd.SUPERSEDED))
                .isEqualTo(SUPERSEDED);
        assertThat(state(MailState.SENT, null, null, NOW - 1, LinkEnd.REVOKED)).isEqualTo(REVOKED);
        assertThat(state(MailState.CANCELLED, null, null, 0, LinkEnd.CLOSED)).isEqualTo(REVOKED);
        assertThat(state(MailState.QUEUED, null, null, 0, LinkEnd.NOT_ME)).isEqualTo(REVOKED);
    }

    @Test
    void acceptedStaysAcceptedAfterItsTime() {
        assertThat(state(MailState.SENT, 5L, 6L, NOW - 1, null)).isEqualTo(ACCEPTED);
    }

    private static InvitationState state(MailState mail, Long opened, Long accepted, long expires, LinkEnd end) {
        return InvitationState.of(mail, opened, accepted, expires, end, NOW);
    }
}
