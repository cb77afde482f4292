package dev.clientportal.portal.api;

import dev.clientportal.portal.company.Directory;
import dev.clientportal.portal.company.Directory.Company;
import dev.clientportal.portal.company.Directory.Contact;
import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.problem.Problem;
import dev.clientportal.portal.problem.ProblemException;
import dev.clientportal.portal.task.NewTask;
import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the contacts that a request names; Keycloak is asked once for all of them. */
@RequestScoped
class Readers {
    private final Place place;
    private final Caller caller;
    private final Directory directory;
    private Map<String, Contact> known = Map.of();

    Readers(Place place, Caller caller, Directory directory) {
        this.place = place;
        this.caller = caller;
        this.directory = directory;
    }

    /** Looks all of them up that will be asked for. @param keys ids or addresses, of what is found and of what is not */
    void lookUp(Company company, Collection<String> keys) {
        known = directory.contacts(place.firm(), caller.accessToken(), company.id(), keys);
    }

    /**
     * @param keys ids or addresses that were looked up; none stands for everybody
     * @param pointer to the list in the request
     * @throws ProblemException for one that is no contact of the company
     */
    Set<String> of(Company company, List<String> keys, String pointer) {
        if (keys.isEmpty()) return NewTask.EVERYBODY;
        return exactly(company, keys, pointer);
    }

    /** As above, but none stands for nobody. */
    Set<String> exactly(Company company, List<String> keys, String pointer) {
        Set<String> readers = new LinkedHashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            Contact found = known.get(Directory.small(keys.get(i)));
            if (found == null) {
                throw new ProblemException(
                        Problem.UNKNOWN_CONTACT,
                        "Nobody of the company \"" + company.alias() + "\" has this id or address.",
                        pointer + "/" + i);
            }
            readers.add(found.userId());
        }
        return readers;
    }

    /** Of one task: its own, else those of its project. */
    Set<String> of(Company company, NewTaskRepresentation task, Set<String> ofProject, String pointer) {
        if (!task.isShared()) return Set.of();
        List<String> assignees = task.assignees();
        return assignees == null || assignees.isEmpty() ? ofProject : of(company, assignees, pointer + "/assignees");
    }
}
