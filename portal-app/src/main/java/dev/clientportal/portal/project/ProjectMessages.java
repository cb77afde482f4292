package dev.clientportal.portal.project;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What pages say about projects. */
@MessageBundle("project")
public interface ProjectMessages {
    @Message("Projects")
    String title();

    @Message("No projects yet")
    String none();

    @Message("Closed")
    String closed();

    @Message("Open")
    String open();

    @Message("Current")
    String current();

    @Message("Finished")
    String finished();

    @Message("No project is finished yet")
    String noneFinished();

    @Message("The project is finished. It can be read, and not changed any more.")
    String readOnly();

    @Message("This was not sent")
    String unsent();
}
