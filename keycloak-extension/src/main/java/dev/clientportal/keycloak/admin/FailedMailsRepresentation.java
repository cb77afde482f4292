package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.directory.FailedMails;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The firm's mails that failed, as far back as the ledger goes. */
@Schema(name = "FailedMails")
public record FailedMailsRepresentation(
        long count,

        @Schema(description = "Those of them whose address was refused, or that came back.")
        long bounced) {

    static FailedMailsRepresentation of(FailedMails failed) {
        return new FailedMailsRepresentation(failed.mails(), failed.bounced());
    }
}
