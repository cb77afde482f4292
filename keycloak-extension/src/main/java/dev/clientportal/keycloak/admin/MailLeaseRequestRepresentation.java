package dev.clientportal.keycloak.admin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many mails a connector wants, and for how long. */
@Schema(name = "MailLeaseRequest")
public record MailLeaseRequestRepresentation(
        @Schema(description = "How many mails at most.", minimum = "1", maximum = "100", defaultValue = "50")
        Integer max,

        @Schema(
                description = "How long the connector has them for itself.",
                minimum = "10",
                maximum = "3600",
                defaultValue = "120")
        Integer seconds) {
    static final MailLeaseRequestRepresentation USUAL = new MailLeaseRequestRepresentation(null, null);

    private static final int MAX = 100;
    private static final int USUAL_MAX = 50;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 3600;
    private static final int USUAL_SECONDS = 120;

    int checkedMax() {
        return max == null ? USUAL_MAX : Check.between("max", max, 1, MAX);
    }

    int checkedSeconds() {
        return seconds == null ? USUAL_SECONDS : Check.between("seconds", seconds, SHORTEST, LONGEST);
    }
}
