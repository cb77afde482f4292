package dev.clientportal.keycloak.transfer;

import dev.clientportal.keycloak.transfer.TransferStore.KnownContact;
import dev.clientportal.keycloak.transfer.TransferStore.Member;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom the names in some entries mean in this realm, looked up together. */
record ImportNames(Map<String, String> companies, Map<String, String> users, Set<Member> members) {
    static ImportNames lookUp(TransferStore store, String realmId, List<ContactEntry> entries) {
        Map<String, String> companies = store.companyIds(
                realmId, entries.stream().map(ContactEntry::company).collect(Collectors.toSet()));
        Set<String> usernames = entries.stream().map(ContactEntry::username).collect(Collectors.toSet());
        Set<String> all = new HashSet<>(usernames);
        entries.forEach(entry -> all.addAll(authors(entry)));
        Map<String, String> users = store.userIds(realmId, all);
        Set<String> contacts =
                usernames.stream().map(users::get).filter(Objects::nonNull).collect(Collectors.toSet());
        return new ImportNames(companies, users, store.members(Set.copyOf(companies.values()), contacts));
    }

    /** Null when nothing is against importing it. */
    ImportOutcome reasonAgainst(ContactEntry entry) {
        if (!companies.containsKey(entry.company())) return ImportOutcome.NO_ORGANIZATION;
        if (!users.containsKey(entry.username())) return ImportOutcome.NO_USER;
        return members.contains(member(entry)) ? null : ImportOutcome.NOT_A_MEMBER;
    }

    KnownContact known(ContactEntry entry) {
        return new KnownContact(
                member(entry),
                entry.withLog(
                        log -> log.by() == null ? log : new LogEntry(log.act(), log.at(), null, users.get(log.by()))));
    }

    Set<String> unknownAuthors(ContactEntry entry) {
        return authors(entry).stream().filter(name -> !users.containsKey(name)).collect(Collectors.toSet());
    }

    private Member member(ContactEntry entry) {
        return new Member(companies.get(entry.company()), users.get(entry.username()));
    }

    private static Set<String> authors(ContactEntry entry) {
        return entry.log().stream().map(LogEntry::by).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
