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
    private final UploadRules rules;
    private final Storage storage;
    private final Documents documents;

    Uploads(UploadRules rules, Storage storage, Documents documents) {
        this.rules = rules;
        this.storage = storage;
        this.documents = documents;
    }

    /** @param task null for documents of the company itself */
    List<Outcome> take(CompanyKey company, String task, List<FileUpload> files, Actor actor) {
        return files.stream()
                .map(file -> take(company, task, FileName.clean(file.fileName()), file.uploadedFile(), actor))
                .toList();
    }

    private Outcome take(CompanyKey company, String task, String name, Path file, Actor actor) {
        try {
            String contentType = rules.contentType(name, file);
            documents.add(company, new NewDocument(task, name, contentType, stored(file)), actor);
            return new Outcome(name, null);
        } catch (NotTakenException e) {
            return new Outcome(name, e.problem());
        } catch (TooLargeException e) {
            return new Outcome(name, Problem.TOO_LARGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stored stored(Path file) throws IOException, TooLargeException {
        try (InputStream content = Files.newInputStream(file)) {
            return storage.put(content, rules.largestFile());
        }
    }
}
