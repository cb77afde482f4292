package dev.clientportal.connectors.upstream;

/** The work was refused for a reason that a person can act on; trying again would be refused again. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;

    /** @param type of the problem document that said so */
    public Refused(String type, String detail) {
        super(detail, null, false, false);
        this.type = type;
    }

    public String type() {
        return type;
    }
}
