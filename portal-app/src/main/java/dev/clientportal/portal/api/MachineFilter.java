package dev.clientportal.portal.api;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.clientportal.portal.audit.Actor;
import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.oidc.AccessTokens;
import dev.clientportal.portal.problem.Problem;
import dev.clientportal.portal.problem.ProblemException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.text.ParseException;
import java.util.Set;

/**
 * Lets callers in whose token Keycloak made for the firm's portal client, with one of its client roles: {@value #VIEW} reads,
 * {@value #MANAGE} changes. Which companies they see is asked of Keycloak with their token.
 */
@Provider
@ForMachines
@Priority(Priorities.AUTHENTICATION)
public class MachineFilter implements ContainerRequestFilter {
    static final String VIEW = "view-projects";
    static final String MANAGE = "manage-projects";

    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final Place place;
    private final AccessTokens tokens;
    private final Caller caller;

    MachineFilter(Place place, AccessTokens tokens, Caller caller) {
        this.place = place;
        this.tokens = tokens;
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String header = request.getHeaderString("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw new ProblemException(Problem.NOT_AUTHENTICATED, "Send an access token: Authorization: Bearer …");
        }
        String token = header.substring(7).strip();
        JWTClaimsSet claims = tokens.verified(place.firm(), token)
                .orElseThrow(() -> new ProblemException(
                        Problem.NOT_AUTHENTICATED,
                        "The token is not one of this firm's realm for the client \""
                                + place.firm().clientId() + "\", or it is over."));
        String role = READS.contains(request.getMethod()) ? VIEW : MANAGE;
        if (!tokens.roles(place.firm(), claims).contains(role)) {
            throw new ProblemException(
                    Problem.FORBIDDEN,
                    "It takes the role \"" + role + "\" of the client \""
                            + place.firm().clientId() + "\".");
        }
        caller.is(token, Actor.machine(claims.getSubject(), name(claims)));
    }

    private static String name(JWTClaimsSet claims) {
        try {
            String name = claims.getStringClaim("azp");
            return name == null ? claims.getSubject() : name;
        } catch (ParseException notText) {
            return claims.getSubject();
        }
    }
}
