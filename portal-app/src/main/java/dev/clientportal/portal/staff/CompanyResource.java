package dev.clientportal.portal.staff;

import dev.clientportal.portal.page.Pages;
import dev.clientportal.portal.staff.StaffCompanies.Company;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** One company as staff see it: whether its portal is open, and its contacts. */
@Path("/staff/companies/{companyId}")
@Produces(MediaType.TEXT_HTML)
@ForStaff
public class CompanyResource {
    private final StaffCompanies companies;
    private final Pages pages;

    CompanyResource(StaffCompanies companies, Pages pages) {
        this.companies = companies;
        this.pages = pages;
    }

    @GET
    public Response company(
            @PathParam("companyId") String companyId,
            @QueryParam("search") String words,
            @QueryParam("after") String after) {
        Company company = companies.company(companyId).orElseThrow(NotFoundException::new);
        Search search = Search.of(words, after);
        return pages.response(
                Response.Status.OK,
                StaffPages.company(
                        company,
                        companies.contacts(companyId, search.words(), search.after(), StaffCompanies.A_PAGE),
                        search));
    }
}
