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
}
