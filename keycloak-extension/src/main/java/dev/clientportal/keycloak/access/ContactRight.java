package dev.clientportal.keycloak.access;

import java.util.EnumSet;
import java.util.Set;

/** The standard rights of a contact; each can be withheld per contact and company. */
public enum ContactRight {
    VIEW_TASKS,
    UPLOAD_FILES,
    SEND_MESSAGES,
    SIGN_DOCUMENTS;

    /** The rights that are left when these are withheld. */
    public static Set<ContactRight> without(Set<ContactRight> withheld) {
        Set<ContactRight> left = EnumSet.allOf(ContactRight.class);
        left.removeAll(withheld);
        return left;
    }
}
