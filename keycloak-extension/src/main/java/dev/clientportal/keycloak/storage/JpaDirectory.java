package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.directory.CompanyRow;
import dev.clientportal.keycloak.directory.ContactFilter;
import dev.clientportal.keycloak.directory.ContactRow;
import dev.clientportal.keycloak.directory.Directory;
import dev.clientportal.keycloak.directory.FailedMails;
import dev.clientportal.keycloak.directory.InvitationRow;
import dev.clientportal.keycloak.directory.InvitationState;
import dev.clientportal.keycloak.directory.InvitationTimes;
import dev.clientportal.keycloak.directory.MailRow;
import dev.clientportal.keycloak.directory.OfContact;
import dev.clientportal.keycloak.directory.Page;
import dev.clientportal.keycloak.directory.PageRequest;
import dev.clientportal.keycloak.directory.UserRow;
import dev.clientportal.keycloak.mail.MailKind;
import dev.clientportal.keycloak.mail.MailState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;

/** The lists, each in a class of its own. */
final class JpaDirectory extends JpaStore implements Directory {
    JpaDirectory(KeycloakSession session) {
        super(session);
    }

    @Override
    public Page<CompanyRow> companies(String realmId, String search, Boolean active, PageRequest page) {
        return new CompanyPages(em).read(realmId, search, active, page);
    }

    @Override
    public Page<ContactRow> contacts(String realmId, ContactFilter filter, PageRequest page) {
        return new ContactPages(em).read(realmId, filter, page);
    }

    @Override
    public List<ContactRow> contacts(String realmId, String companyId, Set<String> userIds) {
        return userIds.isEmpty() ? List.of() : new ContactPages(em).of(realmId, companyId, userIds);
    }

    @Override
    public List<ContactRow> contacts(String realmId, List<? extends OfContact> wanted) {
        return wanted.isEmpty() ? List.of() : new ContactPages(em).of(realmId, wanted);
    }

    @Override
    public Map<String, UserRow> usersByAddress(String realmId, Set<String> addresses) {
        if (addresses.isEmpty()) return Map.of();
        return em.createQuery(
                        "select u.email, u.id, u.enabled from UserEntity u where u.realmId = :realm and u.email in (:all)",
                        Object[].class)
                .setParameter("realm", realmId)
                .setParameter("all", addresses)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> (String) row[0],
                        row -> new UserRow((String) row[1], (Boolean) row[2]),
                        (one, two) -> one));
    }

    @Override
    public Page<InvitationRow> invitations(String realmId, String orgId, String userId, PageRequest page) {
        return new InvitationPages(em).read(realmId, orgId, userId, page);
    }

    @Override
    public Page<InvitationRow> invitations(String realmId, InvitationState state, PageRequest page) {
        return new InvitationPages(em).read(realmId, state, page);
    }

    @Override
    public Page<MailRow> mails(String realmId, MailState state, MailKind kind, boolean onlyBounced, PageRequest page) {
        return new MailPages(em).read(realmId, state, kind, onlyBounced, page);
    }

    @Override
    public FailedMails failedMails(String realmId) {
        return new MailCounts(em).failed(realmId);
    }

    @Override
    public List<InvitationTimes> invitationTimes(String realmId, long from, long until, long now) {
        return new MailCounts(em).invitations(realmId, from, until, now);
    }

    @Override
    public MailRow mail(String mailId) {
        return new MailPages(em).one(mailId);
    }

    @Override
    public Optional<MailRow> latestMail(String realmId, String userId, MailKind kind) {
        return new MailPages(em).latest(realmId, userId, kind);
    }

    /** Named in the services file. */
    public static final class Factory extends JpaStoreFactory<Directory> implements Directory.Factory {
        @Override
        public Directory create(KeycloakSession session) {
            return new JpaDirectory(session);
        }
    }
}
