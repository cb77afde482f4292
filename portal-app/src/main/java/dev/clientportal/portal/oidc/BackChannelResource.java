package dev.clientportal.portal.oidc;

import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import dev.clientportal.portal.PortalSettings;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.text.ParseException;

/** Keycloak says that a session has ended (OpenID Connect Back-Channel Logout 1.0): for all firms at one address. */
@Path("/back-channel-logout")
public class BackChannelResource {
    private final Oidc oidc;
    private final Event<KeycloakSessionEnd> ended;
    private final PortalSettings settings;

    BackChannelResource(Oidc oidc, Event<KeycloakSessionEnd> ended, PortalSettings settings) {
        this.oidc = oidc;
        this.ended = ended;
        this.settings = settings;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@FormParam("logout_token") String token) {
        try {
            if (token == null) throw new ParseException("No logout_token", 0);
            JWT jwt = JWTParser.parse(token);
            JWTClaimsSet said = jwt.getJWTClaimsSet();
            String issuer = said.getIssuer();
            // Before anything is asked from there.
            if (issuer == null || !issuer.startsWith(settings.keycloakUrl() + "/realms/")) {
                throw new BadJOSEException("Another issuer");
            }
            if (said.getAudience().size() != 1) throw new BadJOSEException("Not for one client");
            String clientId = said.getAudience().get(0);
            LogoutTokenClaimsSet claims = oidc.logoutToken(issuer, clientId, jwt);
            ended.fire(new KeycloakSessionEnd(
                    issuer,
                    clientId,
                    claims.getSessionID() == null ? null : claims.getSessionID().getValue(),
                    claims.getSubject() == null ? null : claims.getSubject().getValue()));
            return answer(Response.Status.OK);
        } catch (ParseException | BadJOSEException noneOfOurs) {
            return answer(Response.Status.BAD_REQUEST);
        }
    }

    private static Response answer(Response.Status status) {
        return Response.status(status).header("Cache-Control", "no-store").build();
    }
}
