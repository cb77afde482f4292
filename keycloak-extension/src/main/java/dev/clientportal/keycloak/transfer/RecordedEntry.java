package dev.clientportal.keycloak.transfer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the firm recorded of one field, and which value of the contact's own is no difference. */
@Schema(name = "RecordedEntry")
public record RecordedEntry(
        @Schema(description = "The firm's value.") String value,

        @Schema(description = "When it was written down.") Long recordedAt,

        @Schema(description = "The contact's value that staff ignored; left out with ignoredAt: that there is none.")
        String ignored,

        @Schema(description = "When they did. Left out: nothing is ignored.")
        Long ignoredAt) {}
