package dev.clientportal.keycloak.admin;

import static org.keycloak.events.admin.OperationType.CREATE;

import dev.clientportal.keycloak.access.NewContact;
import dev.clientportal.keycloak.difference.RecordField;
import jakarta.ws.rs.core.Response;
import java.util.EnumMap;
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
    private final String companyId;
    private final NewContact person;
    private final boolean silent;
    private final boolean invite;

    ContactAddition(StaffCall call, OrganizationModel company, NewContactRepresentation wanted) {
        this.call = call;
        this.realm = call.realm();
        this.companyId = company.getId();
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
        resource.firmRecord().saveMissing(knownOf(contact));
        if (invite) resource.invitations().send();
        return member
                ? Response.ok(invite ? resource.read() : enabled).build()
                : Response.created(resource.address())
                        .entity(invite ? resource.read() : enabled)
                        .build();
    }

    /** What the firm said of them, else what their own profile says at this moment. */
    private Map<RecordField, String> knownOf(UserModel contact) {
        Map<RecordField, String> known = new EnumMap<>(RecordField.class);
        known.put(RecordField.EMAIL, person.email());
        putFirst(known, RecordField.FIRST_NAME, person.firstName(), contact.getFirstName());
        putFirst(known, RecordField.LAST_NAME, person.lastName(), contact.getLastName());
        return known;
    }

    private static void putFirst(Map<RecordField, String> known, RecordField field, String said, String own) {
        String value = said != null ? said : own;
        if (value != null && !value.isBlank()) known.put(field, value.strip());
    }

    /** As Keycloak's own REST asks of who creates a user, and of who adds one to an organization. */
    private void requirePermission(UserModel known, boolean member) {
        if (known == null) call.staff().requireManageContacts();
        else if (member) call.staff().requireView(known);
        else call.staff().requireManage(known);
    }
}
