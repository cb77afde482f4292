package dev.clientportal.portal.oidc;

import dev.clientportal.portal.firm.Place;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What the application keeps in a browser: nothing that says anything to anybody else. */
@RequestScoped
public class Cookies {
    private static final String LOGIN = "portal-login-";
    private static final Duration LOGIN_LASTS = Duration.ofMinutes(45);
    private static final int MOST_LOGINS = 6;

    private final Place place;
    private final HttpHeaders request;

    Cookies(Place place, HttpHeaders request) {
        this.place = place;
        this.request = request;
    }

    /** Null for a browser that has none. */
    public String session(Client client) {
        return value(named(client.cookie()));
    }

    NewCookie session(Client client, String value) {
        return made(named(client.cookie()), value, NewCookie.DEFAULT_MAX_AGE);
    }

    NewCookie noSession(Client client) {
        return made(named(client.cookie()), "", 0);
    }

    String login(String state) {
        return value(named(LOGIN + state));
    }

    NewCookie login(String state, String sealed) {
        return made(named(LOGIN + state), sealed, (int) LOGIN_LASTS.toSeconds());
    }

    NewCookie noLogin(String state) {
        return made(named(LOGIN + state), "", 0);
    }

    /** Takes away logins that were never finished, once there are many: a browser sends all of them each time. */
    NewCookie[] withoutOldLogins(NewCookie cookie) {
        List<String> begun = request.getCookies().keySet().stream()
                .filter(name -> name.startsWith(named(LOGIN)))
                .toList();
        if (begun.size() < MOST_LOGINS) return new NewCookie[] {cookie};
        return Stream.concat(begun.stream().map(name -> made(name, "", 0)), Stream.of(cookie))
                .toArray(NewCookie[]::new);
    }

    private String value(String name) {
        Cookie cookie = request.getCookies().get(name);
        return cookie == null ? null : cookie.getValue();
    }

    /** Browsers take a name with this prefix only from the host itself, over HTTPS, and for the whole host. */
    private String named(String name) {
        return place.isSecure() && place.path().equals("/") ? "__Host-" + name : name;
    }

    private NewCookie made(String name, String value, int maxAge) {
        return new NewCookie.Builder(name)
                .value(value)
                .path(place.path())
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(place.isSecure())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
