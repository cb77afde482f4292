package dev.clientportal.connectors.upstream;

/** The connectors themselves may not do this: their client lacks a role. The work is set aside until somebody gave it. */
public final class NotGranted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotGranted(String detail) {
        super(detail, null, false, false);
    }
}
