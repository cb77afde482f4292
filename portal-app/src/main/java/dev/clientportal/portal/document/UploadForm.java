package dev.clientportal.portal.document;

import dev.clientportal.portal.audit.Actor;
import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.page.Pages;
import dev.clientportal.portal.signin.Visit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Answers a form with files: back to its page when all were taken, else a page with what became of each. */
@RequestScoped
public class UploadForm {
    private final Visit visit;
    private final Uploads uploads;
    private final UploadRules rules;
    private final Pages pages;

    UploadForm(Visit visit, Uploads uploads, UploadRules rules, Pages pages) {
        this.visit = visit;
        this.uploads = uploads;
        this.rules = rules;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "document")
    static final class Templates {
        private Templates() {}

        /** @param kind {@code noFile}, {@code tooMany}, {@code closed}, or {@code refused} with the outcomes */
        static native TemplateInstance refused(String kind, List<Outcome> outcomes, String back);
    }

    /**
     * @param task null for documents of the company itself
     * @param back the form's page
     */
    public Response take(String task, List<FileUpload> sent, String back) {
        if (!visit.mayUpload()) throw new ForbiddenException();
        return take(visit.companyKey(), visit.actor(), task, sent, back, Uploads.ANY, names -> {});
    }

    /**
     * Of whoever may upload there.
     *
     * @param added is told the names of those that were added, if any were
     */
    public Response take(
            CompanyKey company,
            Actor actor,
            String task,
            List<FileUpload> sent,
            String back,
            Uploads.Check check,
            Consumer<List<String>> added) {
        // A form without a chosen file sends an empty one without a name.
        List<FileUpload> files = sent.stream()
                .filter(file -> file.size() > 0 || !file.fileName().isEmpty())
                .toList();
        if (files.isEmpty()) return refused("noFile", List.of(), back);
        if (files.size() > rules.mostFiles()) return refused("tooMany", List.of(), back);
        List<Outcome> outcomes = uploads.take(company, task, files, actor, check);
        List<String> names =
                outcomes.stream().filter(Outcome::isAdded).map(Outcome::name).toList();
        if (!names.isEmpty()) added.accept(names);
        if (!outcomes.stream().allMatch(Outcome::isAdded)) return refused("refused", outcomes, back);
        // There the focus is, so that who does not see the page hears it.
        return pages.to(back + "?added=" + files.size() + "#added");
    }

    /** Nothing is taken any more where the form's page is. */
    public Response closed(String back) {
        return pages.response(Response.Status.CONFLICT, Templates.refused("closed", List.of(), back + "?added=0"));
    }

    private Response refused(String kind, List<Outcome> outcomes, String back) {
        long added = outcomes.stream().filter(Outcome::isAdded).count();
        // With a query even where the form was sent to its own page: a link to the same address only scrolls.
        String next = back + "?added=" + added;
        return pages.response(Response.Status.BAD_REQUEST, Templates.refused(kind, outcomes, next));
    }
}
