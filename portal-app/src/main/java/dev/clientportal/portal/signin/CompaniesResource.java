package dev.clientportal.portal.signin;

import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.page.Pages;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Where else the contact may go. */
@Path("/c/{company}/companies")
@Produces(MediaType.TEXT_HTML)
@ForContacts
public class CompaniesResource {
    private final Place place;
    private final Visit visit;
    private final MyCompanies companies;
    private final Pages pages;

    CompaniesResource(Place place, Visit visit, MyCompanies companies, Pages pages) {
        this.place = place;
        this.visit = visit;
        this.companies = companies;
        this.pages = pages;
    }

    @GET
    public Response companies() {
        List<MyCompanies.Company> open = companies.of(place.firm(), visit.accessToken());
        return pages.response(Response.Status.OK, SignInPages.companies(open));
    }
}
