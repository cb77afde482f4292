package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.access.NewContact;
import dev.clientportal.keycloak.difference.RecordField;
import java.util.EnumMap;
import java.util.Map;
import org.keycloak.models.UserModel;

/** With what the firm's record of a new contact begins. */
final class KnownOfContact {
    private KnownOfContact() {}

    /** What the firm said of them, else what their own profile says at this moment. */
    static Map<RecordField, String> of(NewContact person, UserModel contact) {
        Map<RecordField, String> known = new EnumMap<>(RecordField.class);
        known.put(RecordField.EMAIL, person.email());
        putFirst(known, RecordField.FIRST_NAME, person.firstName(), contact.getFirstName());
        putFirst(known, RecordField.LAST_NAME, person.lastName(), contact.getLastName());
        return known;
    }

    private static void putFirst(Map<RecordField, String> known, RecordField field, String said, String own) {
        String value = said != null ? said : own;
        if (value != null && !value.isBlank()) known.put(field, value.strip());
    }
}
