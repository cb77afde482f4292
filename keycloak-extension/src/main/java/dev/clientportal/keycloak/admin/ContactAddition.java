package dev.clientportal.keycloak.admin;

import static org.keycloak.events.admin.OperationType.ACTION;
import static org.keycloak.events.admin.OperationType.CREATE;

import dev.clientportal.keycloak.access.AccessChange;
import dev.clientportal.keycloak.access.AccessState;
import dev.clientportal.keycloak.access.ContactStore;
import dev.clientportal.keycloak.access.NewContact;
import dev.clientportal.keycloak.firm.Firm;
import dev.clientportal.keycloak.firm.FirmStore;
import dev.clientportal.keycloak.invitation.Invitations;
import dev.clientportal.keycloak.mail.Mail;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.regex.Pattern;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.utils.EmailValidationUtil;

/** Lets somebody in by their address: finds or makes the user, the membership and the access, and may invite. */
final class ContactAddition {
    private static final int MAX = 255;
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z0-9]{1,8}([-_][A-Za-z0-9]{1,8}){0,4}");

    private final StaffCall call;
    private final RealmModel realm;
    private final OrganizationModel company;
    private final NewContact person;
    private final boolean silent;
    private final boolean invite;

    ContactAddition(StaffCall call, OrganizationModel company, NewContactRepresentation wanted) {
        this.call = call;
        this.realm = call.realm();
        this.company = company;
        this.silent = Boolean.TRUE.equals(wanted.silent());
        this.invite = Boolean.TRUE.equals(wanted.invite());
        if (invite) call.staff().requireSendMail();
        if (silent && invite) throw Check.invalid("silent", "A silent opening sends no invitation.");
        this.person = new NewContact(
                address(wanted.email()),
                Check.line("firstName", wanted.firstName(), MAX),
                Check.line("lastName", wanted.lastName(), MAX),
                locale(wanted.locale()));
    }

    private static String address(String text) {
        String email = Check.required("email", Check.line("email", text, MAX));
        if (!EmailValidationUtil.isValidEmail(email)) throw Check.invalid("email", "Not an e-mail address.");
        return email;
    }

    private String locale(String text) {
        String locale = Check.line("locale", text, MAX);
        if (locale == null) return null;
        boolean known = realm.isInternationalizationEnabled()
                ? realm.getSupportedLocalesStream().anyMatch(locale::equals)
                : LANGUAGE_TAG.matcher(locale).matches();
        if (!known) throw Check.invalid("locale", "Not a language of the realm.");
        return locale;
    }

    Response run() {
        UserModel known = call.session().users().getUserByEmail(realm, person.email());
        boolean member = known != null && company.isMember(known);
        requirePermission(known, member);
        requireOpenDoors(known);
        return call.allOrNothing(() -> add(known, member));
    }

    /** As Keycloak's own REST asks of who creates a user, and of who adds one to an organization. */
    private void requirePermission(UserModel known, boolean member) {
        if (known == null) call.staff().requireManageContacts();
        else if (member) call.staff().requireView(known);
        else call.staff().requireManage(known);
    }

    private void requireOpenDoors(UserModel known) {
        if (call.get(FirmStore.class).find(realm.getId()).filter(Firm::isActive).isEmpty()) {
            throw new ProblemException(Problem.FIRM_INACTIVE, "Activate the firm's portal first.");
        }
        boolean blocked = known != null
                && call.get(ContactStore.class)
                        .find(company.getId(), known.getId())
                        .filter(access -> access.getState() == AccessState.BLOCKED)
                        .isPresent();
        if (blocked) throw new ProblemException(Problem.CONTACT_BLOCKED, "Unblock the contact first.");
    }

    private Response add(UserModel known, boolean member) {
        UserModel contact = known == null ? person.create(call.session(), realm) : known;
        if (!member) call.get(OrganizationProvider.class).addMember(company, contact);
        boolean open = isOpen(contact);
        new AccessChange(call.session(), realm).enable(company, contact, silent);
        Mail mail = invite
                ? new Invitations(call.session(), realm)
                        .send(company, contact, call.staff().id())
                : null;
        ContactResource resource = new ContactResource(call, company, contact);
        if (!member) {
            call.record(CREATE, AdminResource.CONTACT, resource.path(), Map.of("user_created", known == null));
        }
        if (!open) {
            call.record(
                    ACTION,
                    AdminResource.CONTACT,
                    resource.path(),
                    Map.of("state", AccessState.ENABLED, "silent", silent));
        }
        if (mail != null) {
            call.record(CREATE, AdminResource.INVITATION, resource.path() + "/invitations", Map.of("id", mail.getId()));
        }
        return member
                ? Response.ok(resource.read()).build()
                : Response.created(resource.address()).entity(resource.read()).build();
    }

    private boolean isOpen(UserModel contact) {
        return call.get(ContactStore.class)
                .find(company.getId(), contact.getId())
                .filter(access -> access.getState() == AccessState.ENABLED)
                .isPresent();
    }
}
