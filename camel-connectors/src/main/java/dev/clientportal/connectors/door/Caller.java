package dev.clientportal.connectors.door;

import java.util.Set;

/**
 * Who calls.
 *
 * @param client the caller's client id
 * @param name the user, or the service account, that the client speaks for
 * @param roles those of {@link Role} that it has
 */
public record Caller(String realm, String client, String name, Set<Role> roles) {
    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** One of these is enough. */
    public Caller require(Role... anyOf) {
        for (Role role : anyOf) {
            if (has(role)) return this;
        }
        throw new ProblemException(
                Problem.FORBIDDEN,
                "Needs the role " + anyOf[0].roleName() + " of the connectors' client in this realm.");
    }
}
