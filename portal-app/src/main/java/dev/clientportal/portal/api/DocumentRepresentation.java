package dev.clientportal.portal.api;

import dev.clientportal.portal.document.DocumentRow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A document. */
@Schema(name = "Document")
public record DocumentRepresentation(
        String id,
        @Schema(nullable = true) String task,
        String name,

        @Schema(description = "By what is in it.") String contentType,

        long size,
        String sha256,

        @Schema(description = "Milliseconds since 1970.") long uploadedAt) {
    static DocumentRepresentation of(DocumentRow document) {
        return new DocumentRepresentation(
                document.id(),
                document.taskId(),
                document.name(),
                document.contentType(),
                document.size(),
                document.sha256(),
                document.uploadedAt());
    }
}
