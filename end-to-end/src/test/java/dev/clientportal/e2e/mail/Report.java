package dev.clientportal.e2e.mail;

import java.util.ArrayList;
import java.util.List;

/** What a mail server writes about a mail that it could not deliver, or not yet (RFC 3464). */
record Report(
        List<String> headers, String messageId, String recipient, String action, String status, String returnedType) {
    static Report of(String messageId, String recipient, String action, String status) {
        return new Report(List.of(), messageId, recipient, action, status, "message/rfc822");
    }

    Report with(String header) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        return new Report(more, messageId, recipient, action, status, returnedType);
    }

    /** Of the mail that came back. */
    Report withHeadersAlone() {
        return new Report(headers, messageId, recipient, action, status, "text/rfc822-headers");
    }

    String source() {
        return """
                From: Mail Delivery System <MAILER-DAEMON@mx.example>
                To: bounces@northwind.example
                Subject: Undelivered Mail Returned to Sender
                %s
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

                --b1
                Content-Type: text/plain; charset=us-ascii

                Your mail could not be delivered.

                --b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example
                Arrival-Date: Fri, 27 Nov 2026 10:00:00 +0000

                Final-Recipient: rfc822; %s
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 5.1.1 unknown

                --b1
                Content-Type: %s

                From: Northwind Accounting <portal@northwind.example>
                To: %2$s
                Subject: the portal
                Message-ID: %s

                The words of the mail.

                --b1--
                """.formatted(
                        headers.isEmpty() ? "Auto-Submitted: auto-replied" : String.join("\n", headers),
                        recipient,
                        action,
                        status,
                        returnedType,
                        messageId);
    }
}
