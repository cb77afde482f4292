package dev.clientportal.portal.desk;

import dev.clientportal.portal.audit.Actor;
import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.page.Words;
import dev.clientportal.portal.staff.StaffCompanies;
import dev.clientportal.portal.staff.StaffCompanies.Company;
import dev.clientportal.portal.staff.StaffCompanies.Contact;
import dev.clientportal.portal.staff.StaffVisit;
import dev.clientportal.portal.task.NewTask;
import dev.clientportal.portal.task.TaskMails.Where;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where staff work: the company that a page is about, if Keycloak shows it to them, and its contacts. */
@RequestScoped
class Desk {
    private static final int CHOICE = 100;

    private final Place place;
    private final StaffCompanies companies;
    private final StaffVisit visit;

    Desk(Place place, StaffCompanies companies, StaffVisit visit) {
        this.place = place;
        this.companies = companies;
        this.visit = visit;
    }

    /** @throws NotFoundException when there is none, or none that they may see */
    DeskCompany company(String id) {
        Company company = companies.company(id).orElseThrow(NotFoundException::new);
        return new DeskCompany(
                company, new CompanyKey(firm(), company.id()), place.base() + "/staff/companies/" + company.id());
    }

    String firm() {
        return place.firm().realm();
    }

    LocalDate today() {
        return place.firm().today();
    }

    /** Where mails to the company's contacts lead. */
    Where mails(DeskCompany company) {
        return new Where(place.firm(), place.base() + "/c/" + company.company().alias());
    }

    String staffAddress() {
        return place.base() + "/staff";
    }

    Actor actor() {
        return Actor.staff(visit.userId(), visit.name());
    }

    Contacts contacts(DeskCompany company) {
        return contacts(company, Sharing.EVERYBODY);
    }

    /** Those that were looked for, and those that were ticked before. */
    Contacts contacts(DeskCompany company, Sharing sharing) {
        Words words = sharing.words();
        StaffCompanies.Page<Contact> page =
                companies.contacts(company.id(), words.isEmpty() ? null : words.typed(), null, CHOICE);
        Contacts found = new Contacts(words, List.of(), page.items(), page.next() != null);
        List<Contact> others = sharing.contacts().stream()
                .filter(id -> found.items().stream()
                        .noneMatch(contact -> contact.userId().equals(id)))
                .flatMap(id -> companies.contact(company.id(), id).stream())
                .toList();
        return new Contacts(words, others, found.items(), found.more());
    }

    /** The names of who sees a task; those who are gone are not told. */
    List<String> names(DeskCompany company, Contacts known, List<String> readers) {
        return readers.stream()
                .flatMap(reader -> contact(company, known, reader).stream())
                .map(Contact::name)
                .toList();
    }

    /** Of a contact; null when they are gone. */
    String name(DeskCompany company, String contact) {
        return companies.contact(company.id(), contact).map(Contact::name).orElse(null);
    }

    /**
     * Who shall see something; empty when a contact was to be chosen and none was, or one that is none of the company.
     */
    Optional<Set<String>> readers(DeskCompany company, Sharing sharing) {
        return switch (sharing.kind()) {
            case "everybody" -> Optional.of(NewTask.EVERYBODY);
            case "nobody" -> Optional.of(Set.of());
            case "contacts" ->
                Optional.of(sharing.contacts()).filter(ids -> !ids.isEmpty() && areContacts(company, ids));
            default -> Optional.empty();
        };
    }

    private boolean areContacts(DeskCompany company, Set<String> ids) {
        Contacts known = contacts(company);
        return ids.stream().allMatch(id -> contact(company, known, id).isPresent());
    }

    private Optional<Contact> contact(DeskCompany company, Contacts known, String id) {
        return known.items().stream()
                .filter(contact -> contact.userId().equals(id))
                .findFirst()
                .or(() -> companies.contact(company.id(), id));
    }
}
