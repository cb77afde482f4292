package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.access.NewContact;
import dev.clientportal.keycloak.admin.AddedContactsRepresentation.Contact;
import dev.clientportal.keycloak.firm.ActiveFirm;
import dev.clientportal.keycloak.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.models.OrganizationModel;

/**
 * Lets many people into one company, some at a time in a transaction of their own. When one of them cannot be let in
 * together with the others, each is tried alone: it stops no other.
 */
final class ContactsAddition {
    private static final Logger LOG = Logger.getLogger(ContactsAddition.class);
    private static final int MAX = 1000;

    /** Enough that a transaction costs little for each; more, and the session's own upkeep costs more than it saves. */
    private static final int TOGETHER = 50;

    /** What says that somebody is in, when it is said of them for the first time. */
    private static final Set<String> IN = Set.of("added", "opened");

    private final StaffCall call;
    private final String companyId;
    private final List<NewContactRepresentation> wanted;
    private final boolean silent;
    private final OwnTransaction own;
    private final Contact[] results;

    ContactsAddition(StaffCall call, OrganizationModel company, NewContactsRepresentation wanted) {
        this.call = call;
        this.companyId = company.getId();
        this.wanted = Check.required("contacts", wanted.contacts());
        this.silent = Boolean.TRUE.equals(wanted.silent());
        this.own = new OwnTransaction(call);
        if (this.wanted.isEmpty() || this.wanted.size() > MAX)
            throw Check.invalid("contacts", "From 1 to " + MAX + ".");
        for (int i = 0; i < this.wanted.size(); i++) check("contacts.[" + i + "]", this.wanted.get(i));
        this.results = new Contact[this.wanted.size()];
    }

    private static void check(String name, NewContactRepresentation one) {
        Check.required(name, one);
        if (Boolean.TRUE.equals(one.invite()))
            throw Check.invalid(name + ".invite", "Invite them with a call of its own.");
    }

    /** @param index where it stands in the request */
    record Entry(int index, String email, NewContact person, boolean silent) {
        /** As Keycloak keeps it, and compares by. */
        String address() {
            return person.email().toLowerCase(Locale.ROOT);
        }
    }

    AddedContactsRepresentation run() {
        ActiveFirm.require(call.session(), call.realm());
        Map<String, Entry> first = new HashMap<>();
        List<Entry> again = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
            Entry entry = checked(i);
            if (entry != null && first.putIfAbsent(entry.address(), entry) != null) again.add(entry);
        }
        // In one order for all callers, so that two of them wait for each other and never crosswise.
        List<Entry> all = first.values().stream()
                .sorted(Comparator.comparing(Entry::address))
                .toList();
        for (int from = 0; from < all.size(); from += TOGETHER) {
            together(all.subList(from, Math.min(all.size(), from + TOGETHER)));
        }
        again.forEach(entry -> results[entry.index()] =
                secondTime(entry, results[first.get(entry.address()).index()]));
        return new AddedContactsRepresentation(Arrays.asList(results));
    }

    /** Null when what was sent cannot be anybody. */
    private Entry checked(int index) {
        NewContactRepresentation one = wanted.get(index);
        String email = sendable(one.email());
        try {
            boolean quiet = one.silent() == null ? silent : one.silent();
            return new Entry(index, email, one.checked(call.realm()), quiet);
        } catch (ProblemException refused) {
            results[index] = refused(email, refused);
            return null;
        }
    }

    private static String sendable(String text) {
        boolean whole =
                text != null && text.codePoints().noneMatch(letter -> Character.getType(letter) == Character.SURROGATE);
        return whole ? text : null;
    }

    static Contact refused(String email, ProblemException refused) {
        String detail = refused.field() == null ? refused.getMessage() : refused.field() + ": " + refused.getMessage();
        return Contact.refused(email, OwnTransaction.word(refused.problem()), detail);
    }

    private static Contact secondTime(Entry entry, Contact first) {
        String outcome = IN.contains(first.outcome()) ? "already_open" : first.outcome();
        return new Contact(
                entry.email(), first.userId(), outcome, first.detail(), first.acceptedAt(), first.invitedAt());
    }

    private void together(List<Entry> entries) {
        try {
            keep(entries, own.runTogether(session -> new ContactBatch(call.in(session), companyId, false)
                    .add(entries)));
        } catch (RuntimeException oneOfThem) {
            LOG.debug("Some contacts could not be added together", oneOfThem);
            entries.forEach(this::alone);
        }
    }

    private void alone(Entry entry) {
        List<Entry> one = List.of(entry);
        try {
            keep(one, own.runAgain(session -> new ContactBatch(call.in(session), companyId, true).add(one)));
        } catch (ProblemException refused) {
            results[entry.index()] = refused(entry.email(), refused);
        } catch (RuntimeException failed) {
            LOG.error("A contact could not be added", failed);
            results[entry.index()] = Contact.refused(entry.email(), "failed", null);
        }
    }

    /** Nothing is told before it is committed. */
    private void keep(List<Entry> entries, List<Contact> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) results[entries.get(i).index()] = outcomes.get(i);
    }
}
