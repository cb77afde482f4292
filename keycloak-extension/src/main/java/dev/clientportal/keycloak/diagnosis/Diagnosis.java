package dev.clientportal.keycloak.diagnosis;

import dev.clientportal.keycloak.access.AccessFacts;
import dev.clientportal.keycloak.access.AccessPolicy;
import dev.clientportal.keycloak.access.AccessState;
import dev.clientportal.keycloak.access.ContactStore;
import dev.clientportal.keycloak.company.CompanyStore;
import dev.clientportal.keycloak.diagnosis.Finding.Action;
import dev.clientportal.keycloak.directory.Directory;
import dev.clientportal.keycloak.directory.InvitationRow;
import dev.clientportal.keycloak.directory.MailRow;
import dev.clientportal.keycloak.directory.PageRequest;
import dev.clientportal.keycloak.firm.Firm;
import dev.clientportal.keycloak.firm.FirmStore;
import dev.clientportal.keycloak.limit.Limiter;
import dev.clientportal.keycloak.mail.Bounce;
import dev.clientportal.keycloak.mail.MailKind;
import dev.clientportal.keycloak.mail.MailState;
import dev.clientportal.keycloak.mail.PublicUrl;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Why can this contact not log in to this company? Everything that could keep them out, in the order to fix it. */
public final class Diagnosis {
    private static final PageRequest NEWEST = new PageRequest(List.of(), 1);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final OrganizationModel company;
    private final UserModel contact;
    private final Findings findings;
    private final long now = Time.currentTimeMillis();

    public Diagnosis(KeycloakSession session, RealmModel realm, OrganizationModel company, UserModel contact) {
        this.session = session;
        this.realm = realm;
        this.company = company;
        this.contact = contact;
        this.findings = new Findings(realm.getName());
    }

    /** Whether the contact would be let in now, should nothing else fail. */
    public boolean isOpen() {
        return new AccessPolicy(session)
                .toLogIn(realm, company.getId(), contact)
                .isAllowed();
    }

    public List<Finding> findings() {
        Optional<Firm> firm = session.getProvider(FirmStore.class).find(realm.getId());
        Optional<AccessFacts> access =
                session.getProvider(ContactStore.class).facts(realm.getId(), company.getId(), contact.getId());
        firm(firm);
        new PortalSetup(realm, findings).check(firm);
        company();
        user();
        access(access);
        mail(firm);
        invitation(access);
        loginMail();
        sessions(access);
        return findings.inOrder();
    }

    private void firm(Optional<Firm> firm) {
        findings.error(
                !realm.isOrganizationsEnabled(),
                FindingCode.ORGANIZATIONS_OFF,
                "Organizations are switched off in the realm.",
                "Switch them on in the realm's settings.",
                findings.keycloak("PUT", ""));
        boolean saved = firm.map(Firm::getDomain).isPresent();
        findings.error(
                !saved,
                FindingCode.FIRM_SETTINGS_MISSING,
                "The firm has not saved its portal settings.",
                "Save them with a domain name, then activate the portal.",
                findings.portal("PUT", "firm"));
        findings.error(
                saved && firm.filter(Firm::isActive).isEmpty(),
                FindingCode.FIRM_INACTIVE,
                "The firm's portal is not active.",
                "Activate it.",
                findings.portal("POST", "firm/activate"));
    }

    private void company() {
        findings.error(
                !company.isEnabled(),
                FindingCode.ORGANIZATION_DISABLED,
                "The company's organization is disabled in Keycloak.",
                "Enable it.",
                findings.keycloak("PUT", "organizations/" + company.getId()));
        findings.error(
                !session.getProvider(CompanyStore.class).isActive(company.getId()),
                FindingCode.COMPANY_INACTIVE,
                "The company's portal is not active.",
                "Activate it.",
                findings.portal("POST", "companies/" + company.getId() + "/activate"));
    }

    private void user() {
        Action change = findings.keycloak("PUT", "users/" + contact.getId());
        findings.error(
                !contact.isEnabled(),
                FindingCode.USER_DISABLED,
                "The user is disabled in Keycloak.",
                "Enable them.",
                change);
        findings.error(
                !AccessPolicy.hasValidAddress(contact),
                FindingCode.NO_VALID_ADDRESS,
                "The user has no valid e-mail address.",
                "Give them one.",
                change);
        List<String> pending = contact.getRequiredActionsStream().sorted().toList();
        findings.warning(
                !pending.isEmpty(),
                FindingCode.REQUIRED_ACTIONS,
                "Keycloak will ask the user for more at the next login: " + String.join(", ", pending) + ".",
                FindingValues.names(pending),
                "Take the required actions away if contacts cannot do them.",
                change);
    }

    private void access(Optional<AccessFacts> access) {
        findings.error(
                access.isEmpty(),
                FindingCode.NOT_A_MEMBER,
                "The user is not a member of the company.",
                "Make them one.",
                findings.keycloak("POST", "organizations/" + company.getId() + "/members"));
        AccessState state = access.map(AccessFacts::state).orElse(null);
        findings.error(
                state == AccessState.BLOCKED,
                FindingCode.CONTACT_BLOCKED,
                "The contact is blocked in this company.",
                "Unblock them and send an invitation.",
                contactAction("unblock"));
        findings.error(
                state == AccessState.DISABLED || state == AccessState.NONE,
                FindingCode.CONTACT_NOT_ENABLED,
                "The contact's access to this company is not enabled.",
                "Enable it.",
                contactAction("enable"));
        findings.error(
                state == AccessState.ENABLED && access.get().mustAccept(),
                FindingCode.INVITATION_NOT_ACCEPTED,
                "The contact was unblocked and has to accept a new invitation.",
                "Send one.",
                contactAction("invitations"));
    }

    private Action contactAction(String what) {
        return findings.portal("POST", "companies/" + company.getId() + "/contacts/" + contact.getId() + "/" + what);
    }

    private void mail(Optional<Firm> firm) {
        String host = realm.getSmtpConfig().get("host");
        findings.error(
                host == null || host.isBlank(),
                FindingCode.MAIL_SERVER_MISSING,
                "The realm has no mail server: no link and no invitation can be sent.",
                "Set it under Realm settings, Email.",
                findings.keycloak("PUT", ""));
        findings.error(
                PublicUrl.ofRealm(session, realm).isEmpty(),
                FindingCode.HOSTNAME_MISSING,
                "Keycloak's public address is not configured: no link can be made.",
                "Start the server with --hostname, or set the realm's frontend URL.",
                null);
        long paused = firm.map(Firm::getMailPausedUntil).orElse(0L);
        findings.warning(
                paused > now,
                FindingCode.MAIL_SERVER_FAILING,
                "The mail server did not answer; the next try is at " + Instant.ofEpochMilli(paused) + ".",
                FindingValues.at(paused),
                "Look at the mail server. What is waiting is sent by itself.",
                null);
        long wait = AccessPolicy.hasValidAddress(contact)
                ? session.getProvider(Limiter.class).waitBeforeMailTo(realm.getId(), contact.getEmail())
                : 0;
        Optional<Long> bounced = AccessPolicy.hasValidAddress(contact) ? Bounce.of(session, contact) : Optional.empty();
        findings.warning(
                bounced.isPresent(),
                FindingCode.ADDRESS_BOUNCED,
                "The mail server refused the contact's address for good"
                        + bounced.map(when -> " at " + Instant.ofEpochMilli(when))
                                .orElse("")
                        + ": automated mails are not sent to it.",
                FindingValues.at(bounced.orElse(null)),
                "Correct the address, or send an invitation to try it again.",
                contactAction("invitations"));
        findings.warning(
                wait > 0,
                FindingCode.ADDRESS_LIMITED,
                "The contact asked for mails too often; the next one can go out in " + wait + " seconds.",
                FindingValues.seconds(wait),
                "Wait, or send an invitation, which has limits of its own.",
                null);
    }

    private void invitation(Optional<AccessFacts> access) {
        InvitationRow last = session
                .getProvider(Directory.class)
                .invitations(realm.getId(), company.getId(), contact.getId(), NEWEST)
                .items()
                .stream()
                .findFirst()
                .orElse(null);
        Action resend = contactAction("invitations");
        if (last == null) {
            findings.info(
                    access.isPresent(),
                    FindingCode.NEVER_INVITED,
                    "The contact was not invited to this company. They can ask for a link at the login page.",
                    FindingValues.NONE);
            return;
        }
        FindingValues asked = FindingValues.at(last.queuedAt());
        String since = Instant.ofEpochMilli(last.queuedAt()).toString();
        switch (last.state()) {
            case QUEUED ->
                findings.warning(
                        true,
                        FindingCode.INVITATION_WAITING,
                        "The invitation waits to be sent since " + since + ".",
                        asked,
                        "It is sent by itself as soon as the mail server takes it.",
                        null);
            case FAILED ->
                findings.warning(
                        true,
                        FindingCode.INVITATION_FAILED,
                        "The invitation of " + since + " was not delivered: " + last.reason(),
                        asked.because(last.reason()),
                        "Check the address, then send it again.",
                        resend);
            case CANCELLED ->
                findings.warning(
                        true,
                        FindingCode.INVITATION_CANCELLED,
                        "The invitation of " + since + " was not sent: " + last.reason(),
                        asked.because(last.reason()),
                        "Open what was closed, then send it again.",
                        resend);
            case EXPIRED ->
                findings.warning(
                        true,
                        FindingCode.INVITATION_EXPIRED,
                        "The invitation expired at " + Instant.ofEpochMilli(last.expiresAt()) + " without being used.",
                        FindingValues.at(last.expiresAt()),
                        "Send it again.",
                        resend);
            case REVOKED, SUPERSEDED ->
                findings.warning(
                        true,
                        FindingCode.INVITATION_REVOKED,
                        "The invitation of " + since + " was withdrawn: " + last.endedWhy() + ".",
                        asked,
                        "Send it again.",
                        resend);
            case SENT, OPENED ->
                findings.info(
                        true,
                        FindingCode.INVITATION_OPEN,
                        "The invitation of " + since + " is open until " + Instant.ofEpochMilli(last.expiresAt())
                                + (last.openedAt() == null ? "." : "; its page was opened, its button not pressed."),
                        asked.until(last.expiresAt()));
            case ACCEPTED ->
                findings.info(
                        true,
                        FindingCode.INVITATION_ACCEPTED,
                        "The invitation was accepted at " + Instant.ofEpochMilli(last.acceptedAt()) + ".",
                        FindingValues.at(last.acceptedAt()));
        }
    }

    /** The last mail with a login link that went to the contact, for whichever company. */
    private void loginMail() {
        MailRow last = session.getProvider(Directory.class)
                .latestMail(realm.getId(), contact.getId(), MailKind.LOGIN)
                .orElse(null);
        if (last == null) return;
        String asked = Instant.ofEpochMilli(last.queuedAt()).toString();
        findings.warning(
                last.state() == MailState.FAILED || last.state() == MailState.CANCELLED,
                FindingCode.LOGIN_MAIL_NOT_SENT,
                "The login link that was asked for at " + asked + " was not sent: " + last.reason(),
                FindingValues.at(last.queuedAt()).because(last.reason()),
                "Check the address and the mail server.",
                null);
        findings.info(
                last.state() == MailState.SENT || last.state() == MailState.QUEUED,
                FindingCode.LOGIN_MAIL,
                "A login link was asked for at " + asked
                        + (last.sentAt() == null
                                ? "; it waits to be sent."
                                : " and given to the mail server at " + Instant.ofEpochMilli(last.sentAt()) + "."),
                FindingValues.at(last.queuedAt()).sent(last.sentAt()));
    }

    private void sessions(Optional<AccessFacts> access) {
        Long lastUsed = access.map(AccessFacts::lastUsedAt).orElse(null);
        findings.info(
                lastUsed != null,
                FindingCode.LAST_ENTERED,
                "The contact last entered the company at " + Instant.ofEpochMilli(lastUsed == null ? 0 : lastUsed)
                        + ".",
                FindingValues.at(lastUsed));
        List<String> clients = session.sessions()
                .getUserSessionsStream(realm, contact)
                .flatMap(running -> running.getAuthenticatedClientSessions().values().stream())
                .map(entered -> entered.getClient().getClientId())
                .distinct()
                .sorted()
                .toList();
        findings.info(
                !clients.isEmpty(),
                FindingCode.SIGNED_IN,
                "The contact is signed in now, in: " + String.join(", ", clients) + ".",
                FindingValues.names(clients));
    }
}
