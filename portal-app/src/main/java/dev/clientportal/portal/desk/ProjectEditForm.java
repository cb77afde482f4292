package dev.clientportal.portal.desk;

import dev.clientportal.portal.project.FirmProjects;
import java.util.Map;

/**
 * A project to be changed.
 *
 * @param version of what was seen before the change
 * @param errors the names of messages, by field
 */
public record ProjectEditForm(int version, String name, String description, Map<String, String> errors) {
    static ProjectEditForm of(FirmProjects.Summary project) {
        String description = project.description() == null ? "" : project.description();
        return new ProjectEditForm(project.version(), project.name(), description, Map.of());
    }

    static ProjectEditForm of(int version, String name, String description) {
        String typedName = Typed.text(name);
        String typedDescription = Typed.text(description);
        Errors errors = new Errors().title("name", typedName).description("description", typedDescription);
        return new ProjectEditForm(version, typedName, typedDescription, errors.found());
    }

    /** The same with what is wrong. */
    ProjectEditForm with(String field, String error) {
        return new ProjectEditForm(version, name, description, Map.of(field, error));
    }

    /** What is wrong with a field, or null. */
    public String error(String field) {
        return errors.get(field);
    }
}
