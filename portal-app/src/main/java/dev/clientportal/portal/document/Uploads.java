package dev.clientportal.portal.document;

import dev.clientportal.portal.audit.Actor;
import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.document.Storage.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Takes the files of a form, each for itself: one that is refused does not keep the others out. */
@ApplicationScoped
public class Uploads {
    /** For files that only have to be what they are called. */
    public static final Check ANY = (name, file) -> {};

    private final UploadRules rules;
    private final Storage storage;
    private final Documents documents;

    Uploads(UploadRules rules, Storage storage, Documents documents) {
        this.rules = rules;
        this.storage = storage;
        this.documents = documents;
    }

    /** What else a file has to be. */
    public interface Check {
        /** @throws NotTakenException when it is not */
        void check(String name, Path file) throws IOException, NotTakenException;
    }

    /** @param task null for documents of the company itself */
    List<Outcome> take(CompanyKey company, String task, List<FileUpload> files, Actor actor, Check check) {
        return files.stream()
                .map(file -> outcome(company, task, FileName.clean(file.fileName()), file.uploadedFile(), actor, check))
                .toList();
    }

    private Outcome outcome(CompanyKey company, String task, String name, Path file, Actor actor, Check check) {
        try {
            take(company, task, name, file, actor, check);
            return new Outcome(name, null);
        } catch (NotTakenException e) {
            return new Outcome(name, e.problem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes one file.
     *
     * @param task null for a document of the company itself
     * @param name as somebody gave it
     * @return the document's id
     */
    public String take(CompanyKey company, String task, String name, Path file, Actor actor, Check check)
            throws IOException, NotTakenException {
        String clean = FileName.clean(name);
        check.check(clean, file);
        return documents.add(
                company, new NewDocument(task, clean, rules.contentType(clean, file), stored(file)), actor);
    }

    private Stored stored(Path file) throws IOException, NotTakenException {
        try (InputStream content = Files.newInputStream(file)) {
            return storage.put(content, rules.largestFile());
        } catch (TooLargeException e) {
            throw new NotTakenException(Problem.TOO_LARGE);
        }
    }
}
