package dev.clientportal.connectors.csvimport;

import dev.clientportal.connectors.project.CreateProject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is there already, asked for many projects at once. */
interface Directory {
    /**
     * What is known of some projects of a file.
     *
     * @param companies by the key of the company
     * @param projects external ids of those that are there
     */
    record Known(Map<String, Company> companies, Set<String> projects) {}

    /**
     * @param there false for one that would be made
     * @param contacts by address in small letters; people whom Keycloak does not know are missing
     */
    record Company(boolean there, Map<String, Contact> contacts) {}

    /**
     * @param member of this company
     * @param state as Keycloak calls the access
     * @param invited whether an invitation was sent or accepted
     * @param accepted whether they came in
     */
    record Contact(boolean member, String state, boolean invited, boolean accepted) {
        boolean staysOut() {
            return state.equals("BLOCKED") || state.equals("DISABLED") || state.equals("USER_DISABLED");
        }
    }

    Known lookUp(String realm, List<CreateProject> projects);
}
