package dev.clientportal.portal.message;

import dev.clientportal.portal.audit.Action;
import dev.clientportal.portal.audit.Actor;
import dev.clientportal.portal.audit.Audit;
import dev.clientportal.portal.audit.Subject;
import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.notification.Notification;
import dev.clientportal.portal.notification.Notifications;
import dev.clientportal.portal.page.Listing;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** What contacts and their firm write to each other. Other contacts of the same company neither read nor count it. */
@ApplicationScoped
public class Messages {
    private static final String ROW = """
            select id, firm, companyId, userId, contactName, companyName, writtenAt, unreadByFirm from ThreadEntity
            """;

    private final Session database;
    private final Audit audit;
    private final Notifications notifications;
    private final Clock clock;

    Messages(Session database, Audit audit, Notifications notifications, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * The newest messages of the contact's thread, oldest first.
     *
     * @param before what the later part gave as next, or null
     */
    @Transactional
    public Listing<MessageView> ofContact(CompanyKey company, String contact, Long before, int max) {
        return database.createSelectionQuery(
                        "select id from ThreadEntity where firm = :firm and companyId = :company and userId = :contact",
                        String.class)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .setParameter("contact", contact)
                .getResultStream()
                .findFirst()
                .map(thread -> part(company, thread, before, max))
                .orElse(new Listing<>(List.of(), null));
    }

    private Listing<MessageView> part(CompanyKey company, String thread, Long before, int max) {
        List<MessageView> newestFirst = database.createSelectionQuery("""
                        select id, authorName, ofFirm, text, writtenAt from MessageEntity
                        where threadId = :thread and firm = :firm and companyId = :company and writtenAt < :before
                        order by writtenAt desc
                        """, MessageView.class)
                .setParameter("thread", thread)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setMaxResults(max + 1)
                .getResultList();
        Listing<MessageView> part = Listing.of(newestFirst, max, oldest -> Long.toString(oldest.writtenAt()));
        List<MessageView> oldestFirst = new ArrayList<>(part.items());
        Collections.reverse(oldestFirst);
        return new Listing<>(oldestFirst, part.next());
    }

    /** How many messages of the firm the contact has not read. */
    @Transactional
    public int unreadByContact(CompanyKey company, String contact) {
        return database.createSelectionQuery("""
                        select unreadByContact from ThreadEntity
                        where firm = :firm and companyId = :company and userId = :contact
                        """, Integer.class)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .setParameter("contact", contact)
                .getResultStream()
                .findFirst()
                .orElse(0);
    }

    /**
     * The contact has read all.
     *
     * @param newest when the newest message that they saw was written: one that came since stays unread
     */
    @Transactional
    public void readByContact(Correspondent contact, long newest) {
        database.createMutationQuery("""
                        update ThreadEntity set unreadByContact = 0, contactName = :name, companyName = :companyName
                        where firm = :firm and companyId = :company and userId = :contact
                        and writtenAt = :newest and unreadByContact > 0
                        """)
                .setParameter("name", contact.name())
                .setParameter("companyName", contact.companyName())
                .setParameter("firm", contact.company().firm())
                .setParameter("company", contact.company().id())
                .setParameter("contact", contact.id())
                .setParameter("newest", newest)
                .executeUpdate();
    }

    /** A thread of the firm. Who asks has yet to be found to see its company. */
    @Transactional
    public Optional<ThreadRow> thread(String firm, String id) {
        return database.createSelectionQuery(ROW + "where firm = :firm and id = :id", ThreadRow.class)
                .setParameter("firm", firm)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The contact's; empty when nobody has written yet. */
    @Transactional
    public Optional<ThreadRow> thread(CompanyKey company, String contact) {
        return database.createSelectionQuery(
                        ROW + "where firm = :firm and companyId = :company and userId = :contact", ThreadRow.class)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .setParameter("contact", contact)
                .getResultStream()
                .findFirst();
    }

    /** See {@link #ofContact}. */
    @Transactional
    public Listing<MessageView> ofThread(ThreadRow thread, Long before, int max) {
        return part(thread.company(), thread.id(), before, max);
    }

    /** The firm has read all; see {@link #readByContact}. */
    @Transactional
    public void readByFirm(ThreadRow thread, long newest) {
        database.createMutationQuery("""
                        update ThreadEntity set unreadByFirm = false
                        where id = :id and firm = :firm and companyId = :company
                        and writtenAt = :newest and unreadByFirm = true
                        """)
                .setParameter("id", thread.id())
                .setParameter("firm", thread.firm())
                .setParameter("company", thread.companyId())
                .setParameter("newest", newest)
                .executeUpdate();
    }

    /**
     * The firm's threads, of all its companies: the unread ones first, then those with the newest messages.
     *
     * @param words how a word of the contact's or the company's name begins; empty for all
     * @param after what the part before gave as next, or null
     */
    @Transactional
    public Listing<ThreadRow> inbox(String firm, boolean unreadOnly, String words, String after, int max) {
        InboxPlace from = InboxPlace.parse(after);
        List<ThreadRow> found = new ArrayList<>();
        if (from.unread()) found.addAll(inboxPart(firm, words, from, max + 1));
        if (!unreadOnly && found.size() <= max) {
            InboxPlace read = from.unread() ? InboxPlace.OF_READ : from;
            found.addAll(inboxPart(firm, words, read, max + 1 - found.size()));
        }
        return Listing.of(found, max, row -> InboxPlace.of(row).toString());
    }

    private List<ThreadRow> inboxPart(String firm, String words, InboxPlace after, int max) {
        return database.createSelectionQuery(ROW + """
                                where firm = :firm and unreadByFirm = :unread
                                and (writtenAt < :writtenAt or writtenAt = :writtenAt and id < :id)
                                and (concat(' ', lower(contactName)) like :words escape '!'
                                or concat(' ', lower(companyName)) like :words escape '!')
                                order by writtenAt desc, id desc
                                """, ThreadRow.class)
                .setParameter("firm", firm)
                .setParameter("unread", after.unread())
                .setParameter("writtenAt", after.writtenAt())
                .setParameter("id", after.id())
                .setParameter("words", words.isEmpty() ? "%" : "% " + literally(words) + "%")
                .setMaxResults(max)
                .getResultList();
    }

    private static String literally(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    }

    /**
     * Writes to the other side; the first message begins the thread.
     *
     * @param author the contact, or somebody of the firm
     * @param id made with the form: the same form sent twice is one message
     * @param mail tells the contact of it, unless they were told of an earlier one that they have not read; null for none
     */
    public void send(Correspondent contact, Actor author, UUID id, String text, Notification mail) {
        try {
            QuarkusTransaction.requiringNew().run(() -> write(contact, author, id, text, mail));
        } catch (PersistenceException threadWasBegunMeanwhile) {
            QuarkusTransaction.requiringNew().run(() -> write(contact, author, id, text, mail));
        }
    }

    /** Whoever writes has the thread to themselves until it is written. */
    private void write(Correspondent contact, Actor author, UUID id, String text, Notification mail) {
        ThreadEntity thread = locked(contact).orElseGet(() -> begun(contact));
        if (database.find(MessageEntity.class, new MessageEntity.Key(thread.id, id.toString())) != null) return;
        thread.contactName = contact.name();
        thread.companyName = contact.companyName();
        thread.writtenAt = Math.max(clock.millis(), thread.writtenAt + 1);
        if (author.isOfFirm()) {
            if (mail != null && thread.unreadByContact == 0) notifications.queue(mail);
            thread.unreadByContact++;
        } else {
            thread.unreadByFirm = true;
        }
        MessageEntity message = new MessageEntity();
        message.threadId = thread.id;
        message.id = id.toString();
        message.firm = thread.firm;
        message.companyId = thread.companyId;
        message.authorId = author.id();
        message.authorName = author.name();
        message.ofFirm = author.isOfFirm();
        message.text = text;
        message.writtenAt = thread.writtenAt;
        database.persist(message);
        audit.write(author, contact.company(), Action.MESSAGE_SENT, Subject.of(thread.id));
    }

    private Optional<ThreadEntity> locked(Correspondent contact) {
        return database.createSelectionQuery(
                        "from ThreadEntity where firm = :firm and companyId = :company and userId = :contact",
                        ThreadEntity.class)
                .setParameter("firm", contact.company().firm())
                .setParameter("company", contact.company().id())
                .setParameter("contact", contact.id())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private ThreadEntity begun(Correspondent contact) {
        ThreadEntity thread = ThreadEntity.of(contact);
        database.persist(thread);
        database.flush();
        return thread;
    }
}
