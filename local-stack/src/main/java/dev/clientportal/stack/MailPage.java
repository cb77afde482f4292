package dev.clientportal.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A small page that shows the mails of the {@link MailServer}, on loopback. */
final class MailPage implements AutoCloseable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}
            h1{font-size:1.35rem;overflow-wrap:anywhere} a{color:inherit}
            ol{list-style:none;padding:0} li{border-top:1px solid #8886}
            li a{display:block;padding:.75rem .25rem;text-decoration:none} li a:hover strong{text-decoration:underline}
            small{opacity:.8;overflow-wrap:anywhere} iframe{width:100%;height:34rem;border:1px solid #8886;background:#fff}
            pre{white-space:pre-wrap;overflow-wrap:anywhere} summary{padding:.5rem 0;cursor:pointer}
            """;

    private final MailServer mails;
    private final int port;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, task -> {
        var thread = new Thread(task, "client-portal-mail-page");
        thread.setDaemon(true);
        return thread;
    });
    private HttpServer server;

    MailPage(MailServer mails, int port) {
        this.mails = mails;
        this.port = port;
    }

    String url() {
        return "http://localhost:" + port + "/";
    }

    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            // A foreign site must not read the mails through a name of its own that points here.
            String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                    .orElse("");
            if (!host.equals("localhost:" + port) && !host.equals("127.0.0.1:" + port)) {
                send(exchange, 403, page("Not here", "<p>Open <b>" + escaped(url()) + "</b></p>", ""));
                return;
            }
            String[] path = exchange.getRequestURI().getPath().split("/");
            if (path.length == 0) {
                send(exchange, 200, list());
                return;
            }
            Optional<ReceivedMail> mail = path.length > 2 && path[1].equals("mails") ? find(path[2]) : Optional.empty();
            if (mail.isEmpty()) {
                send(exchange, 404, page("No such mail", "<p><a href=\"/\">All mails</a></p>", ""));
            } else if (path.length == 4 && path[3].equals("html")) {
                sendHtmlPart(exchange, mail.get());
            } else {
                send(exchange, 200, shown(mail.get()));
            }
        }
    }

    private Optional<ReceivedMail> find(String id) {
        return mails.received().stream()
                .filter(mail -> Long.toString(mail.id()).equals(id))
                .findFirst();
    }

    private String list() {
        String rows = mails.received().stream()
                .sorted(Comparator.comparingLong(ReceivedMail::id).reversed())
                .limit(500)
                .map(mail -> "<li><a href=\"/mails/%d\"><strong>%s</strong><br><small>%s · %s</small></a></li>"
                        .formatted(
                                mail.id(),
                                escaped(mail.subject()),
                                TIME.format(mail.receivedAt()),
                                escaped(mail.recipient())))
                .collect(Collectors.joining());
        String body = rows.isEmpty()
                ? "<p>No mail yet. It shows up here by itself when somebody is invited or asks for a login link.</p>"
                : "<ol>" + rows + "</ol>";
        return page("Mails", body, "<meta http-equiv=\"refresh\" content=\"5\">");
    }

    private static String shown(ReceivedMail mail) {
        String html = mail.html().isEmpty()
                ? ""
                : "<iframe title=\"The mail\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\" src=\"/mails/"
                        + mail.id() + "/html\"></iframe>";
        return page(
                mail.subject(),
                "<p><a href=\"/\">All mails</a><br><small>%s · from %s · to %s</small></p>%s"
                                .formatted(
                                        TIME.format(mail.receivedAt()),
                                        escaped(mail.from()),
                                        escaped(mail.recipient()),
                                        html)
                        + details("Text part", escaped(mail.text()), html.isEmpty())
                        + details("Headers", escaped(String.join("\n", mail.headers())), false),
                "");
    }

    private static String details(String title, String escapedContent, boolean open) {
        return "<details%s><summary>%s</summary><pre>%s</pre></details>"
                .formatted(open ? " open" : "", title, escapedContent);
    }

    /** The mail's own HTML, in a sandbox of its own: no scripts, and its links open in a new tab. */
    private static void sendHtmlPart(HttpExchange exchange, ReceivedMail mail) throws IOException {
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
                                + "style-src 'unsafe-inline'; img-src data: http://localhost:* http://127.0.0.1:*");
        send(exchange, 200, "<base target=\"_blank\">" + mail.html());
    }

    private static void send(HttpExchange exchange, int status, String html) throws IOException {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        if (!exchange.getResponseHeaders().containsKey("Content-Security-Policy")) {
            exchange.getResponseHeaders()
                    .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'");
        }
        boolean withBody = !exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, withBody ? body.length : -1);
        if (withBody) {
            exchange.getResponseBody().write(body);
        }
    }

    private static String page(String title, String body, String head) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">" + head
                + "<title>" + escaped(title) + "</title><style>" + STYLE + "</style></head><body><main><h1>"
                + escaped(title) + "</h1>" + body + "</main></body></html>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
