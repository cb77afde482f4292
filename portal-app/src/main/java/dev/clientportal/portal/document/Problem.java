package dev.clientportal.portal.document;

/** Why a file is not taken. */
public enum Problem {
    EMPTY,
    TOO_LARGE,
    /** By the ending of its name. */
    NOT_ALLOWED,
    /** The content is of another kind than the name says. */
    MISLABELLED
}
