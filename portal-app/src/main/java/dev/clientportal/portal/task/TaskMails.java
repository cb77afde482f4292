package dev.clientportal.portal.task;

import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.firm.Firm;
import dev.clientportal.portal.notification.Notification;
import dev.clientportal.portal.notification.NotificationKind;
import dev.clientportal.portal.notification.Notifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
     * @param notTold who gets none of these mails, also where everybody does
     */
    public void shared(
            Where where,
            CompanyKey company,
            String project,
            String about,
            List<NewTask> tasks,
            List<String> ids,
            Set<String> notTold) {
        Map<String, List<Integer>> byReader = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            for (String reader : tasks.get(i).readers()) {
                byReader.computeIfAbsent(reader, key -> new ArrayList<>()).add(i);
            }
        }
        String several = where.company() + (project == null ? "/tasks" : "/projects/" + project);
        byReader.keySet().removeAll(notTold);
        notifications.queue(
                notTold,
                byReader.entrySet().stream()
                        .map(mine -> {
                            int first = mine.getValue().get(0);
                            boolean one = mine.getValue().size() == 1;
                            return one
                                    ? assigned(where, company, mine.getKey(), tasks.get(first), ids.get(first))
                                    : assigned(
                                            where,
                                            company,
                                            mine.getKey(),
                                            several,
                                            about,
                                            titles(mine.getValue(), tasks));
                        })
                        .toList());
    }

    /** One mail for each who sees them; it does not list them. */
    void sharedMany(Where where, CompanyKey company, String project, String about, Set<String> readers) {
        notifications.queue(readers.stream()
                .map(reader -> assigned(where, company, reader, where.company() + "/projects/" + project, about, null))
                .toList());
    }

    /** One mail for each who sees a new task. It waits for the files that often come behind one, and tells of them, too. */
    void added(Where where, CompanyKey company, NewTask task, String id) {
        task.readers().forEach(reader -> notifications.announce(assigned(where, company, reader, task, id)));
    }

    private static Notification assigned(Where where, CompanyKey company, String reader, NewTask task, String id) {
        return assigned(where, company, reader, where.company() + "/tasks/" + id, task.title(), task.description());
    }

    private static Notification assigned(
            Where where, CompanyKey company, String reader, String target, String title, String text) {
        return Notification.of(where.firm(), company.id(), reader, NotificationKind.TASK_ASSIGNED, target, title, text);
    }

    /** One mail for each who sees some of these; they come in the order of the list. */
    void remind(Where where, CompanyKey company, Map<String, List<TaskEntity>> byReader) {
        notifications.queue(byReader.entrySet().stream()
                .map(mine -> {
                    TaskEntity first = mine.getValue().get(0);
                    int others = mine.getValue().size() - 1;
                    return Notification.of(
                            where.firm(),
                            company.id(),
                            mine.getKey(),
                            NotificationKind.REMINDER,
                            where.company() + "/tasks" + (others == 0 ? "/" + first.id : ""),
                            others == 0 ? dated(first) : first.title + " (+" + others + ")",
                            others == 0
                                    ? first.description
                                    : list(mine.getValue().stream().map(TaskMails::dated)));
                })
                .toList());
    }

    /** In a form of the date that every language reads. */
    private static String dated(TaskEntity task) {
        return task.due == null ? task.title : task.title + " · " + task.due;
    }

    /** Tells whoever sees a task of the firm's new files there: by one mail, though each file may come by itself. */
    @Transactional
    public void documents(Where where, CompanyKey company, String task, List<String> readers, List<String> names) {
        for (String reader : readers) {
            for (String name : names) {
                notifications.gather(Notification.of(
                        where.firm(),
                        company.id(),
                        reader,
                        NotificationKind.DOCUMENT,
                        where.company() + "/tasks/" + task,
                        name,
                        null));
            }
        }
    }

    private static String list(Stream<String> lines) {
        return lines.limit(LISTED).map(line -> "– " + line).collect(Collectors.joining("\n"));
    }

    private static String titles(List<Integer> mine, List<NewTask> tasks) {
        return list(mine.stream().map(i -> tasks.get(i).title()));
    }
}
