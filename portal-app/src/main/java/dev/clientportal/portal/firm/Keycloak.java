package dev.clientportal.portal.firm;

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

/** Reads what the extension's REST has to say. */
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
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (none.contains(answer.statusCode())) return Optional.empty();
            if (answer.statusCode() == 400) throw new BadRequestException();
            if (answer.statusCode() != 200) throw new KeycloakAwayException("It answers " + answer.statusCode(), null);
            return Optional.of(json.readValue(answer.body(), type));
        } catch (IOException e) {
            throw new KeycloakAwayException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeycloakAwayException("Interrupted", e);
        }
    }
}
