package dev.clientportal.keycloak.admin;

import static org.keycloak.events.admin.OperationType.ACTION;
import static org.keycloak.events.admin.OperationType.CREATE;
import static org.keycloak.events.admin.OperationType.UPDATE;

import dev.clientportal.keycloak.company.AliasProposal;
import dev.clientportal.keycloak.company.CompanyActivation;
import dev.clientportal.keycloak.company.CompanyStore;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import dev.clientportal.keycloak.transfer.TransferStore;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.utils.ReservedCharValidator;

/** Opens a company by its key: finds it, or makes it, and may activate its portal. Doing it twice is doing it once. */
final class CompanyOpening {
    private static final int MAX = 255;

    private final StaffCall call;
    private final String realmId;
    private final String externalId;
    private final String alias;
    private final String name;
    private final boolean active;

    CompanyOpening(StaffCall call, NewCompanyRepresentation wanted) {
        this.call = call;
        this.realmId = call.realm().getId();
        this.externalId = Check.line("externalId", wanted.externalId(), MAX);
        this.alias = Check.line("alias", wanted.alias(), MAX);
        this.name = Check.line("name", wanted.name(), MAX);
        this.active = Boolean.TRUE.equals(wanted.active());
        if (externalId == null && alias == null) {
            throw Check.invalid("externalId", "It or the alias is needed: names alone do not tell companies apart.");
        }
    }

    Response run() {
        if (!call.realm().isOrganizationsEnabled()) {
            throw new ProblemException(Problem.NOT_FOUND, "Organizations are switched off in the realm.");
        }
        return new OwnTransaction(call).runAgain(session -> open(call.in(session)));
    }

    private Response open(StaffCall own) {
        Optional<String> found = find(own);
        OrganizationModel company = found.map(new Lookup(own)::company).orElseGet(() -> make(own));
        if (found.isPresent() && externalId != null) claim(own, company);
        if (active) activate(own, company);
        CompanyRepresentation shown = CompanyRepresentation.of(own, company);
        return found.isPresent()
                ? Response.ok(shown).build()
                : Response.created(CompanyResource.address(own, company))
                        .entity(shown)
                        .build();
    }

    private Optional<String> find(StaffCall own) {
        Optional<String> called = Optional.ofNullable(externalId)
                .flatMap(id -> own.get(CompanyStore.class).findByExternalId(realmId, id));
        return called.isPresent() || alias == null
                ? called
                : Optional.ofNullable(ids(own, Set.of(alias)).get(alias));
    }

    private Map<String, String> ids(StaffCall own, Set<String> aliases) {
        return own.get(TransferStore.class).companyIds(realmId, aliases);
    }

    private void claim(StaffCall own, OrganizationModel company) {
        CompanyStore store = own.get(CompanyStore.class);
        Optional<String> there = store.externalId(company.getId());
        if (there.isPresent()) {
            if (there.get().equals(externalId)) return;
            throw new ProblemException(Problem.EXTERNAL_ID_USED, "The company has another external id.");
        }
        own.staff().requireManage(company);
        if (!store.claimExternalId(realmId, company.getId(), externalId)) {
            throw new ModelDuplicateException("Claimed by another request");
        }
        own.record(UPDATE, AdminResource.COMPANY, CompanyResource.path(company), Map.of("fields", "externalId"));
    }

    private OrganizationModel make(StaffCall own) {
        if (!own.staff().canManageAllCompanies()) {
            throw Lookup.unknown(own.staff().canQueryCompanies(), "There is no such company.");
        }
        if (name == null) throw Check.invalid("name", "There is no such company yet: a new one needs a name.");
        if (own.get(CompanyStore.class).isNameTaken(realmId, name)) throw taken(own);
        OrganizationModel made = own.get(OrganizationProvider.class).create(name, freeAlias(own));
        own.get(CompanyStore.class).add(realmId, made.getId(), externalId);
        own.record(CREATE, AdminResource.COMPANY, CompanyResource.path(made), Map.of());
        return made;
    }

    /** By another company; or by this one, when another request has made it since it was looked for. */
    private RuntimeException taken(StaffCall own) {
        return find(own).isPresent()
                ? new ModelDuplicateException("Made by another request")
                : new ProblemException(
                        Problem.NAME_TAKEN, "It has another external id or alias.", Map.of("field", "name"));
    }

    private String freeAlias(StaffCall own) {
        if (alias != null) return checked(alias);
        AliasProposal proposal = AliasProposal.of(externalId, name);
        for (int round = 0; ; round++) {
            List<String> some = proposal.some(round);
            Set<String> taken = ids(own, new HashSet<>(some)).keySet();
            Optional<String> free =
                    some.stream().filter(one -> !taken.contains(one)).findFirst();
            if (free.isPresent()) return free.get();
        }
    }

    /** As Keycloak's own REST asks of a new organization's alias. */
    private static String checked(String alias) {
        try {
            ReservedCharValidator.validateNoSpace(alias);
            return alias;
        } catch (ReservedCharValidator.ReservedCharException refused) {
            throw Check.invalid("alias", "Has a character that no alias may have.");
        }
    }

    private static void activate(StaffCall own, OrganizationModel company) {
        own.staff().requireManage(company);
        if (new CompanyActivation(own.session(), own.realm()).activate(company)) {
            own.record(ACTION, AdminResource.COMPANY, CompanyResource.path(company), Map.of("active", true));
        }
    }
}
