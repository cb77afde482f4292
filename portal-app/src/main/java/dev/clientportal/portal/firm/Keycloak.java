package dev.clientportal.portal.firm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Speaks with the extension's REST. */
@ApplicationScoped
public class Keycloak {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json;

    Keycloak(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Asks for one document.
     *
     * @param accessToken null for what everybody may read
     * @param none the statuses that stand for an empty answer
     * @throws BadRequestException for 400: what visitors type is handed on as it is
     * @throws KeycloakAwayException for any other status than those and 200
     */
    public <T> Optional<T> read(String address, String accessToken, Set<Integer> none, Class<T> type) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE);
        if (accessToken != null) request.header("Authorization", "Bearer " + accessToken);
        HttpResponse<String> answer = send(request.build());
        if (none.contains(answer.statusCode())) return Optional.empty();
        if (answer.statusCode() == 400) throw new BadRequestException();
        if (answer.statusCode() != 200) throw new KeycloakAwayException("It answers " + answer.statusCode(), null);
        return Optional.of(read(answer, type));
    }

    /** What Keycloak said to something that it was asked to do: what was made, or the problem document of a refusal. */
    public record Done(int status, JsonNode document) {
        public boolean isRefused() {
            return status >= 400;
        }

        /** The last part of the problem's type, as {@code contact-blocked}; empty when there is none. */
        public String problem() {
            return document.path("type").asText("").replaceAll(".*:", "");
        }
    }

    /**
     * Asks for something to be done.
     *
     * @throws KeycloakAwayException when it cannot be told whether it was
     */
    public Done post(String address, String accessToken, Object body) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + accessToken)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.valueToTree(body).toString()))
                .build());
        if (answer.statusCode() >= 500) throw new KeycloakAwayException("It answers " + answer.statusCode(), null);
        return new Done(
                answer.statusCode(), answer.body().isBlank() ? json.createObjectNode() : read(answer, JsonNode.class));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new KeycloakAwayException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeycloakAwayException("Interrupted", e);
        }
    }

    private <T> T read(HttpResponse<String> answer, Class<T> type) {
        try {
            return json.readValue(answer.body(), type);
        } catch (IOException e) {
            throw new KeycloakAwayException(e.getMessage(), e);
        }
    }
}
