package dev.clientportal.portal.document;

/** Why a file is not taken. */
public enum Problem {
    EMPTY,
    TOO_LARGE,
    /** By the ending of its name. */
    NOT_ALLOWED,
    /** The content is of another kind than the name says. */
    MISLABELLED,
    /** A PDF to be signed that cannot be: encrypted, damaged, or of a kind that looks different in every viewer. */
    UNFIT_TO_SIGN
}
