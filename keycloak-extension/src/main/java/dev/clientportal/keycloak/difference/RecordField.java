package dev.clientportal.keycloak.difference;

import java.util.Arrays;
import java.util.Optional;

/** What a firm keeps of a contact in a copy of its own. */
public enum RecordField {
    FIRST_NAME("firstName"),
    LAST_NAME("lastName"),
    EMAIL("email"),
    PHONE("phone");

    private final String code;

    RecordField(String code) {
        this.code = code;
    }

    /** How REST and the database name it. */
    public String code() {
        return code;
    }

    public static Optional<RecordField> of(String code) {
        return Arrays.stream(values()).filter(field -> field.code.equals(code)).findFirst();
    }
}
