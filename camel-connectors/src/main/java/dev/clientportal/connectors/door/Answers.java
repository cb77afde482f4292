package dev.clientportal.connectors.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.connectors.upstream.Trace;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers and RFC 9457 problems. Nothing that came in goes out again. */
public final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final String PROBLEM = "application/problem+json";

    private final ObjectMapper json;

    public Answers(ObjectMapper json) {
        this.json = json;
    }

    /** The body is an {@link Answer}. */
    public void write(Exchange exchange) {
        Answer answer = exchange.getMessage().getBody(Answer.class);
        Message out = begin(exchange, answer.status(), "application/json");
        answer.headers().forEach(out::setHeader);
        out.setBody(
                answer.body() == null || answer.body() instanceof InputStream ? answer.body() : bytes(answer.body()));
    }

    /** What was thrown. */
    public void writeProblem(Exchange exchange) {
        Exception thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        ProblemException problem = thrown instanceof ProblemException ours ? ours : unforeseen(thrown);
        Message out = begin(exchange, problem.problem().status(), PROBLEM);
        if (problem.retryAfter() > 0) out.setHeader("Retry-After", Long.toString(problem.retryAfter()));
        if (problem.location() != null) out.setHeader("Location", problem.location());
        if (problem.problem() == Problem.NOT_AUTHENTICATED) {
            out.setHeader("WWW-Authenticate", "Bearer, Basic realm=\"client-portal\", charset=\"UTF-8\"");
        }
        out.setBody(bytes(document(problem)));
    }

    private static ProblemException unforeseen(Exception thrown) {
        LOG.error("A call failed", thrown);
        return ProblemException.later(Problem.UNAVAILABLE, "Something failed here. Nothing is known to be done.", 5);
    }

    /** The document of a refusal. */
    public ObjectNode document(ProblemException problem) {
        ObjectNode document = json.createObjectNode();
        document.put("type", problem.type());
        document.put("title", problem.problem().title());
        document.put("status", problem.problem().status());
        document.put("detail", problem.getMessage());
        if (Trace.id() != null) document.put("traceId", Trace.id());
        if (!problem.errors().isEmpty()) {
            ArrayNode errors = document.putArray("errors");
            problem.errors()
                    .forEach(error ->
                            errors.addObject().put("pointer", error.pointer()).put("detail", error.detail()));
        }
        return document;
    }

    /** A refusal by the HTTP server itself. */
    byte[] document(int status) {
        Trace.goOn(null);
        Problem problem = Problem.of(status);
        return bytes(document(new ProblemException(problem, problem.title() + ".")));
    }

    private static Message begin(Exchange exchange, int status, String type) {
        Message out = exchange.getMessage();
        out.removeHeaders("*");
        out.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        out.setHeader(Exchange.CONTENT_TYPE, type);
        out.setHeader("Cache-Control", "no-store");
        out.setHeader("X-Content-Type-Options", "nosniff");
        return out;
    }

    private byte[] bytes(Object body) {
        try {
            return body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
