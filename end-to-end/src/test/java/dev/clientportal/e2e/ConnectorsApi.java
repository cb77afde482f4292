package dev.clientportal.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A caller of the connectors; paths are relative to {@code /v1/northwind}. Answers are held to their OpenAPI file. */
public final class ConnectorsApi {
    private final Http http = new Http();
    private final String authorization;
    private final String ownUrlOrNull;

    private ConnectorsApi(String authorization) {
        this(authorization, null);
    }

    private ConnectorsApi(String authorization, String ownUrlOrNull) {
        this.authorization = authorization;
        this.ownUrlOrNull = ownUrlOrNull;
    }

    /** The demo's automation, which may do everything. */
    public static ConnectorsApi automation() {
        return basic("portal-automation", "portal-automation");
    }

    /** The same, at other connectors than the system's. */
    public static ConnectorsApi automation(String url) {
        return automation().at(url);
    }

    /** A client that says who it is by its secret. */
    public static ConnectorsApi basic(String client, String secret) {
        return new ConnectorsApi("Basic "
                + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8)));
    }

    /** The same caller, at other connectors than the system's. */
    public ConnectorsApi at(String url) {
        return new ConnectorsApi(authorization, url);
    }

    public static ConnectorsApi bearer(String token) {
        return new ConnectorsApi("Bearer " + token);
    }

    public static ConnectorsApi anonymous() {
        return new ConnectorsApi(null);
    }

    public static String url(String path) {
        return Stack.local().connectorsUrl() + "/v1/northwind" + path;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body) {
        return send(json(path, body));
    }

    /** A call with an {@code Idempotency-Key}. */
    public Answer post(String path, String key, Object body) {
        return send(json(path, body).header("Idempotency-Key", key));
    }

    public HttpRequest.Builder json(String path, Object body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body instanceof String text ? text : written(body)));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create(ownUrlOrNull == null ? url(path) : ownUrlOrNull + "/v1/northwind" + path));
    }

    public Answer send(HttpRequest.Builder request) {
        Answer answer = http.send(authorization == null ? request : request.setHeader("Authorization", authorization));
        Contract.check(answer);
        return answer;
    }

    private static String written(Object body) {
        try {
            return Answer.JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
