package dev.clientportal.portal.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal, as the problem document that the caller gets (RFC 9457). */
public final class ProblemException extends WebApplicationException {
    private static final long serialVersionUID = 1;

    public ProblemException(Problem problem, String detail) {
        this(problem, detail, null);
    }

    /** @param pointer to the value that is meant, as a JSON Pointer (RFC 6901); null for none */
    public ProblemException(Problem problem, String detail, String pointer) {
        super(detail, response(problem, detail, pointer));
    }

    public static Response response(Problem problem, String detail, String pointer) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", problem.type());
        document.put("title", problem.title());
        document.put("status", problem.status());
        if (detail != null) document.put("detail", detail);
        if (pointer != null) document.put("pointer", pointer);
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(new MediaType("application", "problem+json"))
                .header("Cache-Control", "no-store")
                .entity(document);
        if (problem == Problem.NOT_AUTHENTICATED) response.header("WWW-Authenticate", "Bearer");
        if (problem == Problem.UNAVAILABLE) response.header("Retry-After", 10);
        return response.build();
    }
}
