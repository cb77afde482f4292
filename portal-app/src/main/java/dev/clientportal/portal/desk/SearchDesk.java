package dev.clientportal.portal.desk;

import dev.clientportal.portal.page.Listing;
import dev.clientportal.portal.page.Pages;
import dev.clientportal.portal.page.Words;
import dev.clientportal.portal.project.FirmSearch;
import dev.clientportal.portal.staff.ForStaff;
import dev.clientportal.portal.staff.StaffCompanies;
import dev.clientportal.portal.staff.StaffCompanies.Company;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Staff look for projects and tasks, in all companies that Keycloak shows them. */
@Path("/staff/search")
@Produces(MediaType.TEXT_HTML)
@ForStaff
public class SearchDesk {
    private static final int PAGE = 20;

    /** How often one page asks for more where hardly anything is found, or hardly any company is visible. */
    private static final int MOST_READS = 10;

    private final Desk desk;
    private final FirmSearch search;
    private final StaffCompanies companies;
    private final Pages pages;

    SearchDesk(Desk desk, FirmSearch search, StaffCompanies companies, Pages pages) {
        this.desk = desk;
        this.search = search;
        this.companies = companies;
        this.pages = pages;
    }

    /** What was found, and whose it is. */
    public record Found(FirmSearch.Hit hit, Company company) {
        public boolean isProject() {
            return hit.kind() == null;
        }

        /** Below the staff's pages. */
        public String address() {
            return "/companies/" + company.id() + (isProject() ? "/projects/" : "/tasks/") + hit.id();
        }
    }

    @CheckedTemplate(basePath = "desk")
    static final class Views {
        private Views() {}

        /** @param first whether the page is */
        static native TemplateInstance search(Words words, Listing<Found> found, boolean first);
    }

    @GET
    public Response search(@QueryParam("search") String typed, @QueryParam("after") String after) {
        Words words = Words.of(typed);
        Listing<Found> found = words.isEmpty() ? new Listing<>(List.of(), null) : visible(words, after);
        return pages.response(Response.Status.OK, Views.search(words, found, after == null || after.isEmpty()));
    }

    private Listing<Found> visible(Words words, String after) {
        Map<String, Optional<Company>> asked = new HashMap<>();
        List<Found> visible = new ArrayList<>();
        String next = after;
        for (int reads = 0; reads < MOST_READS; reads++) {
            Listing<FirmSearch.Hit> part = search.find(desk.firm(), words, next, PAGE - visible.size());
            for (FirmSearch.Hit hit : part.items()) {
                asked.computeIfAbsent(hit.companyId(), companies::company)
                        .ifPresent(company -> visible.add(new Found(hit, company)));
            }
            next = part.next();
            if (next == null || visible.size() == PAGE) break;
        }
        return new Listing<>(visible, next);
    }
}
