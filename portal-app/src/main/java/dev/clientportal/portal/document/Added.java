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

    /** 0 for none. */
    public int count() {
        String added = request.getQueryParameters().getFirst("added");
        return added != null && added.matches("\\d{1,3}") ? Integer.parseInt(added) : 0;
    }

    /** In digits. */
    public String digits() {
        return Integer.toString(count());
    }
}
