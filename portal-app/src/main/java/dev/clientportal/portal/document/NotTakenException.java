package dev.clientportal.portal.document;

/** A file is kept out. */
public final class NotTakenException extends Exception {
    private static final long serialVersionUID = 1;

    private final Problem problem;

    NotTakenException(Problem problem) {
        super(problem.name());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
