package dev.clientportal.connectors.mail;

/** Mails as Keycloak gives them away. */
final class Mails {
    static final String ID = "0190b7a1-2c3d-7e4f-8a5b-6c7d8e9f0a1b";
    static final String MESSAGE_ID = "<" + ID + ".1a2b3c4d@portal.firm.example>";

    private Mails() {}

    static LeasedMail to(String address) {
        return new LeasedMail(
                ID,
                MESSAGE_ID,
                address,
                "portal@firm.example",
                "Büro Ötz & Co",
                null,
                null,
                null,
                "Grüße",
                "Hallo Zoë",
                "<p>Hallo Zoë</p>");
    }
}
