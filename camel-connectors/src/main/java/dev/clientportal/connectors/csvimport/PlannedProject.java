package dev.clientportal.connectors.csvimport;

import dev.clientportal.connectors.project.CreateProject;
import java.util.List;

/**
 * What the rows of one project come to.
 *
 * @param project null where they have errors
 * @param repeated rows that say nothing that another one did not
 */
record PlannedProject(ProjectRows rows, CreateProject project, List<RowError> errors, int repeated) {
    boolean isGood() {
        return project != null;
    }

    long line() {
        return rows.line();
    }
}
