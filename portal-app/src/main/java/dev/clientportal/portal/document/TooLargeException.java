package dev.clientportal.portal.document;

/** A file has more bytes than may be kept. */
public final class TooLargeException extends Exception {
    private static final long serialVersionUID = 1;
}
