package dev.clientportal.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** The few administrative calls that the stack itself makes. */
final class AdminApi {
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String baseUrl;
    private final String token;

    private AdminApi(String baseUrl, String tokenRealm, Map<String, String> grant)
            throws IOException, InterruptedException {
        this.baseUrl = baseUrl;
        String form = grant.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(
                        URI.create(baseUrl + "/realms/" + tokenRealm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        this.token = send(request).path("access_token").asText();
    }

    static AdminApi asAdministrator(String baseUrl) throws IOException, InterruptedException {
        return new AdminApi(
                baseUrl,
                "master",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        LocalStack.ADMIN_NAME,
                        "password",
                        LocalStack.ADMIN_PASSWORD));
    }

    static AdminApi asAutomation(String baseUrl, String realm, String clientId, String secret)
            throws IOException, InterruptedException {
        return new AdminApi(
                baseUrl,
                realm,
                Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(to(path).GET());
    }

    JsonNode put(String path, Object body) throws IOException, InterruptedException {
        return send(to(path).PUT(json(body)));
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return send(to(path).POST(json(body)));
    }

    /** At another address than Keycloak's, with the same token. */
    JsonNode postTo(String address, Object body) throws IOException, InterruptedException {
        return send(at(address).POST(json(body)));
    }

    /** Returns when something is there, whatever it says. */
    void awaitPage(String address, Duration limit) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(limit);
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        while (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 404) {
            if (Instant.now().isAfter(end)) {
                throw new IOException("Nothing is at " + address);
            }
            Thread.sleep(500);
        }
    }

    private HttpRequest.Builder to(String path) {
        return at(baseUrl + "/admin/realms" + path);
    }

    private HttpRequest.Builder at(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher json(Object body) throws IOException {
        return HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private JsonNode send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        HttpRequest request = builder.build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(
                    request.method() + " " + request.uri() + ": " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body().isEmpty() ? "null" : response.body());
    }
}
