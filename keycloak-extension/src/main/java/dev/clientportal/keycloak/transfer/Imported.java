package dev.clientportal.keycloak.transfer;

import java.util.Set;

/**
 * What became of one entry.
 *
 * @param unknownAuthors users named in its log whom the realm does not have; the log was imported without their names
 */
public record Imported(ImportOutcome outcome, Set<String> unknownAuthors) {
    static Imported as(ImportOutcome outcome) {
        return new Imported(outcome, Set.of());
    }
}
