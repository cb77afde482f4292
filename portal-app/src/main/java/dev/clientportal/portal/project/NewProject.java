package dev.clientportal.portal.project;

import dev.clientportal.portal.task.NewTask;
import dev.clientportal.portal.task.TaskMails.Where;
import java.util.List;
import java.util.Set;

/**
 * A project to be made, with everything that it needs from elsewhere looked up.
 *
 * @param externalId the caller's own name for it, or null
 * @param contentHash of what the caller asked for, or null
 * @param mails where mails about its tasks lead; null when nobody is to be told, nor reminded
 * @param notTold ids of contacts who get no mail about it now, because another one is on its way to them
 */
public record NewProject(
        String externalId,
        String contentHash,
        String name,
        String description,
        List<NewTask> tasks,
        Where mails,
        Set<String> notTold) {}
