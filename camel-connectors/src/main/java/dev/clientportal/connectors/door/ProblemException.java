package dev.clientportal.connectors.door;

import java.util.List;

/** A refusal that becomes the answer. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * One thing that is wrong.
     *
     * @param pointer RFC 6901, to the value
     */
    public record Error(String pointer, String detail) {}

    private final Problem problem;
    private final String type;
    private final transient List<Error> errors;
    private final long retryAfter;
    private final String location;

    private ProblemException(
            Problem problem, String type, String detail, List<Error> errors, long retryAfter, String location) {
        super(detail, null, false, false);
        this.problem = problem;
        this.type = type;
        this.errors = errors;
        this.retryAfter = retryAfter;
        this.location = location;
    }

    public ProblemException(Problem problem, String detail) {
        this(problem, problem.type(), detail, List.of(), 0, null);
    }

    public static ProblemException invalid(List<Error> errors) {
        return new ProblemException(
                Problem.INVALID, Problem.INVALID.type(), errors.get(0).detail(), errors, 0, null);
    }

    public static ProblemException invalid(String pointer, String detail) {
        return invalid(List.of(new Error(pointer, detail)));
    }

    /** @param retryAfter in seconds */
    public static ProblemException later(Problem problem, String detail, long retryAfter) {
        return new ProblemException(problem, problem.type(), detail, List.of(), retryAfter, null);
    }

    /** @param location where to ask how it goes */
    public static ProblemException running(String detail, String location) {
        return new ProblemException(
                Problem.STILL_RUNNING, Problem.STILL_RUNNING.type(), detail, List.of(), 1, location);
    }

    /**
     * @param type that of who refused it
     * @param location of the job that was refused, or null
     */
    public static ProblemException refused(String type, String detail, String location) {
        return new ProblemException(Problem.REFUSED, type, detail, List.of(), 0, location);
    }

    /** The stable type of RFC 9457. */
    public String type() {
        return type;
    }

    public Problem problem() {
        return problem;
    }

    public List<Error> errors() {
        return errors;
    }

    /** In seconds; 0 for none. */
    public long retryAfter() {
        return retryAfter;
    }

    /** Null for none. */
    public String location() {
        return location;
    }
}
