package dev.clientportal.portal.document;

/**
 * What became of one file.
 *
 * @param problem null for one that was taken
 */
public record Outcome(String name, Problem problem) {
    public boolean isAdded() {
        return problem == null;
    }
}
