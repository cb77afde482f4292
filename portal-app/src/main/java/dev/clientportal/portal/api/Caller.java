package dev.clientportal.portal.api;

import dev.clientportal.portal.audit.Actor;
import jakarta.enterprise.context.RequestScoped;

/** Who calls, by their token. */
@RequestScoped
public class Caller {
    private String token;
    private Actor actor;

    void is(String token, Actor actor) {
        this.token = token;
        this.actor = actor;
    }

    public String accessToken() {
        return token;
    }

    public Actor actor() {
        return actor;
    }
}
