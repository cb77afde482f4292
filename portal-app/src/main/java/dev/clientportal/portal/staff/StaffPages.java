package dev.clientportal.portal.staff;

import dev.clientportal.portal.staff.StaffCompanies.Company;
import dev.clientportal.portal.staff.StaffCompanies.Contact;
import dev.clientportal.portal.staff.StaffCompanies.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The staff's pages about who there is. */
@CheckedTemplate(basePath = "staff")
final class StaffPages {
    private StaffPages() {}

    static native TemplateInstance noStaff(String account);

    static native TemplateInstance companies(Page<Company> companies, Search search);

    static native TemplateInstance company(Company company, Page<Contact> contacts, Search search);
}
