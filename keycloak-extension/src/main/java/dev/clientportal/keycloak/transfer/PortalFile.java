package dev.clientportal.keycloak.transfer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A realm's whole portal state. It is written and read an entry at a time; this is its shape. */
@Schema(
        name = "PortalFile",
        description =
                "All portal state of a realm, without ids of organizations and users: they are named by alias and "
                        + "username. format and version stand first. Times are milliseconds since the epoch. "
                        + "A part of a file is a file: firm, companies and contacts can each be left out.")
public record PortalFile(
        @Schema(description = "Always `client-portal`.") String format,

        @Schema(description = "The version of the format: 1.")
        int version,

        @Schema(description = "Left out when nothing was ever saved.")
        FirmEntry firm,

        @Schema(description = "Companies whose portal was ever opened, by alias.")
        List<CompanyEntry> companies,

        @Schema(description = "Contacts about whom something was ever decided or recorded, by company and username.")
        List<ContactEntry> contacts) {
    public static final String FORMAT = "client-portal";

    /** Grows when a reader of the version before would misunderstand a file. */
    public static final int VERSION = 1;
}
