package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.diagnosis.Diagnosis;
import dev.clientportal.keycloak.diagnosis.Finding;
import dev.clientportal.keycloak.diagnosis.FindingValues;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a contact can or cannot log in. */
@Schema(name = "Diagnosis")
public record DiagnosisRepresentation(
        @Schema(description = "Whether the gates are open for the contact now.")
        boolean open,

        @Schema(description = "In the order to fix them: errors, warnings, then what is good to know.")
        List<FindingRepresentation> findings) {
    /** One finding. */
    @Schema(name = "Finding")
    public record FindingRepresentation(
            @Schema(description = "Stable; for example company_inactive.")
            String code,

            @Schema(description = "error: keeps the contact out; warning: may; info.")
            String severity,

            @Schema(description = "A sentence for staff.") String message,

            @Schema(description = "What the message holds beside its words.", nullable = true)
            ValuesRepresentation values,

            @Schema(description = "What to do about it.", nullable = true)
            String fix,

            @Schema(description = "The call that does it; left out when it takes more.", nullable = true)
            ActionRepresentation action) {}

    /** What a message holds beside its words. */
    @Schema(name = "FindingValues", description = "Times are milliseconds since the epoch.")
    public record ValuesRepresentation(
            @Schema(description = "When it happened, or is tried next.")
            Long at,

            @Schema(description = "When it ends.") Long until,

            @Schema(description = "When the mail server took it; missing while it waits.")
            Long sentAt,

            @Schema(description = "How long to wait.") Long seconds,

            @Schema(description = "Ids of clients, or of Keycloak's required actions.")
            List<String> names,

            @Schema(description = "Why a mail was not sent, as the ledger has it.")
            String reason) {}

    /** A REST call. */
    @Schema(name = "FindingAction")
    public record ActionRepresentation(
            String method,

            @Schema(description = "From the server's root.") String path) {}

    static DiagnosisRepresentation of(Diagnosis diagnosis) {
        return new DiagnosisRepresentation(
                diagnosis.isOpen(),
                diagnosis.findings().stream().map(DiagnosisRepresentation::of).toList());
    }

    private static FindingRepresentation of(Finding finding) {
        return new FindingRepresentation(
                finding.code().code(),
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.message(),
                of(finding.values()),
                finding.fix(),
                finding.action() == null
                        ? null
                        : new ActionRepresentation(
                                finding.action().method(), finding.action().path()));
    }

    private static ValuesRepresentation of(FindingValues values) {
        return new ValuesRepresentation(
                values.at(), values.until(), values.sentAt(), values.seconds(), values.names(), values.reason());
    }
}
