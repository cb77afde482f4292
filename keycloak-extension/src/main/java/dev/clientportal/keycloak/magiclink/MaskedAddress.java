package dev.clientportal.keycloak.magiclink;

/** An address that its owner recognises and nobody else can read. */
final class MaskedAddress {
    private MaskedAddress() {}

    static String of(String address) {
        if (address == null || address.isEmpty()) return "";
        int at = address.lastIndexOf('@');
        String first = address.substring(0, address.offsetByCodePoints(0, 1));
        return at <= 0 ? first + "•••" : first + "•••" + address.substring(at);
    }
}
