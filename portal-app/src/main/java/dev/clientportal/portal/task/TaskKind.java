package dev.clientportal.portal.task;

/** What a contact is asked for. */
public enum TaskKind {
    TO_DO,
    /** Files. */
    UPLOAD,
    /** An answer in the discussion. */
    QUESTION,
    /** A signature under a document. */
    SIGN
}
