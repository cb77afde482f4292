package dev.clientportal.connectors.csvimport;

import dev.clientportal.connectors.project.CreateProject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A directory that knows whom a test tells it. */
final class KnownPeople implements Directory {
    private final Map<String, Map<String, Contact>> companies = new HashMap<>();
    private final Map<String, Contact> people = new HashMap<>();
    private final Set<String> projects = new HashSet<>();
    private int asked;

    KnownPeople company(String key) {
        companies.put(key, new HashMap<>());
        return this;
    }

    KnownPeople contact(String company, String email, String state, boolean invited, boolean accepted) {
        companies.get(company).put(email, new Contact(true, state, invited, accepted));
        return person(email);
    }

    KnownPeople person(String email) {
        people.put(email, new Contact(false, "NONE", false, false));
        return this;
    }

    KnownPeople project(String externalId) {
        projects.add(externalId);
        return this;
    }

    int asked() {
        return asked;
    }

    @Override
    public Known lookUp(String realm, List<CreateProject> wanted) {
        asked++;
        Map<String, Company> found = new HashMap<>();
        for (CreateProject project : wanted) {
            String key = project.company().key();
            Map<String, Contact> members = companies.getOrDefault(key, Map.of());
            Company company =
                    found.computeIfAbsent(key, none -> new Company(companies.containsKey(key), new HashMap<>()));
            project.contacts().forEach(contact -> {
                String address = contact.email().toLowerCase(Locale.ROOT);
                Contact known = members.getOrDefault(address, people.get(address));
                if (known != null) company.contacts().put(address, known);
            });
        }
        return new Known(
                found,
                wanted.stream()
                        .map(CreateProject::externalId)
                        .filter(projects::contains)
                        .collect(Collectors.toSet()));
    }
}
