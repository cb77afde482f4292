package dev.clientportal.portal.api;

import dev.clientportal.portal.page.Listing;
import dev.clientportal.portal.problem.Problem;
import dev.clientportal.portal.problem.ProblemException;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a list. */
public record PageRepresentation<T>(
        List<T> items,

        @Schema(
                description = "Hand this back as \"after\" for the next page; missing on the last one.",
                nullable = true)
        String next) {
    static <S, T> PageRepresentation<T> of(Listing<S> listing, Function<S, T> representation) {
        return new PageRepresentation<>(
                listing.items().stream().map(representation).toList(), listing.next());
    }

    /** @throws ProblemException when it is not 1 to 100 */
    static int max(Integer asked) {
        if (asked == null) return 20;
        if (asked < 1 || asked > 100) throw new ProblemException(Problem.INVALID, "max is 1 to 100.");
        return asked;
    }
}
