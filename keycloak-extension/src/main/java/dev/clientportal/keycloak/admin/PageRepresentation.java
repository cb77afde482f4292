package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.directory.Page;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a list. */
public record PageRepresentation<T>(
        List<T> items,

        @Schema(description = "Hand this back as \"after\" for the next page; missing on the last one.")
        String next) {

    static <R, T> PageRepresentation<T> of(Page<R> page, Function<R, T> representation) {
        return new PageRepresentation<>(
                page.items().stream().map(representation).toList(), page.next());
    }
}
