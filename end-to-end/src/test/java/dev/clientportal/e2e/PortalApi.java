package dev.clientportal.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.Supplier;

/** A caller of the portal application's machine REST; paths are relative to {@code /api/v1}. Answers are held to its OpenAPI file. */
public final class PortalApi {
    private final Http http = new Http();
    private final Supplier<String> portal;
    private final Api login;
    private String token;

    private PortalApi(Supplier<String> portal, Api login) {
        this.portal = portal;
        this.login = login;
    }

    /** The demo's automation, which may do everything. */
    public static PortalApi automation() {
        return as(Api.automation());
    }

    public static PortalApi as(Api login) {
        return new PortalApi(PortalApi::portal, login);
    }

    /** At another firm's portal. */
    public static PortalApi at(String portal, Api login) {
        return new PortalApi(() -> portal, login);
    }

    /** With this token, or none. */
    public static PortalApi bearer(String token) {
        PortalApi api = as(null);
        api.token = token;
        return api;
    }

    /** The address of the demo firm's portal, without a slash at its end. */
    public static String portal() {
        return Stack.local().portalUrl() + "/f/portal.northwind.example";
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body) {
        return send(json(path).POST(BodyPublishers.ofString(written(body))));
    }

    public Answer put(String path, Object body) {
        return send(json(path).PUT(BodyPublishers.ofString(written(body))));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(portal.get() + "/api/v1" + path));
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    public Answer send(HttpRequest.Builder request) {
        Answer answer = sendOnce(request);
        if (answer.status() == 401 && login != null) {
            token = null;
            answer = sendOnce(request);
        }
        Contract.check(answer);
        return answer;
    }

    private Answer sendOnce(HttpRequest.Builder request) {
        if (token == null && login != null) token = login.freshToken();
        return http.send(token == null ? request : request.setHeader("Authorization", "Bearer " + token));
    }

    private static String written(Object body) {
        try {
            return body instanceof String text ? text : Answer.JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
