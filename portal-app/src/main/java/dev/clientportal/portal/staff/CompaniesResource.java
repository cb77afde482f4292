package dev.clientportal.portal.staff;

import dev.clientportal.portal.page.Pages;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The staff's first page: the companies. */
@Path("/staff")
@Produces(MediaType.TEXT_HTML)
@ForStaff
public class CompaniesResource {
    private final StaffCompanies companies;
    private final Pages pages;

    CompaniesResource(StaffCompanies companies, Pages pages) {
        this.companies = companies;
        this.pages = pages;
    }

    @GET
    public Response list(@QueryParam("search") String words, @QueryParam("after") String after) {
        Search search = Search.of(words, after);
        return pages.response(
                Response.Status.OK,
                StaffPages.companies(
                        companies.companies(search.words(), search.after(), StaffCompanies.A_PAGE), search));
    }
}
