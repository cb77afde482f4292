package dev.clientportal.keycloak.transfer;

import dev.clientportal.keycloak.access.AccessAct;
import dev.clientportal.keycloak.access.AccessChange;
import dev.clientportal.keycloak.access.AccessState;
import dev.clientportal.keycloak.access.ContactStore;
import dev.clientportal.keycloak.transfer.TransferStore.Before;
import dev.clientportal.keycloak.transfer.TransferStore.KnownContact;
import dev.clientportal.keycloak.transfer.TransferStore.Member;
import dev.clientportal.keycloak.transfer.TransferStore.SavedContact;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Brings contacts into a realm, in the caller's transaction, with all that follows for those who may not come in now. */
public final class ContactImport {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final String by;
    private final TransferStore store;

    /** @param by the id of the user or service account that asks */
    public ContactImport(KeycloakSession session, RealmModel realm, String by) {
        this.session = session;
        this.realm = realm;
        this.by = by;
        this.store = session.getProvider(TransferStore.class);
    }

    /** One outcome for each entry, in their order. */
    public List<Imported> run(List<ContactEntry> entries) {
        ImportNames names = ImportNames.lookUp(store, realm.getId(), entries);
        List<KnownContact> known = entries.stream()
                .filter(entry -> names.reasonAgainst(entry) == null)
                .map(names::known)
                .toList();
        Queue<SavedContact> saved = new ArrayDeque<>(store.saveContacts(realm.getId(), known));
        Queue<KnownContact> next = new ArrayDeque<>(known);
        return entries.stream()
                .map(entry -> {
                    ImportOutcome reason = names.reasonAgainst(entry);
                    if (reason != null) return Imported.as(reason);
                    SavedContact each = saved.remove();
                    follow(next.remove(), each);
                    return new Imported(each.outcome(), names.unknownAuthors(entry));
                })
                .toList();
    }

    private void follow(KnownContact contact, SavedContact saved) {
        if (saved.outcome() != ImportOutcome.CHANGED) return;
        Member member = contact.member();
        if (isShutOut(saved.before(), contact.entry())) {
            new AccessChange(session, realm, by)
                    .shutOut(member.companyId(), session.users().getUserById(realm, member.userId()));
        }
        AccessState now = contact.entry().state();
        AccessAct act = act(now);
        // Who changed it stands in the file's log; only what that does not say was the import's own doing.
        if (saved.before().state() != now && !saved.logged().contains(act)) {
            session.getProvider(ContactStore.class).log(realm.getId(), member.companyId(), member.userId(), act, by);
        }
    }

    /** Nobody's session ends who was out before, or is in now. */
    private static boolean isShutOut(Before before, ContactEntry now) {
        if (before.state() != AccessState.ENABLED) return false;
        return now.state() != AccessState.ENABLED || Boolean.TRUE.equals(now.mustAccept()) && !before.mustAccept();
    }

    private static AccessAct act(AccessState now) {
        return switch (now) {
            case ENABLED -> AccessAct.ENABLED;
            case BLOCKED -> AccessAct.BLOCKED;
            case DISABLED, NONE -> AccessAct.DISABLED;
        };
    }
}
