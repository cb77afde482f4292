package dev.clientportal.portal.desk;

import dev.clientportal.portal.Sha256;
import dev.clientportal.portal.page.Form;
import java.util.Map;
import java.util.UUID;

/**
 * A project to be made.
 *
 * @param id made with the form: sent twice it is one project
 * @param template the id, or empty for none
 * @param errors the names of messages, by field
 */
public record ProjectForm(
        String id, String name, String description, String template, Sharing sharing, Map<String, String> errors) {
    static ProjectForm fresh() {
        return new ProjectForm(UUID.randomUUID().toString(), "", "", "", Sharing.EVERYBODY, Map.of());
    }

    static ProjectForm of(String id, String name, String description, String template, Sharing sharing) {
        String typedName = Typed.text(name);
        String typedDescription = Typed.text(description);
        Errors errors = new Errors().title("name", typedName).description("description", typedDescription);
        return new ProjectForm(
                Form.known(id), typedName, typedDescription, Typed.text(template), sharing, errors.found());
    }

    /** The same with one thing more that is wrong. */
    ProjectForm with(String field, String error) {
        String next = field.equals("form") ? UUID.randomUUID().toString() : id;
        return new ProjectForm(next, name, description, template, sharing, Errors.with(errors, field, error));
    }

    /** The same, and nothing is wrong with it yet. */
    ProjectForm unjudged() {
        return new ProjectForm(id, name, description, template, sharing, Map.of());
    }

    /** SHA-256 of all that was chosen. */
    String hash() {
        String all = String.join(
                "\u0000",
                name,
                description,
                template,
                sharing.kind(),
                String.join(",", sharing.contacts().stream().sorted().toList()));
        return Sha256.of(all);
    }

    /** What is wrong with a field, or null. */
    public String error(String field) {
        return errors.get(field);
    }
}
