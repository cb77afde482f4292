package dev.clientportal.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A request as bytes on the wire, for what an HTTP client will not send: a foreign Host header, a NUL in a path. */
public final class RawHttp {
    private static final int PATIENCE = 30_000;

    private RawHttp() {}

    /**
     * The whole answer as text.
     *
     * @param target what stands behind the method
     * @param headers instead of the usual ones where they have the same name
     */
    public static String send(String method, String target, Map<String, String> headers, String body) {
        URI server = URI.create(Stack.local().baseUrl());
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder request = new StringBuilder(method + ' ' + target + " HTTP/1.1\r\n");
        if (!headers.containsKey("Host"))
            request.append("Host: ").append(server.getAuthority()).append("\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        request.append("Content-Length: ").append(content.length).append("\r\nConnection: close\r\n\r\n");
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE);
            var out = socket.getOutputStream();
            out.write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            out.write(content);
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }
}
