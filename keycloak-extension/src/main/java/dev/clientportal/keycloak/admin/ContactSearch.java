package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.directory.ContactRow;
import dev.clientportal.keycloak.directory.Directory;
import dev.clientportal.keycloak.directory.UserRow;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.OrganizationModel;

/** Finds contacts of a company by their ids and addresses, with two statements however many there are. */
record ContactSearch(StaffCall call, OrganizationModel company) {
    private static final int MAX = 1000;
    private static final int MAX_KEY = 255;
    private static final String LIST = "keys";

    FoundContactsRepresentation find(ContactKeysRepresentation wanted) {
        Set<String> keys = checked(Check.required(LIST, wanted.keys()));
        Directory directory = call.get(Directory.class);
        String realmId = call.realm().getId();
        Set<String> ids = keys.stream().filter(Check::isId).collect(Collectors.toCollection(HashSet::new));
        Set<String> addresses =
                keys.stream().map(key -> key.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        directory.usersByAddress(realmId, addresses).values().stream()
                .map(UserRow::id)
                .forEach(ids::add);
        VisibleContacts visible = new VisibleContacts(call);
        List<ContactRow> rows = visible.of(company.getId(), () -> directory.contacts(realmId, company.getId(), ids));
        boolean manage = call.staff().canManage(company);
        return new FoundContactsRepresentation(
                rows.stream().map(row -> ContactRepresentation.of(row, manage)).toList());
    }

    private static Set<String> checked(List<String> keys) {
        if (keys.isEmpty() || keys.size() > MAX) throw Check.invalid(LIST, "From 1 to " + MAX + ".");
        Set<String> checked = new HashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            String name = LIST + ".[" + i + "]";
            checked.add(Check.required(name, Check.line(name, keys.get(i), MAX_KEY)));
        }
        return checked;
    }
}
