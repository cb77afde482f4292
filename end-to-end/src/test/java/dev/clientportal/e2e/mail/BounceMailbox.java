package dev.clientportal.e2e.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags.Flag;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** An IMAP server with the mailbox that mails come back to. */
final class BounceMailbox implements AutoCloseable {
    private static final String USER = "bounces";
    private static final String PASSWORD = "&bounces)";
    private static final String HOST = "127.0.0.1";

    private final GreenMail server;
    private final GreenMailUser user;
    private final int port;

    BounceMailbox() {
        port = freePort();
        server = new GreenMail(new ServerSetup(port, HOST, ServerSetup.PROTOCOL_IMAP));
        server.start();
        try {
            user = server.getUserManager().createUser(USER + "@northwind.example", USER, PASSWORD);
        } catch (UserException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So that connectors look here. */
    List<String> options() {
        return List.of(
                option("bounce-host", HOST),
                option("bounce-port", Integer.toString(port)),
                option("bounce-tls", "none"),
                option("bounce-user", USER),
                option("bounce-password", PASSWORD),
                option("bounce-every", "500ms"));
    }

    private static String option(String name, String value) {
        return "-Dclient-portal.connectors." + name + "=" + value;
    }

    /** Puts the mail there, as it came over the wire. */
    void receive(String source) {
        try (var bytes = new ByteArrayInputStream(source.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII))) {
            user.deliver(new MimeMessage(Session.getInstance(new Properties()), bytes));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many there are that nobody has read yet. */
    long unseen() {
        try {
            return server.getManagers().getImapHostManager().getInbox(user).getNonDeletedMessages().stream()
                    .filter(mail -> !mail.getFlags().contains(Flag.SEEN))
                    .count();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    int all() {
        try {
            return server.getManagers().getImapHostManager().getInbox(user).getMessageCount();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
