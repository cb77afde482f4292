package dev.clientportal.keycloak.mail;

import dev.clientportal.keycloak.mail.MailReport.Result;
import dev.clientportal.keycloak.mail.Outbox.LeasedMail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;

/** Writes reports about the mails of one lease in one transaction, each at most once. */
final class ConnectorReports {
    private final Outbox outbox;
    private final MailOutcomes outcomes;
    private final String realmId;
    private final String lease;
    private final List<Result> results = new ArrayList<>();

    ConnectorReports(KeycloakSession session, DeliverySettings settings, String realmId, String lease) {
        this.outbox = session.getProvider(Outbox.class);
        this.outcomes = new MailOutcomes(session, settings);
        this.realmId = realmId;
        this.lease = lease;
    }

    void write(List<MailReport> reports) {
        Map<String, LeasedMail> held = new HashMap<>();
        outbox.hold(lease, realmId, reports.stream().map(MailReport::mailId).toList())
                .forEach(mail -> held.put(mail.id(), mail));
        for (MailReport report : reports) results.add(write(report, held.remove(report.mailId())));
    }

    private Result write(MailReport report, LeasedMail leasedOrNull) {
        Mail mail = outbox.find(report.mailId())
                .filter(found -> found.getRealmId().equals(realmId))
                .orElse(null);
        if (mail == null) return Result.NOT_FOUND;
        if (leasedOrNull == null) return mail.wasLeasedBy(lease) ? Result.ENDED : Result.NOT_LEASED;
        TriedMail tried = TriedMail.of(leasedOrNull, mail);
        switch (report.kind()) {
            case SENT -> outcomes.sent(tried);
            case FAILED -> {
                SendFailure failure = report.failure();
                outcomes.failed(tried, failure, failure.reason(report.codesOrNull()));
            }
            case UNTRIED -> outcomes.untried(leasedOrNull, mail.getReason());
        }
        return Result.RECORDED;
    }

    /** In the order of the reports. */
    List<Result> results() {
        return results;
    }

    void count() {
        outcomes.count();
    }
}
