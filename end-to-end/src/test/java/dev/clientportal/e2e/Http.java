package dev.clientportal.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * One scripted browser: its cookies, its pages and forms, no scripts. Each instance is a browser of its own, behind an IP
 * address of its own: the limits would else take all tests for one person.
 */
public final class Http {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final int MOST_REDIRECTS = 15;

    private final CookieJar cookies;
    private final String ipAddress;

    public Http() {
        this(new CookieJar(), anyIpAddress());
    }

    private Http(CookieJar cookies, String ipAddress) {
        this.cookies = cookies;
        this.ipAddress = ipAddress;
    }

    /** A browser behind this IP address. */
    public static Http from(String ipAddress) {
        return new Http(new CookieJar(), ipAddress);
    }

    /** The same browser behind another IP address: it has the cookies that this one has now. */
    public Http elsewhere() {
        return new Http(new CookieJar(cookies), anyIpAddress());
    }

    public static String anyIpAddress() {
        var random = ThreadLocalRandom.current();
        return "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(1, 255);
    }

    public Answer get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    public Answer head(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    public Answer postForm(String url, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    /** Any request, with this browser's cookies. */
    public Answer send(HttpRequest.Builder builder) {
        URI uri = builder.build().uri();
        String cookieHeader = cookies.header(uri);
        if (!cookieHeader.isEmpty()) {
            builder.setHeader("Cookie", cookieHeader);
        }
        builder.setHeader("X-Forwarded-For", ipAddress);
        try {
            HttpResponse<String> response = CLIENT.send(
                    builder.timeout(Duration.ofSeconds(60)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            cookies.take(response.headers().allValues("Set-Cookie"), uri);
            return new Answer(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Goes on while the answer is a redirect to this machine's server; stops at one that leads to another place. */
    public Answer follow(Answer answer) {
        Answer last = answer;
        for (int i = 0; i < MOST_REDIRECTS && last.status() / 100 == 3; i++) {
            URI next = last.location();
            if (next.getPort() != answer.uri().getPort()) {
                return last;
            }
            last = get(next.toString());
        }
        return last;
    }

    /** Submits a form of the page: its own fields, with these values in place of or beside them. */
    public Answer submit(Answer page, String formSelector, Map<String, String> values) {
        Element form = page.document().selectFirst(formSelector);
        if (form == null) {
            throw new AssertionError("No form " + formSelector + " in " + page);
        }
        var fields = new LinkedHashMap<String, String>();
        for (Element field : form.select("input[name][type=hidden], input[name][value]:not([type=submit])")) {
            if (!field.attr("type").equals("checkbox") || field.hasAttr("checked")) {
                fields.put(field.attr("name"), field.val());
            }
        }
        fields.putAll(values);
        String action =
                form.hasAttr("action") ? form.absUrl("action") : page.uri().toString();
        return postForm(action, fields);
    }

    public boolean hasCookie(String name) {
        return cookies.has(name);
    }

    /** The value of a cookie, or null. */
    public String cookie(String name) {
        return cookies.value(name);
    }

    /** Whether this browser is signed in to Keycloak. */
    public boolean isSignedIn() {
        return hasCookie("KEYCLOAK_IDENTITY");
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
