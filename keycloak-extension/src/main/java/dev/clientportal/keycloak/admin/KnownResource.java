package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.access.AccessState;
import dev.clientportal.keycloak.access.ContactAccess;
import dev.clientportal.keycloak.access.ContactStore;
import dev.clientportal.keycloak.company.CompanyStore;
import dev.clientportal.keycloak.transfer.TransferStore;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;

/** Who is there already, asked for many at once: for a dry run. Changes nothing. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Companies")
public final class KnownResource {
    private static final int MAX_COMPANIES = 500;
    private static final int MAX_EMAILS = 1000;
    private static final int MAX = 255;

    private final StaffCall call;

    KnownResource(StaffCall call) {
        this.call = call;
    }

    @POST
    @Operation(
            operationId = "lookUp",
            summary = "Look up companies and people",
            description = "By external ids, aliases and addresses. Only for callers who may see all of them.")
    @APIResponse(
            responseCode = "200",
            description = "What is there.",
            content = @Content(schema = @Schema(implementation = KnownRepresentation.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = KnownQuestion.class)))
    public KnownRepresentation lookUp(InputStream body) {
        call.staff().requireViewAllCompanies();
        call.staff().requireViewAllContacts();
        List<KnownQuestion.Company> asked =
                checked(JsonBody.read(call.session(), body, KnownQuestion.class).companies());
        Map<String, String> aliases = call.get(TransferStore.class)
                .companyIds(
                        call.realm().getId(),
                        asked.stream()
                                .map(KnownQuestion.Company::alias)
                                .filter(Objects::nonNull)
                                .collect(HashSet::new, Set::add, Set::addAll));
        return new KnownRepresentation(
                asked.stream().map(one -> known(one, aliases)).toList());
    }

    private static List<KnownQuestion.Company> checked(List<KnownQuestion.Company> asked) {
        Check.required("companies", asked);
        if (asked.isEmpty() || asked.size() > MAX_COMPANIES) {
            throw Check.invalid("companies", "From 1 to " + MAX_COMPANIES + ".");
        }
        int emails = 0;
        for (int i = 0; i < asked.size(); i++) {
            String field = "companies.[" + i + "]";
            KnownQuestion.Company one = Check.required(field, asked.get(i));
            Check.line(field + ".externalId", one.externalId(), MAX);
            Check.line(field + ".alias", one.alias(), MAX);
            List<String> addresses = one.emails() == null ? List.of() : one.emails();
            addresses.forEach(
                    address -> Check.required(field + ".emails", Check.line(field + ".emails", address, MAX)));
            emails += addresses.size();
        }
        if (emails > MAX_EMAILS) throw Check.invalid("companies", "At most " + MAX_EMAILS + " addresses in all.");
        return asked;
    }

    private KnownRepresentation.Company known(KnownQuestion.Company asked, Map<String, String> aliases) {
        String realmId = call.realm().getId();
        String id = Optional.ofNullable(asked.externalId())
                .flatMap(external -> call.get(CompanyStore.class).findByExternalId(realmId, external))
                .orElse(asked.alias() == null ? null : aliases.get(asked.alias()));
        OrganizationModel company = new Lookup(call).find(id);
        List<String> emails = asked.emails() == null ? List.of() : asked.emails();
        return new KnownRepresentation.Company(
                company == null ? null : id,
                emails.stream()
                        .map(email -> contact(company, email))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private KnownRepresentation.Contact contact(OrganizationModel companyOrNull, String email) {
        UserModel user = call.session().users().getUserByEmail(call.realm(), email);
        if (user == null) return null;
        boolean member = companyOrNull != null && companyOrNull.isMember(user);
        ContactAccess access = member
                ? call.get(ContactStore.class)
                        .find(companyOrNull.getId(), user.getId())
                        .orElse(null)
                : null;
        return new KnownRepresentation.Contact(
                email,
                user.isEnabled(),
                member,
                access == null ? AccessState.NONE : access.getState(),
                access == null ? null : access.getAcceptedAt(),
                access == null ? null : access.getInvitedAt());
    }
}
