package dev.clientportal.connectors.project;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;

/**
 * The one command that webhooks and CSV files become: a company, its contacts, and a project with tasks for them. Its form is
 * that of {@code schema/create-project.json}.
 *
 * @param externalId the caller's own name for the project; null for none
 * @param template the id or the name of the portal's template
 * @param invite whether contacts who were not invited yet get an invitation; false opens silently
 * @param tell whether contacts who are in already are told by mail of the project's tasks
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreateProject(
        String externalId,
        String name,
        String description,
        String template,
        Company company,
        List<Contact> contacts,
        List<Task> tasks,
        Boolean invite,
        @JsonProperty("notify") Boolean tell) {

    /** The firm's client. At least one of external id and alias; a name where it may have to be made. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Company(String externalId, String alias, String name) {
        /** What commands for one company have in common. */
        @JsonIgnore
        public String key() {
            return externalId == null ? "alias:" + alias : "id:" + externalId;
        }
    }

    /** Somebody who is let in. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Contact(String email, String firstName, String lastName, String locale) {}

    /** Something to do, behind those of the template. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Task(String title, String kind, String description, LocalDate due, List<String> assignees) {}

    public CreateProject {
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
        tasks = tasks == null ? List.of() : List.copyOf(tasks);
    }

    @JsonIgnore
    public boolean invites() {
        return invite == null || invite;
    }

    @JsonIgnore
    public boolean tells() {
        return tell == null || tell;
    }

    /** Where its place in the order is kept: commands of one group run one after the other. */
    public String group(String realm) {
        return realm + "/" + company.key();
    }
}
