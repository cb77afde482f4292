package dev.clientportal.portal.message;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What pages say about messages. */
@MessageBundle("message")
public interface MessageWords {
    @Message("Messages")
    String title();

    @Message("{count} unread")
    String unread(String count);

    @Message("Only you and {firm} read what is written here.")
    String lead(String firm);

    @Message("No messages yet")
    String noneTitle();

    @Message("Ask {firm} anything; the answer will be here.")
    String noneText(String firm);

    @Message("Earlier messages")
    String earlier();

    @Message("Newest messages")
    String newest();

    @Message("You")
    String you();

    @Message("Your message")
    String yourMessage();

    @Message("Send")
    String send();

    @Message("You can read here, but not write. {firm} can change that.")
    String readOnly(String firm);

    @Message("Name of a contact or a company begins with")
    String searchLabel();

    @Message("All")
    String all();

    @Message("Unread")
    String onlyUnread();

    @Message("What contacts write will be here.")
    String inboxNone();

    @Message("Everything is read")
    String allRead();

    @Message("Nobody’s name and no company’s begins with “{words}”.")
    String foundNobody(String words);

    @Message("New")
    String isNew();

    @Message("Write")
    String write();

    @Message("Write to {name}")
    String writeTo(String name);

    @Message("Nobody has written yet. They are told of it by mail.")
    String fresh();

    @Message("Your answer")
    String yourAnswer();

    @Message("Write something first.")
    String empty();

    @Message("That is too long: up to 4,000 characters. What you wrote is still here.")
    String tooLong();
}
