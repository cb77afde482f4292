package dev.clientportal.portal.signing;

import dev.clientportal.portal.audit.Actor;
import java.util.List;
import java.util.Locale;

/**
 * Who signs, from where, and in which words.
 *
 * @param ip the address that the request came from
 * @param client roughly which browser; null when it does not say
 * @param methods how they signed in, as Keycloak says it (RFC 8176)
 */
record Signer(
        Actor actor,
        String email,
        String companyName,
        String ip,
        String client,
        List<String> methods,
        Locale language) {}
