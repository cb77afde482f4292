package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.evidence.EvidenceContact;
import dev.clientportal.keycloak.evidence.EvidenceEvent;
import dev.clientportal.keycloak.evidence.EvidenceKind;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that happened to one contact's access. Contacts and staff are named as they are named now. */
@Schema(name = "Evidence")
public record EvidenceRepresentation(
        @Schema(description = "When, in UTC.", format = "date-time", examples = "2026-03-01T08:15:30.123Z")
        String at,

        @Schema(
                description = "ENABLED, DISABLED, BLOCKED and UNBLOCKED are about the contact's access; the others are "
                        + "about one invitation, which the mail server took when it is SENT.")
        EvidenceKind event,

        String companyId,
        String companyName,
        String userId,
        String username,
        String email,

        @Schema(
                description = "The id of the user or service account that did it; null for what the contact or the "
                        + "system did.")
        String by,

        @Schema(description = "Their username; null when the realm has no such user.")
        String byUsername,

        @Schema(description = "Why a mail failed, or roughly which browser opened the link.")
        String detail,

        @Schema(description = "Which invitation it is about.")
        String invitationId) {

    /** The first row of a sheet. */
    static final List<String> COLUMNS = Arrays.stream(EvidenceRepresentation.class.getRecordComponents())
            .map(component -> component.getName())
            .toList();

    /** Always with milliseconds, so that the texts sort as the times do. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    static EvidenceRepresentation of(EvidenceEvent event) {
        EvidenceContact contact = event.contact();
        return new EvidenceRepresentation(
                TIME.format(Instant.ofEpochMilli(event.at())),
                event.kind(),
                contact.companyId(),
                contact.companyName(),
                contact.userId(),
                contact.username(),
                contact.email(),
                event.by(),
                event.byUsername(),
                event.detail(),
                event.invitationId());
    }

    /** A row of a sheet, in the order of {@link #COLUMNS}. */
    List<String> cells() {
        return Stream.of(
                        at,
                        event,
                        companyId,
                        companyName,
                        userId,
                        username,
                        email,
                        by,
                        byUsername,
                        detail,
                        invitationId)
                .map(value -> Objects.toString(value, null))
                .toList();
    }
}
