package dev.clientportal.portal.firm;

import jakarta.annotation.Priority;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Finds the firm of the domain. One that is no portal's meets nothing, so a forged host is worth nothing (security rule 13). */
@Provider
@Priority(Priorities.AUTHENTICATION - 100)
public class FirmFilter implements ContainerRequestFilter {
    private final Firms firms;
    private final Place place;

    FirmFilter(Firms firms, Place place) {
        this.firms = firms;
        this.place = place;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (place.domain() != null) place.belongsTo(firms.find(place.domain()).orElseThrow(NotFoundException::new));
    }
}
