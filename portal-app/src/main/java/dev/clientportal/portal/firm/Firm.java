package dev.clientportal.portal.firm;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/**
 * A firm's portal as the extension's public look-up tells it.
 *
 * @param domain lower case and in punycode
 * @param issuer of the realm's tokens
 * @param clientId the client that contacts sign in to
 * @param active the firm's portal is open
 * @param stylesheet the brand's colours
 */
public record Firm(
        String domain,
        String realm,
        String issuer,
        String clientId,
        boolean active,
        String name,
        String description,
        ZoneId timeZone,
        String help,
        String stylesheet,
        String logo,
        String icon,
        boolean poweredBy) {

    /** In another brand. */
    public Firm in(String otherName, String otherHelp, String otherStylesheet, String otherLogo, boolean isPoweredBy) {
        return new Firm(
                domain,
                realm,
                issuer,
                clientId,
                active,
                otherName,
                description,
                timeZone,
                otherHelp,
                otherStylesheet,
                otherLogo,
                icon,
                isPoweredBy);
    }

    /** The first letter of the name, for a firm without a logo. */
    public String monogram() {
        String stripped = name.strip();
        return stripped.substring(0, stripped.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }

    /** The day that it is there. */
    public LocalDate today() {
        return today(Clock.systemUTC());
    }

    /** As {@link #today()}, by this clock. */
    public LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), timeZone);
    }

    /** Scheme, host and port of Keycloak. */
    public String keycloak() {
        URI uri = URI.create(issuer);
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
