package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.admin.ResolutionsRepresentation.Resolution;
import dev.clientportal.keycloak.admin.ResolutionsResultRepresentation.Resolved;
import dev.clientportal.keycloak.difference.DifferenceAction;
import dev.clientportal.keycloak.difference.RecordField;
import java.util.List;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;

/** Accepts and ignores many differences, each in a transaction of its own, so that what fails undoes nothing else. */
final class BulkResolution {
    private static final int MAX = 1000;
    private static final String LIST = "differences";

    private final StaffCall call;
    private final List<Resolution> wanted;
    private final OwnTransaction own;

    BulkResolution(StaffCall call, ResolutionsRepresentation wanted) {
        this.call = call;
        this.wanted = Check.required(LIST, wanted.differences());
        this.own = new OwnTransaction(call);
        if (this.wanted.isEmpty() || this.wanted.size() > MAX) throw Check.invalid(LIST, "From 1 to " + MAX + ".");
        for (int i = 0; i < this.wanted.size(); i++) check(LIST + ".[" + i + "]", this.wanted.get(i));
    }

    private static void check(String name, Resolution one) {
        Check.required(name, one);
        id(name + ".companyId", one.companyId());
        id(name + ".userId", one.userId());
        Check.required(name + ".action", one.action());
        if (RecordField.of(one.field()).isEmpty()) throw Check.invalid(name + ".field", "A record has no such field.");
    }

    /** The answer repeats it, which not every text would survive. */
    private static void id(String name, String id) {
        if (!Check.isId(Check.required(name, id))) throw Check.invalid(name, "Not an id.");
    }

    ResolutionsResultRepresentation run() {
        return new ResolutionsResultRepresentation(wanted.stream()
                .map(one -> new Resolved(one.companyId(), one.userId(), one.field(), outcome(one)))
                .toList());
    }

    private String outcome(Resolution one) {
        OrganizationModel company = new Lookup(call).find(one.companyId());
        if (company == null || !call.staff().canView(company)) return "not_found";
        UserModel contact = new Lookup(call).find(company, one.userId());
        if (contact == null || !call.staff().canView(contact)) return "not_found";
        if (!call.staff().canManage(company)) return "not_allowed";
        return own.outcomeOf(session -> {
            new ContactDifferencesResource(call.in(session), company, contact)
                    .resolve(RecordField.of(one.field()).orElseThrow(), one.action());
            return one.action() == DifferenceAction.ACCEPT ? "accepted" : "ignored";
        });
    }
}
