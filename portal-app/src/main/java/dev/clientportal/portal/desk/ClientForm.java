package dev.clientportal.portal.desk;

import dev.clientportal.portal.staff.StaffCompanies.NewClient;
import java.util.Map;

/**
 * Somebody to be let in.
 *
 * @param project whose tasks they shall see, or empty
 * @param task that they shall see, or empty
 * @param errors the names of messages, by field
 */
public record ClientForm(
        String email, String firstName, String lastName, String project, String task, Map<String, String> errors) {
    private static final int LONGEST = 255;

    static ClientForm fresh(String project, String task) {
        return new ClientForm("", "", "", Typed.text(project), Typed.text(task), Map.of());
    }

    static ClientForm of(String email, String firstName, String lastName, String project, String task) {
        ClientForm form = new ClientForm(
                Typed.text(email),
                Typed.text(firstName),
                Typed.text(lastName),
                Typed.text(project),
                Typed.text(task),
                Map.of());
        if (form.email.isEmpty()) return form.with("email", "emailMissing");
        if (form.email.length() > LONGEST) return form.with("email", "emailWrong");
        if (form.firstName.length() > LONGEST) return form.with("firstName", "nameTooLong");
        if (form.lastName.length() > LONGEST) return form.with("lastName", "nameTooLong");
        return form;
    }

    /** The same with what is wrong. */
    ClientForm with(String field, String error) {
        return new ClientForm(email, firstName, lastName, project, task, Map.of(field, error));
    }

    /** The page that it came from, below the company's. */
    public String from() {
        if (!task.isEmpty()) return "/tasks/" + task;
        return project.isEmpty() ? "" : "/projects/" + project;
    }

    NewClient client() {
        return new NewClient(email, Typed.orNull(firstName), Typed.orNull(lastName), true);
    }

    /** What is wrong with a field, or null. */
    public String error(String field) {
        return errors.get(field);
    }
}
