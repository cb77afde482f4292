package dev.clientportal.portal.page;

import dev.clientportal.portal.firm.KeycloakAwayException;
import dev.clientportal.portal.problem.Problem;
import dev.clientportal.portal.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** Words for people in place of an empty page, and a problem document for machines. */
public class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class);

    /** What {@code MultiPartParserDefinition} says. */
    private static final String CUT_OFF = "Connection terminated parsing multipart request";

    private final Pages pages;
    private final UriInfo request;

    Failures(Pages pages, UriInfo request) {
        this.pages = pages;
        this.request = request;
    }

    @CheckedTemplate(basePath = "page")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance failure(int status);
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException e) {
        Response refusal = e.getResponse();
        if (refusal.getStatus() < 400) return refusal;
        if (e instanceof ProblemException) return refusal;
        return page(refusal.getStatus());
    }

    @ServerExceptionMapper
    public Response away(KeycloakAwayException e) {
        LOG.warnf(e, "Keycloak does not answer as it should: %s", e.getMessage());
        return Response.fromResponse(page(503)).header("Retry-After", 10).build();
    }

    /** Whatever nobody thought of. */
    @ServerExceptionMapper
    public Response failed(Exception e) {
        // An upload that breaks off is among its own causes.
        List<Throwable> causes = Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                .limit(8)
                .toList();
        if (causes.stream().anyMatch(HttpClosedException.class::isInstance) || isUnreadableForm(causes)) {
            LOG.debugf(e, "A request could not be read");
            return page(400);
        }
        LOG.errorf(e, "%s failed", request.getPath());
        return page(500);
    }

    /**
     * Whether reading a form ended in this and who sent it is to blame. Quarkus has no exception of its own for that: a form
     * cut off is an IOException, one with bad escapes or too many fields is one of several others. What the disk refuses is
     * an IOException, too.
     */
    private static boolean isUnreadableForm(List<Throwable> causes) {
        ResteasyReactiveRequestContext context = CurrentRequestManager.get();
        String sent = context.serverRequest().getRequestHeader(HttpHeaders.CONTENT_TYPE);
        if (sent == null || !isForm(sent) || context.getFormData() != null) return false;
        return causes.stream()
                .filter(IOException.class::isInstance)
                .allMatch(cause -> cause instanceof UnsupportedEncodingException || CUT_OFF.equals(cause.getMessage()));
    }

    private static boolean isForm(String contentType) {
        return contentType.startsWith(MediaType.MULTIPART_FORM_DATA)
                || contentType.startsWith(MediaType.APPLICATION_FORM_URLENCODED);
    }

    private Response page(int status) {
        if (request.getPath().startsWith("/api/")) return ProblemException.response(Problem.of(status), null, null);
        return pages.response(Response.Status.fromStatusCode(status), Templates.failure(status));
    }
}
