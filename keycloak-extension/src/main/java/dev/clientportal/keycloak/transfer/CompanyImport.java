package dev.clientportal.keycloak.transfer;

import dev.clientportal.keycloak.company.CompanyActivation;
import dev.clientportal.keycloak.transfer.TransferStore.KnownCompany;
import dev.clientportal.keycloak.transfer.TransferStore.SavedCompany;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Brings companies' gates into a realm, in the caller's transaction. The gates are independent: a company that was left open
 * below a closed firm comes back like that.
 */
public final class CompanyImport {
    private final TransferStore store;
    private final CompanyActivation activation;
    private final String realmId;

    public CompanyImport(KeycloakSession session, RealmModel realm) {
        this.store = session.getProvider(TransferStore.class);
        this.activation = new CompanyActivation(session, realm);
        this.realmId = realm.getId();
    }

    /** One outcome for each entry, in their order. */
    public List<Imported> run(List<CompanyEntry> entries) {
        Map<String, String> ids = store.companyIds(
                realmId, entries.stream().map(CompanyEntry::company).collect(Collectors.toSet()));
        Queue<Imported> saved = new ArrayDeque<>(save(entries.stream()
                .filter(entry -> ids.containsKey(entry.company()))
                .map(entry -> new KnownCompany(ids.get(entry.company()), entry))
                .toList()));
        return entries.stream()
                .map(entry ->
                        ids.containsKey(entry.company()) ? saved.remove() : Imported.as(ImportOutcome.NO_ORGANIZATION))
                .toList();
    }

    private List<Imported> save(List<KnownCompany> known) {
        List<SavedCompany> saved = store.saveCompanies(realmId, known);
        for (int i = 0; i < saved.size(); i++) {
            if (saved.get(i).closed()) activation.shut(known.get(i).id());
        }
        return saved.stream().map(each -> Imported.as(each.outcome())).toList();
    }
}
