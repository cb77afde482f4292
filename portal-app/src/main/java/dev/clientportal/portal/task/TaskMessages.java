package dev.clientportal.portal.task;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What pages say about tasks. */
@MessageBundle("task")
public interface TaskMessages {
    @Message("Tasks")
    String title();

    @Message("To do")
    String toDo();

    @Message("Done")
    String done();

    @Message("All tasks")
    String allTasks();

    @Message("Nothing is done yet")
    String noneDone();

    @Message(
            "{#switch kind}{#case UPLOAD}Files requested{#case QUESTION}Question{#case SIGN}To sign{#else}To do{/switch}")
    String kind(TaskKind kind);

    @Message("Due {day}")
    String due(String day);

    @Message("Was due {day}")
    String overdue(String day);

    @Message("Done by {name}, {time}")
    String doneBy(String name, String time);

    @Message("Mark as done")
    String markDone();

    @Message("Not done yet")
    String reopen();

    @Message("Discussion")
    String discussion();

    @Message("Answers")
    String answers();

    @Message("Nobody has written yet.")
    String noDiscussion();

    @Message("Your answer")
    String yourAnswer();

    @Message("Send the answer")
    String sendAnswer();

    @Message("Write something")
    String yourComment();

    @Message("Send")
    String sendComment();

    @Message("Write something first.")
    String empty();

    @Message("That is too long: up to 4,000 characters. What you wrote is still here.")
    String tooLong();

    @Message("Title contains")
    String search();

    @Message("No title here has “{words}” in it.")
    String foundNone(String words);
}
