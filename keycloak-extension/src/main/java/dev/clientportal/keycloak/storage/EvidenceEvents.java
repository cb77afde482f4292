package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.evidence.EvidenceContact;
import dev.clientportal.keycloak.evidence.EvidenceEvent;
import dev.clientportal.keycloak.evidence.EvidenceKind;
import dev.clientportal.keycloak.link.LinkEnd;
import dev.clientportal.keycloak.mail.MailState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes rows in whatever order and tells the events in them, contact by contact. Rows of others are passed over. */
final class EvidenceEvents {
    private static final Comparator<EvidenceEvent> BY_TIME =
            Comparator.comparingLong(EvidenceEvent::at).thenComparing(EvidenceEvent::kind);

    private final Map<ContactEntity.Key, OfOne> contacts = new LinkedHashMap<>();

    EvidenceEvents(List<EvidenceContact> inOrder) {
        inOrder.forEach(contact ->
                contacts.put(new ContactEntity.Key(contact.companyId(), contact.userId()), new OfOne(contact)));
    }

    void add(MailEntity mail, LinkEntity linkOrNull, String byUsername) {
        OfOne of = contacts.get(new ContactEntity.Key(mail.orgId, mail.userId));
        if (of == null) return;
        of.add(EvidenceKind.INVITED, mail.queuedAt, mail.requestedBy, byUsername, null, mail.id);
        of.add(EvidenceKind.SENT, mail.sentAt, null, mail.id);
        if (mail.state == MailState.FAILED) of.add(EvidenceKind.FAILED, mail.endedAt, mail.reason, mail.id);
        if (mail.state == MailState.CANCELLED) of.add(EvidenceKind.CANCELLED, mail.endedAt, mail.reason, mail.id);
        if (linkOrNull == null) return;
        of.add(EvidenceKind.OPENED, linkOrNull.openedAt, linkOrNull.openedBy, mail.id);
        of.add(EvidenceKind.ACCEPTED, linkOrNull.consumedAt, null, mail.id);
        if (linkOrNull.end == LinkEnd.NOT_ME) of.add(EvidenceKind.REJECTED, linkOrNull.endedAt, null, mail.id);
    }

    void add(AccessLogEntity entry, String byUsername) {
        OfOne of = contacts.get(new ContactEntity.Key(entry.orgId, entry.userId));
        if (of != null) of.add(EvidenceKind.of(entry.act), entry.doneAt, entry.doneBy, byUsername, null, null);
    }

    List<EvidenceEvent> inOrder() {
        return contacts.values().stream()
                .flatMap(of -> of.events.stream().sorted(BY_TIME))
                .toList();
    }

    private record OfOne(EvidenceContact contact, List<EvidenceEvent> events) {
        OfOne(EvidenceContact contact) {
            this(contact, new ArrayList<>());
        }

        /** What has happened only when it has a time. */
        void add(EvidenceKind kind, Long atOrNull, String detail, String invitationId) {
            if (atOrNull != null) add(kind, atOrNull, null, null, detail, invitationId);
        }

        void add(EvidenceKind kind, long at, String by, String byUsername, String detail, String invitationId) {
            events.add(new EvidenceEvent(contact, kind, at, by, byUsername, detail, invitationId));
        }
    }
}
