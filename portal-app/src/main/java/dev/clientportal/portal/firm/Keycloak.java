package dev.clientportal.portal.firm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Speaks to the extension's REST. */
@ApplicationScoped
public class Keycloak {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json;
    private final KeycloakAddress place;

    /** @param retryAfter the header of that name, or null */
    public record Answer(int status, String retryAfter, String body) {}

    Keycloak(ObjectMapper json, KeycloakAddress place) {
        this.json = json;
        this.place = place;
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
        Answer answer = ask(address, accessToken, null);
        if (none.contains(answer.status())) return Optional.empty();
        if (answer.status() == 400) throw new BadRequestException();
        if (answer.status() != 200) throw new KeycloakAwayException("It answers " + answer.status(), null);
        return Optional.of(parse(answer, type));
    }

    /**
     * Asks for a document, or sends one.
     *
     * @param bodyOrNull what to send, as JSON; null to ask
     * @return the answer, whatever it is
     * @throws KeycloakAwayException when there is none
     */
    public Answer ask(String address, String accessToken, Object bodyOrNull) {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(place.of(address)).timeout(PATIENCE);
            if (accessToken != null) request.header("Authorization", "Bearer " + accessToken);
            if (bodyOrNull != null) {
                request.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(bodyOrNull)));
            }
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Retry-After").orElse(null),
                    answer.body());
        } catch (IOException e) {
            throw new KeycloakAwayException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeycloakAwayException("Interrupted", e);
        }
    }

    /** @throws KeycloakAwayException when the answer is no such document: something else answered, such as a proxy */
    public <T> T parse(Answer answer, Class<T> type) {
        try {
            return json.readValue(answer.body(), type);
        } catch (IOException e) {
            throw new KeycloakAwayException(e.getMessage(), e);
        }
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
        Answer answer = ask(address, accessToken, body);
        if (answer.status() >= 500) throw new KeycloakAwayException("It answers " + answer.status(), null);
        return new Done(
                answer.status(), answer.body().isBlank() ? json.createObjectNode() : parse(answer, JsonNode.class));
    }
}
