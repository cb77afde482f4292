package dev.clientportal.keycloak.directory;

import dev.clientportal.keycloak.mail.MailKind;
import dev.clientportal.keycloak.mail.MailLink;
import dev.clientportal.keycloak.mail.MailState;

/**
 * One mail of the firm, waiting or done. It names people by id and carries no address. Times are milliseconds.
 *
 * @param bounced whether it failed because its address was refused, or came back
 */
public record MailRow(
        String id,
        MailKind kind,
        MailState state,
        String reason,
        int attempts,
        String companyId,
        String userId,
        String requestedBy,
        long queuedAt,
        long dueAt,
        Long sentAt,
        Long endedAt,
        MailLink link,
        boolean bounced) {}
