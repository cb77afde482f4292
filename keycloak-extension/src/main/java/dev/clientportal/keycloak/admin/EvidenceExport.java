package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.evidence.EvidenceContact;
import dev.clientportal.keycloak.evidence.EvidenceEvent;
import dev.clientportal.keycloak.evidence.EvidenceStore;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/**
 * Streams evidence: some hundred contacts are read at a time, each time in a transaction of its own, and are forgotten once
 * they are written. So it takes the same memory for ten contacts and for a hundred thousand, and a slow reader holds up
 * nobody.
 */
final class EvidenceExport implements StreamingOutput {
    private static final int CONTACTS = 500;

    private final StaffCall call;
    private final String companyId;
    private final EvidenceFormat format;
    private final VisibleContacts.Scope scope;

    /** @param companyId null for all companies */
    EvidenceExport(StaffCall call, String companyId, String format) {
        this.call = call;
        this.companyId = companyId;
        this.format = EvidenceFormat.of(
                format, call.session().getContext().getRequestHeaders().getAcceptableMediaTypes());
        this.scope = new VisibleContacts(call).scope(companyId);
    }

    Response response() {
        String name = "evidence" + (companyId == null ? "" : "-" + companyId) + "." + format.suffix();
        return Response.ok(this)
                .type(format.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @Override
    public void write(OutputStream out) throws IOException {
        // All is asked that this request's own transaction was for; it would time out under a slow reader.
        call.session().getTransactionManager().commit();
        EvidenceFormat.Sheet sheet = format.sheet(out);
        EvidenceContact last = null;
        do {
            Batch batch = next(last);
            for (EvidenceEvent event : batch.events()) sheet.add(EvidenceRepresentation.of(event));
            sheet.flush();
            last = batch.last();
        } while (last != null);
        sheet.end();
    }

    /** @param last the contact to go on after; null when these were all */
    private record Batch(List<EvidenceEvent> events, EvidenceContact last) {}

    private Batch next(EvidenceContact last) {
        if (scope == VisibleContacts.Scope.NONE) return new Batch(List.of(), null);
        return new OwnTransaction(call).run(own -> {
            EvidenceStore store = own.getProvider(EvidenceStore.class);
            String realmId = own.getContext().getRealm().getId();
            List<EvidenceContact> contacts = store.contacts(realmId, companyId, last, CONTACTS);
            EvidenceContact end = contacts.size() < CONTACTS ? null : contacts.get(CONTACTS - 1);
            return new Batch(store.events(realmId, visible(own, contacts)), end);
        });
    }

    private List<EvidenceContact> visible(KeycloakSession own, List<EvidenceContact> contacts) {
        if (scope == VisibleContacts.Scope.ALL) return contacts;
        VisibleContacts visible = new VisibleContacts(call.askedIn(own));
        return contacts.stream().filter(visible::isVisible).toList();
    }
}
