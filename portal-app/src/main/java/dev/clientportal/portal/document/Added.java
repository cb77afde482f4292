package dev.clientportal.portal.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.UriInfo;

/** How many files the form before this page added, as the page's address has it: {@code ?added=2}. */
@Named
@RequestScoped
public class Added {
    private final UriInfo request;

    Added(UriInfo request) {
        this.request = request;
    }

    /** Null for none. */
    public String count() {
        String added = request.getQueryParameters().getFirst("added");
        return added != null && added.matches("[1-9]\\d{0,2}") ? added : null;
    }
}
