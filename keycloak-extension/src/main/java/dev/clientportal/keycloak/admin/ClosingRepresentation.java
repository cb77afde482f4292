package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.closing.Closings;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the ending of sessions in a closed portal is. */
@Schema(name = "Closing")
public record ClosingRepresentation(
        @Schema(description = "When it began, in milliseconds.")
        long startedAt,

        @Schema(description = "When it was done; null while it goes on.", nullable = true)
        Long finishedAt,

        @Schema(description = "How many contacts had entered by the time it began.")
        long contacts,

        @Schema(description = "How many of them are done.") long done) {

    static ClosingRepresentation latest(StaffCall call, String orgIdOrNull) {
        return call.get(Closings.class)
                .latest(call.realm().getId(), orgIdOrNull)
                .map(closing -> new ClosingRepresentation(
                        closing.startedAt(), closing.finishedAt(), closing.contacts(), closing.done()))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "Nothing was closed so far."));
    }
}
