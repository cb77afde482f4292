package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.access.AccessState;
import dev.clientportal.keycloak.company.CompanyStore;
import dev.clientportal.keycloak.directory.ContactRow;
import dev.clientportal.keycloak.directory.Directory;
import dev.clientportal.keycloak.directory.UserRow;
import dev.clientportal.keycloak.transfer.TransferStore;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
        String realmId = call.realm().getId();
        Map<String, String> aliases =
                call.get(TransferStore.class).companyIds(realmId, all(asked, one -> Stream.ofNullable(one.alias())));
        Map<String, UserRow> users = call.get(Directory.class)
                .usersByAddress(realmId, all(asked, one -> emails(one).map(KnownResource::small)));
        return new KnownRepresentation(
                asked.stream().map(one -> known(one, aliases, users)).toList());
    }

    private static Set<String> all(
            List<KnownQuestion.Company> asked, Function<KnownQuestion.Company, Stream<String>> part) {
        return asked.stream().flatMap(part).collect(Collectors.toSet());
    }

    private static Stream<String> emails(KnownQuestion.Company asked) {
        return asked.emails() == null ? Stream.of() : asked.emails().stream();
    }

    private static String small(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
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

    private KnownRepresentation.Company known(
            KnownQuestion.Company asked, Map<String, String> aliases, Map<String, UserRow> users) {
        String id = Optional.ofNullable(asked.externalId())
                .flatMap(external -> call.get(CompanyStore.class)
                        .findByExternalId(call.realm().getId(), external))
                .orElse(asked.alias() == null ? null : aliases.get(asked.alias()));
        Map<String, ContactRow> members = members(id, asked, users);
        return new KnownRepresentation.Company(
                id,
                emails(asked)
                        .filter(email -> users.containsKey(small(email)))
                        .map(email -> contact(email, users.get(small(email)), members))
                        .toList());
    }

    private Map<String, ContactRow> members(String id, KnownQuestion.Company asked, Map<String, UserRow> users) {
        Set<String> ids = emails(asked)
                .map(email -> users.get(small(email)))
                .filter(Objects::nonNull)
                .map(UserRow::id)
                .collect(Collectors.toSet());
        if (id == null || ids.isEmpty()) return Map.of();
        return call.get(Directory.class).contacts(call.realm().getId(), id, ids).stream()
                .collect(Collectors.toMap(ContactRow::userId, Function.identity()));
    }

    private static KnownRepresentation.Contact contact(String email, UserRow user, Map<String, ContactRow> members) {
        ContactRow member = members.get(user.id());
        return new KnownRepresentation.Contact(
                email,
                user.enabled(),
                member != null,
                member == null ? AccessState.NONE : member.state(),
                member == null ? null : member.acceptedAt(),
                member == null ? null : member.invitedAt());
    }
}
