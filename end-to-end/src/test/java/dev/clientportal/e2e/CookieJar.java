package dev.clientportal.e2e;

import java.net.HttpCookie;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The cookies of one browser. Keycloak's are {@code Secure} even on plain loopback HTTP: browsers send them there all the
 * same, and {@link java.net.CookieManager} does not.
 */
final class CookieJar {
    private record Key(String path, String name) {}

    private final Map<Key, String> cookies;

    CookieJar() {
        cookies = new LinkedHashMap<>();
    }

    /** A copy: what one takes later, the other does not have. */
    CookieJar(CookieJar other) {
        cookies = new LinkedHashMap<>(other.cookies);
    }

    void take(List<String> setCookieHeaders, URI from) {
        for (String header : setCookieHeaders) {
            for (HttpCookie cookie : HttpCookie.parse(header)) {
                String path = cookie.getPath() == null ? from.getPath() : cookie.getPath();
                var key = new Key(path, cookie.getName());
                if (cookie.getMaxAge() == 0) {
                    cookies.remove(key);
                } else {
                    cookies.put(key, cookie.getValue());
                }
            }
        }
    }

    String header(URI to) {
        return cookies.entrySet().stream()
                .filter(cookie -> to.getPath().startsWith(cookie.getKey().path()))
                .map(cookie -> cookie.getKey().name() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** The first cookie of that name, whatever its path; or null. */
    String value(String name) {
        return cookies.entrySet().stream()
                .filter(cookie -> cookie.getKey().name().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    boolean has(String name) {
        return cookies.keySet().stream().anyMatch(key -> key.name().equals(name));
    }
}
