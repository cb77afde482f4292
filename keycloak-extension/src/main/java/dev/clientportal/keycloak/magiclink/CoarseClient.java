package dev.clientportal.keycloak.magiclink;

import org.keycloak.device.DeviceRepresentationProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.account.DeviceRepresentation;

/** Roughly which browser on which system, for example "Chrome on Android": enough to recognise, too little to track. */
final class CoarseClient {
    private static final int MAX_LENGTH = 64;

    private CoarseClient() {}

    /** Null when the browser does not say. */
    static String of(KeycloakSession session) {
        DeviceRepresentation device =
                session.getProvider(DeviceRepresentationProvider.class).deviceRepresentation();
        if (device == null) return null;
        String browser = known(device.getBrowser());
        String system = known(device.getOs());
        if (browser == null && system == null) return null;
        if (system == null) return cut(browser);
        return cut(browser == null ? system : browser + " on " + system);
    }

    /** Keycloak writes the version behind a slash. */
    private static String known(String part) {
        if (part == null || part.startsWith(DeviceRepresentation.UNKNOWN) || part.startsWith("Other")) return null;
        int slash = part.indexOf('/');
        return slash < 0 ? part : part.substring(0, slash);
    }

    private static String cut(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    }
}
