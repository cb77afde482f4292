package dev.clientportal.keycloak.firm;

/** A firm's own words for one kind of mail, with merge fields; null stands for the theme's. */
public record FirmText(String subject, String text) {
    public static final FirmText NONE = new FirmText(null, null);
}
