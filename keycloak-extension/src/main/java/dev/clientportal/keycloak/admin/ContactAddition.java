package dev.clientportal.keycloak.admin;

import static org.keycloak.events.admin.OperationType.CREATE;

import dev.clientportal.keycloak.access.NewContact;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/** Lets somebody in by their address: finds or makes the user, the membership and the access, and may invite. */
final class ContactAddition {

    private final StaffCall call;
    private final String companyId;
    private final NewContact person;
    private final boolean silent;
    private final boolean invite;

    ContactAddition(StaffCall call, OrganizationModel company, NewContactRepresentation wanted) {
        this.call = call;
        this.companyId = company.getId();
        this.silent = Boolean.TRUE.equals(wanted.silent());
        this.invite = Boolean.TRUE.equals(wanted.invite());
        if (invite) call.staff().requireSendMail();
        if (silent && invite) throw Check.invalid("silent", "A silent opening sends no invitation.");
        this.person = wanted.checked(call.realm());
    }

    Response run() {
        return new OwnTransaction(call).runAgain(session -> add(call.in(session)));
    }

    private Response add(StaffCall own) {
        OrganizationModel company = own.get(OrganizationProvider.class).getById(companyId);
        UserModel known = own.session().users().getUserByEmail(own.realm(), person.email());
        boolean member = known != null && company.isMember(known);
        requirePermission(known, member);
        UserModel contact = known == null ? person.create(own.session(), own.realm()) : known;
        if (!member) own.get(OrganizationProvider.class).addMember(company, contact);
        ContactResource resource = new ContactResource(own, company, contact);
        if (!member) {
            own.record(CREATE, AdminResource.CONTACT, resource.path(), Map.of("user_created", known == null));
        }
        ContactRepresentation enabled = resource.enable(silent);
        resource.firmRecord().saveMissing(KnownOfContact.of(person, contact));
        if (invite) resource.invitations().send();
        return member
                ? Response.ok(invite ? resource.read() : enabled).build()
                : Response.created(resource.address())
                        .entity(invite ? resource.read() : enabled)
                        .build();
    }

    /** As Keycloak's own REST asks of who creates a user, and of who adds one to an organization. */
    private void requirePermission(UserModel known, boolean member) {
        if (known == null) call.staff().requireManageContacts();
        else if (member) call.staff().requireView(known);
        else call.staff().requireManage(known);
    }
}
