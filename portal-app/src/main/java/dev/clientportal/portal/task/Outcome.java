package dev.clientportal.portal.task;

/** How a change of a task ended. */
public enum Outcome {
    DONE,
    /** The company has none with this id. */
    NOT_FOUND,
    /** Somebody else changed it meanwhile. */
    CHANGED,
    /** Its project is closed: nobody changes it. */
    CLOSED
}
