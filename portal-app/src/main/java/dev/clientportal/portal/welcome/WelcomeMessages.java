package dev.clientportal.portal.welcome;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What a new contact is told. */
@MessageBundle("welcome")
public interface WelcomeMessages {
    @Message("Welcome to the portal of {firm}")
    String title(String firm);

    @Message("This is where {firm} and {company} work together.")
    String lead(String firm, String company);

    @Message("What {firm} needs from you is under Tasks, sorted by when it is due.")
    String tasks(String firm);

    @Message("Files go both ways: drop yours at a task, and find what was sent to you under Documents.")
    String documents();

    @Message("Ask us anything under Messages. Only you and {firm} read that.")
    String messages(String firm);

    @Message("You never need a password: each mail has a link that lets you in.")
    String links();

    @Message("A short film about the portal")
    String video();

    @Message("Go on")
    String next();

    @Message("Welcome: have a look around")
    String sampleTitle();

    @Message(
            "This is a task. It says what {firm} needs from you and until when; you can ask about it below. Mark this one as done when you have seen it.")
    String sampleText(String firm);
}
