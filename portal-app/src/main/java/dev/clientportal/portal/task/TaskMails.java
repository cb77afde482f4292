package dev.clientportal.portal.task;

import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.firm.Firm;
import dev.clientportal.portal.notification.Notification;
import dev.clientportal.portal.notification.NotificationKind;
import dev.clientportal.portal.notification.Notifications;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells contacts by mail what was shared with them: one mail for each, however many tasks. */
@ApplicationScoped
public class TaskMails {
    /** How many tasks a mail lists by name. */
    private static final int LISTED = 20;

    private final Notifications notifications;

    TaskMails(Notifications notifications) {
        this.notifications = notifications;
    }

    /**
     * Where mails about a company lead.
     *
     * @param company the address of the company's pages in the portal, without a slash at its end
     */
    public record Where(Firm firm, String company) {}

    /**
     * In the transaction that shares them.
     *
     * @param project whose page a mail about several tasks leads to; null for the list of tasks
     * @param about the subject of a mail about several
     * @param ids of the tasks, in their order
     */
    public void shared(
            Where where, CompanyKey company, String project, String about, List<NewTask> tasks, List<String> ids) {
        Map<String, List<Integer>> byReader = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            for (String reader : tasks.get(i).readers()) {
                byReader.computeIfAbsent(reader, key -> new ArrayList<>()).add(i);
            }
        }
        String several = where.company() + (project == null ? "/tasks" : "/projects/" + project);
        notifications.queue(byReader.entrySet().stream()
                .map(mine -> {
                    int first = mine.getValue().get(0);
                    boolean one = mine.getValue().size() == 1;
                    return Notification.of(
                            where.firm(),
                            company.id(),
                            mine.getKey(),
                            NotificationKind.TASK_ASSIGNED,
                            one ? where.company() + "/tasks/" + ids.get(first) : several,
                            one ? tasks.get(first).title() : about,
                            one ? tasks.get(first).description() : titles(mine.getValue(), tasks));
                })
                .toList());
    }

    /** One mail for each who sees them; it does not list them. */
    void sharedMany(Where where, CompanyKey company, String project, String about, Set<String> readers) {
        notifications.queue(readers.stream()
                .map(reader -> Notification.of(
                        where.firm(),
                        company.id(),
                        reader,
                        NotificationKind.TASK_ASSIGNED,
                        where.company() + "/projects/" + project,
                        about,
                        null))
                .toList());
    }

    private static String titles(List<Integer> mine, List<NewTask> tasks) {
        return mine.stream().limit(LISTED).map(i -> "– " + tasks.get(i).title()).collect(Collectors.joining("\n"));
    }
}
