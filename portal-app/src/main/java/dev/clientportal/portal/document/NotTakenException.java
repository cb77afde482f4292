package dev.clientportal.portal.document;

/** A file is kept out. */
public class NotTakenException extends Exception {
    private static final long serialVersionUID = 1;

    private final Problem problem;

    public NotTakenException(Problem problem) {
        super(problem.name());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
