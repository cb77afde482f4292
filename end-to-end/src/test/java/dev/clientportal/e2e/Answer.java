package dev.clientportal.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What the server answered to one request. */
public record Answer(HttpResponse<String> response) {
    static final ObjectMapper JSON = new ObjectMapper();

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    public URI uri() {
        return response.uri();
    }

    /** The first header of that name, or an empty text. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Where a redirect leads, as an absolute address. */
    public URI location() {
        return uri().resolve(header("Location"));
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body());
        } catch (IOException e) {
            throw new UncheckedIOException(body(), e);
        }
    }

    public Document document() {
        return Jsoup.parse(body(), uri().toString());
    }

    @Override
    public String toString() {
        return response.request().method() + " " + uri() + ": " + status() + "\n" + body();
    }
}
