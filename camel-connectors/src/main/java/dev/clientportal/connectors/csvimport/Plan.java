package dev.clientportal.connectors.csvimport;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What would happen: counts of all, and the first errors in detail.
 *
 * @param repeatedRows rows that say nothing that another one did not
 * @param warnings columns that are not read
 * @param errorCount of all errors; in {@code errors} are the first of them
 * @param digest of what would happen to each project and contact, and of the file
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Plan(
        long rows,
        Projects projects,
        Companies companies,
        Contacts contacts,
        Mails mails,
        long repeatedRows,
        List<String> warnings,
        long errorCount,
        List<RowError> errors,
        String digest) {

    /** @param withErrors are left out, and in the error file */
    record Projects(long create, long there, long withErrors) {}

    record Companies(long create, long there) {}

    /**
     * @param create people whom Keycloak does not know
     * @param add people whom it knows, to this company
     * @param there contacts of the company already
     * @param blocked contacts who were blocked or disabled, and stay so
     */
    record Contacts(long create, long add, long there, long blocked) {}

    /**
     * @param invitations to who was not invited yet
     * @param notices of tasks, to who is in already; at most, as a template may have none for them
     */
    record Mails(long invitations, long notices) {}
}
