package dev.clientportal.keycloak.admin;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the entries of a portal file. */
@Schema(name = "ImportReport")
public record ImportReportRepresentation(
        Counts firm,
        Counts companies,
        Counts contacts,

        @Schema(
                description =
                        "The first 100 users who are named in contacts' logs and whom the realm does not have. What "
                                + "they did was imported without their names.")
        Set<String> unknownAuthors,

        @Schema(description = "The first 100 entries that were skipped, in the order of the file.")
        List<Skipped> skipped) {

    /** How many entries became what. */
    @Schema(name = "ImportCounts")
    public record Counts(int created, int changed, int unchanged, int skipped) {}

    /** An entry that was not imported. */
    @Schema(name = "ImportSkipped")
    public record Skipped(
            @Schema(description = "firm, companies or contacts.")
            String section,

            @Schema(description = "Its place there, from 0.")
            int index,

            @Schema(description = "The alias, where it could be read.")
            String company,

            @Schema(description = "Where it could be read.") String username,

            @Schema(
                    description =
                            "no_organization, no_user, not_a_member, blocked, must_accept, invalid, domain_taken, "
                                    + "settings_incomplete, unsupported_image, too_large, failed.")
            String reason,

            @Schema(description = "The property that is meant.")
            String field,

            @Schema(description = "What is wrong with it.") String detail) {}
}
