package dev.clientportal.portal.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.clientportal.portal.oidc.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept of those who sign in at the staff's door. */
class StaffSessionEntityTest {
    @Test
    void thoseWithTheRoleMayEnter() {
        assertThat(session(Map.of("realm_access", Map.of("roles", List.of("other", "portal-staff")))).mayEnter)
                .isTrue();
        assertThat(session(Map.of("realm_access", Map.of("roles", List.of("other")))).mayEnter)
                .isFalse();
        assertThat(session(Map.of("realm_access", "portal-staff")).mayEnter).isFalse();
        assertThat(session(Map.of()).mayEnter).isFalse();
    }

    @Test
    void areCalledByWhatThereIs() {
        StaffSessionEntity whole = session(Map.of("name", "Mia Kask", "email", "mia@northwind.example"));
        StaffSessionEntity nameless = session(Map.of("email", "mia@northwind.example"));
        StaffSessionEntity bare = session(Map.of());

        assertThat(whole.name).isEqualTo("Mia Kask");
        assertThat(whole.account).isEqualTo("mia@northwind.example");
        assertThat(nameless.name).isEqualTo("mia@northwind.example");
        assertThat(bare.name).isEqualTo("mia");
        assertThat(bare.account).isEqualTo("mia");
    }

    private static StaffSessionEntity session(Map<String, Object> claims) {
        JWTClaimsSet.Builder said = new JWTClaimsSet.Builder().subject("id").claim("preferred_username", "mia");
        claims.forEach(said::claim);
        StaffSessionEntity session = new StaffSessionEntity();
        session.take(new Tokens("access", Duration.ofMinutes(1), "refresh", "id", said.build()), 0, 5);
        return session;
    }
}
