package dev.clientportal.keycloak.admin;

import static org.keycloak.events.admin.OperationType.ACTION;
import static org.keycloak.events.admin.OperationType.CREATE;
import static org.keycloak.events.admin.OperationType.UPDATE;

import dev.clientportal.keycloak.access.AccessChange;
import dev.clientportal.keycloak.access.AccessState;
import dev.clientportal.keycloak.access.NewContact;
import dev.clientportal.keycloak.admin.AddedContactsRepresentation.Contact;
import dev.clientportal.keycloak.admin.ContactsAddition.Entry;
import dev.clientportal.keycloak.difference.RecordField;
import dev.clientportal.keycloak.difference.RecordStore;
import dev.clientportal.keycloak.directory.ContactRow;
import dev.clientportal.keycloak.directory.Directory;
import dev.clientportal.keycloak.directory.UserRow;
import dev.clientportal.keycloak.problem.ProblemException;
import dev.clientportal.keycloak.transfer.TransferStore;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Some people to let into one company, in one transaction: who is there already is looked up for all of them at once. Who
 * was disabled or blocked by name stays so, as in {@link BulkContact}: a list of addresses is not a decision about them.
 */
final class ContactBatch {
    private final StaffCall call;
    private final OrganizationModel company;
    private final boolean alone;
    private final boolean managesAll;
    private final boolean viewsAll;
    private final Map<String, UserRow> users = new HashMap<>();
    private Map<String, ContactRow> members = Map.of();
    private Set<String> usernames = Set.of();

    /** @param alone whether to ask Keycloak, too, who may find a user in a directory that the database knows nothing of */
    ContactBatch(StaffCall call, String companyId, boolean alone) {
        this.call = call;
        this.company = call.get(OrganizationProvider.class).getById(companyId);
        this.alone = alone;
        this.managesAll = call.staff().canManageAllContacts();
        this.viewsAll = call.staff().canViewAllContacts();
    }

    /** One outcome for each, in their order. */
    List<Contact> add(List<Entry> entries) {
        lookUp(entries);
        return entries.stream().map(this::add).toList();
    }

    private void lookUp(List<Entry> entries) {
        Directory directory = call.get(Directory.class);
        String realmId = call.realm().getId();
        // Before the addresses: whom another request makes in between is then found by both, and taken for nobody else.
        usernames = call.get(TransferStore.class)
                .userIds(realmId, entries.stream().map(ContactBatch::username).collect(Collectors.toSet()))
                .keySet();
        users.putAll(directory.usersByAddress(
                realmId, entries.stream().map(Entry::address).collect(Collectors.toSet())));
        if (alone) entries.forEach(this::lookUpAtKeycloak);
        members = directory
                .contacts(
                        realmId,
                        company.getId(),
                        users.values().stream().map(UserRow::id).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(ContactRow::userId, Function.identity()));
    }

    private void lookUpAtKeycloak(Entry entry) {
        UserModel user = users.containsKey(entry.address())
                ? null
                : call.session().users().getUserByEmail(call.realm(), entry.address());
        if (user != null) users.put(entry.address(), new UserRow(user.getId(), user.isEnabled()));
    }

    private static String username(Entry entry) {
        return entry.person().username().toLowerCase(Locale.ROOT);
    }

    private Contact add(Entry entry) {
        UserRow user = users.get(entry.address());
        ContactRow member = user == null ? null : members.get(user.id());
        if (!isAllowed(user, member)) return Contact.refused(entry.email(), "not_allowed", null);
        if (member != null) return Contact.of(entry.email(), open(entry, member), member);
        if (user == null) return make(entry);
        if (!user.enabled()) return Contact.of(entry.email(), "user_disabled", user.id());
        return join(entry, user(user.id()), false);
    }

    /** As Keycloak's own REST asks of who creates a user, and of who adds one to an organization. */
    private boolean isAllowed(UserRow user, ContactRow member) {
        if (user == null) return managesAll;
        if (member != null) return viewsAll || call.staff().canView(user(user.id()));
        return call.staff().canManage(user(user.id()));
    }

    private String open(Entry entry, ContactRow member) {
        return switch (member.state()) {
            case BLOCKED -> "blocked";
            case DISABLED -> "disabled";
            case ENABLED -> member.enabled() ? "already_open" : "user_disabled";
            case NONE -> member.enabled() ? enable(entry, user(member.userId())) : "user_disabled";
        };
    }

    private String enable(Entry entry, UserModel contact) {
        ContactResource resource = new ContactResource(call, company, contact);
        resource.enable(entry.silent());
        resource.firmRecord().saveMissing(KnownOfContact.of(entry.person(), contact));
        return "opened";
    }

    private Contact make(Entry entry) {
        if (usernames.contains(username(entry))) {
            return ContactsAddition.refused(entry.email(), NewContact.addressInUse());
        }
        UserModel made;
        try {
            made = entry.person().createUnlessThere(call.session(), call.realm());
        } catch (ProblemException profileRefuses) {
            return ContactsAddition.refused(entry.email(), profileRefuses);
        }
        return join(entry, made, true);
    }

    /** Only what is sure not to be there yet: nothing is looked up. */
    private Contact join(Entry entry, UserModel contact, boolean made) {
        call.get(OrganizationProvider.class).addMember(company, contact);
        String path = new ContactResource(call, company, contact).path();
        call.record(CREATE, AdminResource.CONTACT, path, Map.of("user_created", made));
        new AccessChange(call.session(), call.realm(), call.staff().id()).enableNew(company, contact, entry.silent());
        Map<String, ?> opened = Map.of("state", AccessState.ENABLED, "silent", entry.silent());
        call.record(ACTION, AdminResource.CONTACT, path, opened);
        Map<RecordField, String> known = KnownOfContact.of(entry.person(), contact);
        call.get(RecordStore.class).add(call.realm().getId(), company.getId(), contact.getId(), known);
        List<String> fields = known.keySet().stream().map(RecordField::code).toList();
        call.record(UPDATE, AdminResource.CONTACT, path + "/record", Map.of("fields", fields));
        return Contact.of(entry.email(), "added", contact.getId());
    }

    private UserModel user(String id) {
        return call.session().users().getUserById(call.realm(), id);
    }
}
