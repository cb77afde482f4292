package dev.clientportal.portal.api;

import dev.clientportal.portal.company.Directory;
import dev.clientportal.portal.company.Directory.Company;
import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.problem.Problem;
import dev.clientportal.portal.problem.ProblemException;
import dev.clientportal.portal.task.NewTask;
import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the contacts that a request names; each is asked of Keycloak once. */
@RequestScoped
class Readers {
    private final Place place;
    private final Caller caller;
    private final Directory directory;
    private final Map<String, String> known = new HashMap<>();

    Readers(Place place, Caller caller, Directory directory) {
        this.place = place;
        this.caller = caller;
        this.directory = directory;
    }

    /**
     * @param keys ids or addresses; none stands for everybody
     * @param pointer to the list in the request
     * @throws ProblemException for one that is no contact of the company
     */
    Set<String> of(Company company, List<String> keys, String pointer) {
        if (keys.isEmpty()) return NewTask.EVERYBODY;
        Set<String> readers = new LinkedHashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            String at = pointer + "/" + i;
            readers.add(known.computeIfAbsent(keys.get(i), key -> directory
                    .contact(place.firm(), caller.accessToken(), company.id(), key)
                    .orElseThrow(() -> new ProblemException(
                            Problem.UNKNOWN_CONTACT,
                            "Nobody of the company \"" + company.alias() + "\" has this id or address.",
                            at))
                    .userId()));
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
