package dev.clientportal.portal.api;

import dev.clientportal.portal.company.Directory;
import dev.clientportal.portal.company.Directory.Company;
import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.problem.Problem;
import dev.clientportal.portal.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;

/** The companies that Keycloak shows the caller. */
@RequestScoped
class Companies {
    private final Place place;
    private final Caller caller;
    private final Directory directory;

    Companies(Place place, Caller caller, Directory directory) {
        this.place = place;
        this.caller = caller;
        this.directory = directory;
    }

    /**
     * The one that a request names.
     *
     * @param key alias or id
     * @throws ProblemException when there is none for this caller
     */
    Company named(String key) {
        return directory
                .company(place.firm(), caller.accessToken(), key)
                .orElseThrow(() -> new ProblemException(
                        Problem.UNKNOWN_COMPANY,
                        "No company has this alias or id, or it is not yours to see.",
                        "/company"));
    }

    boolean sees(String id) {
        return directory.company(place.firm(), caller.accessToken(), id).isPresent();
    }
}
