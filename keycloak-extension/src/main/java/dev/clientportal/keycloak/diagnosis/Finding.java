package dev.clientportal.keycloak.diagnosis;

/**
 * One thing that keeps a contact out, may do so, or is good to know.
 *
 * @param message a sentence for staff
 * @param values what the message holds beside its words
 * @param fix what to do about it; null when there is nothing to do
 * @param action the REST call that does it; null when it takes more than one call
 */
public record Finding(
        FindingCode code, Severity severity, String message, FindingValues values, String fix, Action action) {
    /** How much it matters. */
    public enum Severity {
        /** The contact cannot come in. */
        ERROR,
        /** It may keep the contact out, or soon will. */
        WARNING,
        INFO
    }

    /**
     * A call of staff REST or of Keycloak's admin REST.
     *
     * @param path from the server's root
     */
    public record Action(String method, String path) {}
}
