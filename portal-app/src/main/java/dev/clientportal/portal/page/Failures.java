package dev.clientportal.portal.page;

import dev.clientportal.portal.firm.KeycloakAwayException;
import dev.clientportal.portal.problem.Problem;
import dev.clientportal.portal.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Words for people in place of an empty page, and a problem document for machines. */
public class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class);

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

    private Response page(int status) {
        if (request.getPath().startsWith("/api/")) return ProblemException.response(Problem.of(status), null, null);
        return pages.response(Response.Status.fromStatusCode(status), Templates.failure(status));
    }
}
