package dev.clientportal.portal.desk;

import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.staff.StaffCompanies.Company;

/**
 * The company that staff work for.
 *
 * @param address of its pages, without a slash at its end
 */
public record DeskCompany(Company company, CompanyKey key, String address) {
    public String id() {
        return company.id();
    }

    public String name() {
        return company.name();
    }
}
