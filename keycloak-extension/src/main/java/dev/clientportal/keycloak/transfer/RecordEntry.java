package dev.clientportal.keycloak.transfer;

import dev.clientportal.keycloak.difference.RecordField;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The firm's own copy of a contact's name, address and phone number. */
@Schema(name = "RecordEntry")
public record RecordEntry(RecordedEntry firstName, RecordedEntry lastName, RecordedEntry email, RecordedEntry phone) {

    public static RecordEntry of(Map<RecordField, RecordedEntry> fields) {
        return new RecordEntry(
                fields.get(RecordField.FIRST_NAME),
                fields.get(RecordField.LAST_NAME),
                fields.get(RecordField.EMAIL),
                fields.get(RecordField.PHONE));
    }

    /** Null when nothing is recorded of it. */
    public RecordedEntry get(RecordField field) {
        return switch (field) {
            case FIRST_NAME -> firstName;
            case LAST_NAME -> lastName;
            case EMAIL -> email;
            case PHONE -> phone;
        };
    }
}
