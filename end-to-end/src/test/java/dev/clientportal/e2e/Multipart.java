package dev.clientportal.e2e;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/** A form with files; their names and types as somebody with bad intentions may write them. */
public final class Multipart {
    private static final String BOUNDARY = "boundary-of-the-test";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public Multipart file(String name, byte[] content) {
        return file(name, "application/pdf", content);
    }

    public Multipart file(String name, String type, byte[] content) {
        write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                + "\"\r\nContent-Type: " + type + "\r\n\r\n");
        body.writeBytes(content);
        write("\r\n");
        return this;
    }

    public HttpRequest.Builder to(HttpRequest.Builder request) {
        write("--" + BOUNDARY + "--\r\n");
        return request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
