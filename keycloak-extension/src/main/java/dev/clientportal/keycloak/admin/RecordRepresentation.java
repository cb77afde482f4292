package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.access.AccessPolicy;
import dev.clientportal.keycloak.difference.RecordField;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The firm's own copy of a contact's name, address and phone number. */
@Schema(
        name = "Record",
        description = "What the firm has written down of a contact. A field that is missing is not recorded, and never "
                + "differs from the contact's own profile.")
public record RecordRepresentation(
        @Schema(maxLength = RecordRepresentation.MAX) String firstName,
        @Schema(maxLength = RecordRepresentation.MAX) String lastName,
        @Schema(maxLength = RecordRepresentation.MAX) String email,
        @Schema(maxLength = RecordRepresentation.MAX) String phone) {
    static final int MAX = 255;

    static RecordRepresentation of(Map<RecordField, String> values) {
        return new RecordRepresentation(
                values.get(RecordField.FIRST_NAME),
                values.get(RecordField.LAST_NAME),
                values.get(RecordField.EMAIL),
                values.get(RecordField.PHONE));
    }

    Map<RecordField, String> checked() {
        Map<RecordField, String> checked = new EnumMap<>(RecordField.class);
        put(checked, RecordField.FIRST_NAME, firstName);
        put(checked, RecordField.LAST_NAME, lastName);
        put(checked, RecordField.EMAIL, email);
        put(checked, RecordField.PHONE, phone);
        String address = checked.get(RecordField.EMAIL);
        if (address != null && !AccessPolicy.isValidAddress(address)) {
            throw Check.invalid("email", "Not an e-mail address.");
        }
        return checked;
    }

    private static void put(Map<RecordField, String> checked, RecordField field, String value) {
        String line = Check.line(field.code(), value, MAX);
        if (line != null) checked.put(field, line);
    }
}
