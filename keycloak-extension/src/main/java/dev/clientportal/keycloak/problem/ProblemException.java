package dev.clientportal.keycloak.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A refusal, as the problem document that the caller gets (RFC 9457). Keycloak commits after an exception that carries its
 * own response: throw it before anything was changed.
 */
public final class ProblemException extends WebApplicationException {
    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    private final Problem problem;
    private final Object field;
    private final long retryAfter;

    public ProblemException(Problem problem, String detail) {
        this(problem, detail, Map.of());
    }

    /** @param more members of the document beside the standard ones, for example {@code field} */
    public ProblemException(Problem problem, String detail, Map<String, ?> more) {
        super(detail, response(problem, detail, more, 0));
        this.problem = problem;
        this.field = more.get("field");
        this.retryAfter = 0;
    }

    private ProblemException(Problem problem, String detail, long retryAfter) {
        super(detail, response(problem, detail, Map.of("retryAfter", retryAfter), retryAfter));
        this.problem = problem;
        this.field = null;
        this.retryAfter = retryAfter;
    }

    /** @param seconds when to try again */
    public static ProblemException tooMany(long seconds) {
        return new ProblemException(Problem.TOO_MANY, "Try again in " + seconds + " seconds.", seconds);
    }

    private static Response response(Problem problem, String detail, Map<String, ?> more, long retryAfter) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", problem.type());
        document.put("title", problem.title());
        document.put("status", problem.status());
        document.put("detail", detail);
        document.putAll(more);
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(MEDIA_TYPE).entity(document);
        if (retryAfter > 0) response.header("Retry-After", retryAfter);
        return response.build();
    }

    public Problem problem() {
        return problem;
    }

    /** The property that is meant, or null. */
    public String field() {
        return field == null ? null : field.toString();
    }

    /** Seconds to wait; 0 when waiting does not help. */
    public long retryAfter() {
        return retryAfter;
    }
}
