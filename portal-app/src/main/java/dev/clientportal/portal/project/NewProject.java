package dev.clientportal.portal.project;

import dev.clientportal.portal.task.NewTask;
import dev.clientportal.portal.task.TaskMails.Where;
import java.util.List;

/**
 * A project to be made, with everything that it needs from elsewhere looked up.
 *
 * @param externalId the caller's own name for it, or null
 * @param contentHash of what the caller asked for, or null
 * @param mails where mails about its tasks lead; null when nobody is to be told, nor reminded
 */
public record NewProject(
        String externalId, String contentHash, String name, String description, List<NewTask> tasks, Where mails) {}
