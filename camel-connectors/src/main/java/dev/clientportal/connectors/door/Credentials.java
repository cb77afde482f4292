package dev.clientportal.connectors.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clientportal.connectors.keycloak.Realms;
import dev.clientportal.connectors.keycloak.ServiceTokens;
import dev.clientportal.connectors.settings.Settings;
import dev.clientportal.connectors.upstream.Away;
import dev.clientportal.connectors.upstream.Upstream;
import dev.clientportal.connectors.upstream.Upstream.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Asks Keycloak who calls: an access token by introspection (RFC 7662), which also knows of clients that were disabled and
 * sessions that ended; a client's id and secret, for tools that know only HTTP Basic, by a token that they get; an admin's
 * token of Keycloak's console by its admin REST. An answer holds for 5 seconds. Where too
 * many failed to say who they are, Keycloak is asked about credentials that were good here before, and about no others: so
 * nobody is locked out by somebody who guesses.
 */
public final class Credentials {
    private static final long HOLDS_MILLIS = 5_000;
    private static final int MOST_KEPT = 10_000;
    private static final String CONSOLE = "security-admin-console";

    private final Realms realms;
    private final ServiceTokens tokens;
    private final Upstream upstream;
    private final FailedCalls failed;
    private final ObjectMapper json;
    private final Clock clock;
    private final String resource;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(Caller caller, long until) {}

    public Credentials(
            Settings settings,
            Realms realms,
            ServiceTokens tokens,
            Upstream upstream,
            FailedCalls failed,
            ObjectMapper json,
            Clock clock) {
        this.realms = realms;
        this.tokens = tokens;
        this.upstream = upstream;
        this.failed = failed;
        this.json = json;
        this.clock = clock;
        this.resource = settings.get(Settings.CLIENT_ID);
    }

    /**
     * @param authorization the header, or null
     * @param address of the caller's connection
     * @throws ProblemException for nobody, and for one who may not try now
     */
    public Caller of(String realm, String authorization, String address) {
        if (!realms.has(realm)) throw new ProblemException(Problem.NOT_FOUND, "There is no such realm here.");
        if (authorization == null) {
            throw nobody("Send an access token of the realm, or a client's id and secret as HTTP Basic.");
        }
        String key = Sha256.of(realm + " " + authorization);
        Known before = known.get(key);
        if (before != null && before.until > clock.millis()) return before.caller;
        String client = client(authorization);
        if (before == null) failed.requireFew(realm, client, address);
        try {
            Caller caller = ask(realm, authorization);
            if (known.size() >= MOST_KEPT) known.clear();
            known.put(key, new Known(caller, clock.millis() + HOLDS_MILLIS));
            return caller;
        } catch (ProblemException refused) {
            known.remove(key);
            if (refused.problem() == Problem.NOT_AUTHENTICATED) failed.count(realm, client, address);
            throw refused;
        } catch (Away away) {
            throw ProblemException.later(Problem.UNAVAILABLE, "Keycloak does not answer.", 5);
        }
    }

    /** Whom Basic credentials name; null for others. */
    private static String client(String authorization) {
        String[] parts = authorization.strip().split(" +", 2);
        if (parts.length != 2 || !parts[0].equalsIgnoreCase("Basic")) return null;
        return decoded(parts[1]).map(pair -> pair[0]).orElse(null);
    }

    private Caller ask(String realm, String authorization) {
        String[] parts = authorization.strip().split(" +", 2);
        if (parts.length != 2) throw nobody("The Authorization header is not in a form that is known here.");
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer" -> isOfConsole(parts[1]) ? admin(realm, parts[1]) : introspect(realm, parts[1]);
            case "basic" -> introspect(realm, exchange(realm, parts[1]));
            default -> throw nobody("The Authorization header has to be Bearer or Basic.");
        };
    }

    private String exchange(String realm, String encoded) {
        String[] pair = decoded(encoded).orElseThrow(() -> nobody("The Basic credentials are not readable."));
        Reply reply = upstream.send(ServiceTokens.form(
                upstream,
                realms.token(realm),
                Map.of("grant_type", "client_credentials", "client_id", pair[0], "client_secret", pair[1])));
        if (reply.status() == 429 || reply.status() >= 500) throw new Away("Keycloak", 0, true);
        if (reply.status() != 200) throw nobody("Keycloak does not know this client and secret.");
        return reply.body().path("access_token").asText();
    }

    private static Optional<String[]> decoded(String encoded) {
        try {
            String[] pair =
                    new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8).split(":", 2);
            return pair.length == 2 ? Optional.of(pair) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Caller introspect(String realm, String token) {
        Reply reply = upstream.send(ServiceTokens.form(upstream, realms.introspection(realm), Map.of("token", token))
                .header("Authorization", tokens.credentials()));
        if (reply.status() != 200) throw new Away("Keycloak", 0, true);
        JsonNode told = reply.body();
        if (!told.path("active").asBoolean()) {
            throw nobody("The token is not one of this realm, has expired, or its client was disabled.");
        }
        JsonNode roles = told.path("resource_access").path(resource).path("roles");
        Set<String> names = new HashSet<>();
        roles.forEach(role -> names.add(role.asText()));
        return new Caller(
                realm,
                told.path("client_id").asText(told.path("azp").asText()),
                told.path("preferred_username").asText(told.path("username").asText()),
                Arrays.stream(Role.values())
                        .filter(role -> names.contains(role.roleName()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** What a token says of itself; nobody believes it before Keycloak has looked at it. */
    private boolean isOfConsole(String token) {
        String[] parts = token.split("\\.");
        if (parts.length != 3) return false;
        try {
            JsonNode claims = json.readTree(Base64.getUrlDecoder().decode(parts[1]));
            return claims != null && CONSOLE.equals(claims.path("azp").asText());
        } catch (IllegalArgumentException | IOException notOurs) {
            return false;
        }
    }

    /**
     * An admin at Keycloak's console, perhaps of the realm {@code master}, whose tokens this realm cannot be asked about:
     * Keycloak's admin REST looks at the token, and says whether that admin may do what an import does (decision 28).
     */
    private Caller admin(String realm, String token) {
        Reply reply = upstream.send(upstream.to(realms.admin(realm) + "/client-portal/connectors")
                .header("Authorization", "Bearer " + token));
        if (reply.status() == 401) throw nobody("The token has expired, or its session has ended.");
        if (reply.status() == 403) {
            throw new ProblemException(
                    Problem.FORBIDDEN,
                    "Needs manage-organizations, manage-users and client-portal-send-mail in this realm.");
        }
        if (reply.status() != 200) throw new Away("Keycloak", 0, true);
        return new Caller(
                realm, CONSOLE, reply.body().path("username").asText(), Set.copyOf(EnumSet.allOf(Role.class)));
    }

    private static ProblemException nobody(String why) {
        return new ProblemException(Problem.NOT_AUTHENTICATED, why);
    }
}
