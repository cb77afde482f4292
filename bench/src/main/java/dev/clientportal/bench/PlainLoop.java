package dev.clientportal.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/**
 * What somebody writes who imports clients by Keycloak's own admin REST: one call after the other over one connection. A
 * company, a user, the membership; and, so that the contact may come in, two calls of ours.
 */
final class PlainLoop {
    private static final String REALM = "/admin/realms/northwind";

    /** Shorter than a token lives. */
    private static final Duration RENEWED_AFTER = Duration.ofSeconds(30);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Api login = Api.automation();
    private String token;
    private long tokenSince;
    private long ours;

    /** Nanoseconds that the calls of ours took so far. */
    long ours() {
        return ours;
    }

    void run(ImportRows rows) throws InterruptedException {
        for (int company = 0; company < rows.companies(); company++) {
            String alias = rows.company(company);
            String organization = id(post(REALM + "/organizations", Map.of("name", alias, "alias", alias)));
            ours(Portal.ADMIN + "/companies/" + organization + "/activate", Map.of());
            for (int contact = 0; contact < rows.contacts(); contact++) {
                String email = rows.email(company, contact);
                String user = id(post(
                        REALM + "/users",
                        Map.of(
                                "username",
                                email,
                                "email",
                                email,
                                "firstName",
                                ImportRows.FIRST_NAME,
                                "lastName",
                                ImportRows.LAST_NAME,
                                "enabled",
                                true)));
                post(REALM + "/organizations/" + organization + "/members", user);
                ours(
                        Portal.ADMIN + "/companies/" + organization + "/contacts/" + user + "/enable",
                        Map.of("silent", true));
            }
        }
    }

    private void ours(String path, Object body) throws InterruptedException {
        long start = System.nanoTime();
        post(path, body);
        ours += System.nanoTime() - start;
    }

    private HttpResponse<String> post(String path, Object body) throws InterruptedException {
        if (token == null || System.nanoTime() - tokenSince > RENEWED_AFTER.toNanos()) {
            token = login.freshToken();
            tokenSince = System.nanoTime();
        }
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(Stack.local().baseUrl() + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) throw new IllegalStateException(path + ": " + answer.body());
            return answer;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(HttpResponse<String> created) {
        return created.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
    }
}
