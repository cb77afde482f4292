package dev.clientportal.keycloak.diagnosis;

import java.util.List;

/**
 * What a finding's message holds beside its words, for those who say it in words of their own. Each is null where it does
 * not apply; times are milliseconds.
 *
 * @param at when it happened, or is tried next
 * @param until when it ends
 * @param sentAt when the mail server took it; null while it waits
 * @param seconds how long to wait
 * @param names ids of clients, or of Keycloak's required actions
 * @param reason why a mail was not sent, as the ledger has it
 */
public record FindingValues(Long at, Long until, Long sentAt, Long seconds, List<String> names, String reason) {
    static final FindingValues NONE = new FindingValues(null, null, null, null, null, null);

    static FindingValues at(Long at) {
        return new FindingValues(at, null, null, null, null, null);
    }

    static FindingValues seconds(long seconds) {
        return new FindingValues(null, null, null, seconds, null, null);
    }

    static FindingValues names(List<String> names) {
        return new FindingValues(null, null, null, null, names, null);
    }

    FindingValues until(Long until) {
        return new FindingValues(at, until, sentAt, seconds, names, reason);
    }

    FindingValues sent(Long sentAt) {
        return new FindingValues(at, until, sentAt, seconds, names, reason);
    }

    FindingValues because(String reason) {
        return new FindingValues(at, until, sentAt, seconds, names, reason);
    }
}
