package dev.clientportal.portal.signin;

import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.page.Pages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What contacts see whose company was closed while they were in it. */
@RequestScoped
class ClosedCompany {
    private final Place place;
    private final Pages pages;
    private final MyCompanies companies;

    ClosedCompany(Place place, Pages pages, MyCompanies companies) {
        this.place = place;
        this.pages = pages;
        this.companies = companies;
    }

    Response page(EntryEntity entry, Refusal refusal) {
        List<MyCompanies.Company> open = companies.of(place.firm(), entry.accessToken());
        return pages.response(
                Response.Status.FORBIDDEN,
                SignInPages.closed(entry.companyName, kind(refusal.reason()), entry.company, open));
    }

    /** Whom the door is closed to, in the words of the page; what else there is, is the firm's business. */
    private static String kind(String reason) {
        return switch (reason == null ? "" : reason) {
            case "firm_inactive", "company_inactive" -> "portal";
            default -> "contact";
        };
    }
}
