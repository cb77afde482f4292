package dev.clientportal.keycloak.admin;

import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;

/** The header {@code If-Match}: the versions that a caller is ready to change. */
record VersionTag(String header) {
    static EntityTag of(int version) {
        return new EntityTag(Integer.toString(version));
    }

    /** Without the header, every version matches. A proxy that compresses may have made a tag weak. */
    boolean matches(int version) {
        return header == null
                || Arrays.stream(header.split(","))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*")
                                || tag.equals("\"" + version + "\"")
                                || tag.equals("W/\"" + version + "\""));
    }
}
