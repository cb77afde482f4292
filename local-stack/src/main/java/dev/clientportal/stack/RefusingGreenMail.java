package dev.clientportal.stack;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.Socket;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** GreenMail takes every recipient and every mail; this one asks first. */
final class RefusingGreenMail extends GreenMail {
    /** The reply to a recipient who is refused, else null. */
    private final UnaryOperator<String> refusal;
    /** The reply to a mail to this recipient once all of it is there, else null. */
    private final UnaryOperator<String> contentRefusal;

    RefusingGreenMail(ServerSetup setup, UnaryOperator<String> refusal, UnaryOperator<String> contentRefusal) {
        super(setup);
        this.refusal = refusal;
        this.contentRefusal = contentRefusal;
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers parts) {
        return Map.of(ServerSetup.PROTOCOL_SMTP, new SmtpServer(setups[0], parts) {
            @Override
            protected ProtocolHandler createProtocolHandler(Socket client) {
                return new SmtpHandler(new SmtpCommandRegistry(), asking(managers), client);
            }
        });
    }

    private SmtpManager asking(Managers parts) {
        return new SmtpManager(parts.getImapHostManager(), parts.getUserManager()) {
            @Override
            public String checkRecipient(SmtpState state, MailAddress recipient) {
                return refusal.apply(recipient.getEmail());
            }

            @Override
            public String checkData(SmtpState state) {
                return state.getMessage().getToAddresses().stream()
                        .map(recipient -> contentRefusal.apply(recipient.getEmail()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
            }
        };
    }
}
