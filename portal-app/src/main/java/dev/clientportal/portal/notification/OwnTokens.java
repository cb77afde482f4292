package dev.clientportal.portal.notification;

import com.nimbusds.oauth2.sdk.token.AccessToken;
import dev.clientportal.portal.firm.Firm;
import dev.clientportal.portal.oidc.Oidc;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The application's own tokens, one for each firm, kept until shortly before they expire. */
@ApplicationScoped
class OwnTokens {
    /** Enough for a request that is slow, and for clocks that differ a little. */
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private final Oidc oidc;
    private final Cache kept;
    private final Clock clock;

    OwnTokens(Oidc oidc, @CacheName("own-tokens") Cache kept, Clock clock) {
        this.oidc = oidc;
        this.kept = kept;
        this.clock = clock;
    }

    private record Kept(String token, long until) {}

    String of(Firm firm) {
        Kept token = kept(firm);
        if (clock.millis() < token.until()) return token.token();
        forget(firm);
        return kept(firm).token();
    }

    /** Keycloak does not take it any more. */
    void forget(Firm firm) {
        kept.invalidate(key(firm)).await().indefinitely();
    }

    private Kept kept(Firm firm) {
        return kept.get(key(firm), key -> ask(firm)).await().indefinitely();
    }

    private Kept ask(Firm firm) {
        AccessToken token = oidc.ownToken(firm);
        Duration good = Duration.ofSeconds(token.getLifetime()).minus(MARGIN);
        return new Kept(token.getValue(), clock.millis() + good.toMillis());
    }

    private static List<String> key(Firm firm) {
        return List.of(firm.issuer(), firm.clientId());
    }
}
