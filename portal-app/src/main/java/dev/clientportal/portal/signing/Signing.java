package dev.clientportal.portal.signing;

import dev.clientportal.portal.Sha256;
import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.document.DocumentRow;
import dev.clientportal.portal.document.Documents;
import dev.clientportal.portal.document.FileName;
import dev.clientportal.portal.document.NewDocument;
import dev.clientportal.portal.document.NotTakenException;
import dev.clientportal.portal.document.Storage;
import dev.clientportal.portal.document.Storage.Stored;
import dev.clientportal.portal.document.TooLargeException;
import dev.clientportal.portal.document.Uploads;
import dev.clientportal.portal.firm.Firm;
import dev.clientportal.portal.task.TaskKind;
import dev.clientportal.portal.task.TaskView;
import dev.clientportal.portal.task.Tasks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Signs documents. What is to be signed is the firm's newest PDF at a task of the kind {@link TaskKind#SIGN}. */
@ApplicationScoped
public class Signing implements Uploads.Check {
    static final String PDF = "application/pdf";

    private static final String SELECT = """
            select s.id, s.signedId, s.documentName, s.companyName, s.typedName, s.signedAt from SignatureEntity s
            where s.firm = :firm
            """;

    private final Session database;
    private final Tasks tasks;
    private final Documents documents;
    private final Storage storage;
    private final EvidenceText texts;
    private final Clock clock;

    Signing(Session database, Tasks tasks, Documents documents, Storage storage, EvidenceText texts, Clock clock) {
        this.database = database;
        this.tasks = tasks;
        this.documents = documents;
        this.storage = storage;
        this.texts = texts;
        this.clock = clock;
    }

    /** How an attempt to sign ended. */
    enum Outcome {
        /** Also when it was signed before: there is a signature. */
        SIGNED,
        /** What was read is not what is to be signed any more. */
        CHANGED,
        /** It came in without {@link #check}. */
        UNFIT,
        /** The task's project is closed. */
        CLOSED
    }

    /** To be asked before a file of the firm becomes a document of a task that is to be signed. */
    @Override
    public void check(String name, Path file) throws IOException, NotTakenException {
        if (!name.toLowerCase(Locale.ROOT).endsWith(".pdf")) return;
        try {
            SignedPdf.check(file);
        } catch (UnfitPdfException e) {
            throw new UnfitToSignException(e.reason());
        }
    }

    /** Empty when the contact does not see the task, or when there is nothing to sign at it. */
    @Transactional
    public Optional<ToSign> find(CompanyKey company, String contact, String task) {
        return tasks.find(company, contact, task)
                .filter(found -> found.kind() == TaskKind.SIGN)
                .map(found -> new ToSign(found, original(company, contact, found), signature(company, task)));
    }

    private DocumentRow original(CompanyKey company, String contact, TaskView task) {
        return database.createSelectionQuery("""
                        select d.id from DocumentEntity d
                        where d.firm = :firm and d.companyId = :company and d.taskId = :task
                        and d.ofFirm = true and d.contentType = :pdf order by d.uploadedAt desc, d.id desc
                        """, String.class)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .setParameter("task", task.id())
                .setParameter("pdf", PDF)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .flatMap(id -> documents.find(company, contact, id))
                .orElse(null);
    }

    private Signature signature(CompanyKey company, String task) {
        return database.createSelectionQuery(
                        SELECT + " and s.companyId = :company and s.taskId = :task", Signature.class)
                .setParameter("firm", company.firm())
                .setParameter("company", company.id())
                .setParameter("task", task)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /**
     * Signs what the contact was found to see.
     *
     * @param document the one that was read
     * @param verifyAt the address where files are checked
     */
    Outcome sign(
            Firm firm,
            CompanyKey company,
            ToSign wanted,
            String document,
            String typedName,
            Signer signer,
            String verifyAt)
            throws IOException {
        if (wanted.signature() != null) return Outcome.SIGNED;
        DocumentRow original = wanted.original();
        if (original == null || !original.id().equals(document)) return Outcome.CHANGED;
        String id = UUID.randomUUID().toString();
        Instant now = clock.instant();
        Path read = Files.createTempFile("original", ".pdf");
        Path made = Files.createTempFile("signed", ".pdf");
        try {
            try (InputStream content = storage.open(original.storageKey())) {
                Files.copy(content, read, StandardCopyOption.REPLACE_EXISTING);
            }
            if (!Sha256.of(read).equals(original.sha256())) {
                throw new IOException("The file in the storage is not the document " + original.id());
            }
            SignedPdf.make(read, texts.of(id, firm, original, signer, typedName, now, verifyAt), now, made);
            return keep(company, signature(id, company, wanted, typedName, signer, now), put(made), signer);
        } catch (UnfitPdfException e) {
            return Outcome.UNFIT;
        } finally {
            Files.delete(read);
            Files.delete(made);
        }
    }

    private Stored put(Path made) throws IOException {
        try (InputStream content = Files.newInputStream(made)) {
            return storage.put(content, Long.MAX_VALUE);
        } catch (TooLargeException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of two that are sent at once the database takes one; the other's file goes away with its transaction. */
    private Outcome keep(CompanyKey company, SignatureEntity signature, Stored signed, Signer signer) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                if (!tasks.isOpen(company, signer.actor(), signature.taskId)) return Outcome.CLOSED;
                String name = FileName.clean(texts.signedName(signature.documentName, signer.language()) + ".pdf");
                signature.signedSha256 = signed.sha256();
                signature.signedId =
                        documents.add(company, new NewDocument(signature.taskId, name, PDF, signed), signer.actor());
                database.persist(signature);
                database.flush();
                tasks.sign(company, signer.actor(), signature.taskId);
                return Outcome.SIGNED;
            });
        } catch (PersistenceException e) {
            Signature other = QuarkusTransaction.requiringNew().call(() -> signature(company, signature.taskId));
            if (other == null) throw e;
            return Outcome.SIGNED;
        }
    }

    private static SignatureEntity signature(
            String id, CompanyKey company, ToSign wanted, String typedName, Signer signer, Instant now) {
        SignatureEntity signature = new SignatureEntity();
        signature.id = id;
        signature.firm = company.firm();
        signature.companyId = company.id();
        signature.taskId = wanted.task().id();
        signature.originalId = wanted.original().id();
        signature.originalSha256 = wanted.original().sha256();
        signature.documentName = wanted.original().name();
        signature.companyName = signer.companyName();
        signature.signerId = signer.actor().id();
        signature.signerName = signer.actor().name();
        signature.signerEmail = signer.email();
        signature.typedName = typedName;
        signature.signedAt = now.toEpochMilli();
        signature.ip = signer.ip();
        signature.client = signer.client();
        return signature;
    }

    /** The signature that this file shows, to its last byte. */
    @Transactional
    Optional<Signature> genuine(String firm, String sha256) {
        return database.createSelectionQuery(SELECT + " and s.signedSha256 = :sha256", Signature.class)
                .setParameter("firm", firm)
                .setParameter("sha256", sha256)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Whether the file is one that was signed, as it was before. */
    @Transactional
    boolean isOriginal(String firm, String sha256) {
        return database.createSelectionQuery(
                                "select count(*) from SignatureEntity s where s.firm = :firm and s.originalSha256 = :sha256",
                                Long.class)
                        .setParameter("firm", firm)
                        .setParameter("sha256", sha256)
                        .getSingleResult()
                > 0;
    }
}
