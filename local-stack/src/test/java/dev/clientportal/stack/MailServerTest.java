package dev.clientportal.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailServerTest {
    @TempDir
    Path folder;

    private Ports ports;
    private MailServer server;
    private MailPage page;

    @BeforeEach
    void start() throws Exception {
        ports = new Ports(folder.resolve("ports.properties"));
        server = new MailServer(ports.of("smtp", 0));
        page = new MailPage(server, ports.of("page", 0));
        server.start();
        page.start();
    }

    @AfterEach
    void end() {
        page.close();
        server.close();
        ports.close();
    }

    @Test
    void keepsBothPartsOfAMail() throws Exception {
        send("Külaline <b>", "Tere, Jüri", "<p>Tere, Jüri</p>");

        ReceivedMail mail = server.receivedBy("juri@birch.example").get(0);
        assertThat(mail.subject()).isEqualTo("Külaline <b>");
        assertThat(mail.text()).contains("Tere, Jüri");
        assertThat(mail.html()).contains("<p>Tere, Jüri</p>");
        assertThat(mail.headers()).anyMatch(header -> header.startsWith("From: "));
    }

    @Test
    void deliversAsSlowlyAsTold() throws Exception {
        server.deliveryDelay(Duration.ofMillis(400));

        long before = System.nanoTime();
        send("Slow", "text", "<p>html</p>");

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    @Test
    void isDownAndComesBackWithItsMails() throws Exception {
        send("Before", "text", "<p>html</p>");
        server.stop();
        assertThatThrownBy(() -> send("Lost", "text", "<p>html</p>")).isInstanceOf(MessagingException.class);

        server.start();
        send("After", "text", "<p>html</p>");

        assertThat(server.received()).extracting(ReceivedMail::subject).containsExactly("Before", "After");
    }

    @Test
    void refusesARecipientUntilToldOtherwise() throws Exception {
        server.refuse("Juri@birch.example", "450 4.7.1 Try later");
        assertThatThrownBy(() -> send("Refused", "text", "<p>html</p>"))
                .rootCause()
                .hasMessageContaining("450 4.7.1");

        server.accept("juri@birch.example");
        send("Accepted", "text", "<p>html</p>");

        assertThat(server.received()).extracting(ReceivedMail::subject).containsExactly("Accepted");
    }

    @Test
    void pageSaysThatThereIsNoMailYet() throws Exception {
        assertThat(open("")).contains("No mail yet");
    }

    @Test
    void pageEscapesWhatIsNotTheMailItself() throws Exception {
        send("<script>alert(1)</script>", "<i>text</i>", "<a href='http://localhost/x'>open</a>");

        assertThat(open("")).contains("&lt;script&gt;").doesNotContain("<script>");
        assertThat(open("mails/1"))
                .contains("&lt;i&gt;text")
                .contains("sandbox=")
                .doesNotContain("<script>");
        assertThat(open("mails/1/html")).startsWith("<base target=\"_blank\">").contains("open</a>");
        assertThat(open("mails/99")).contains("No such mail");
    }

    private String open(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(page.url() + path)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void send(String subject, String text, String html) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(server.port()));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("portal@northwind.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("juri@birch.example"));
        message.setSubject(subject, "UTF-8");
        var textPart = new MimeBodyPart();
        textPart.setText(text, "UTF-8");
        var htmlPart = new MimeBodyPart();
        htmlPart.setText(html, "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", textPart, htmlPart));
        Transport.send(message);
    }
}
