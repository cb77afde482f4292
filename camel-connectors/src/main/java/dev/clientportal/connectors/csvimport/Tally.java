package dev.clientportal.connectors.csvimport;

import dev.clientportal.connectors.csvimport.Directory.Company;
import dev.clientportal.connectors.csvimport.Directory.Contact;
import dev.clientportal.connectors.csvimport.Directory.Known;
import dev.clientportal.connectors.csvimport.Plan.Companies;
import dev.clientportal.connectors.csvimport.Plan.Contacts;
import dev.clientportal.connectors.csvimport.Plan.Mails;
import dev.clientportal.connectors.csvimport.Plan.Projects;
import dev.clientportal.connectors.door.Sha256;
import dev.clientportal.connectors.project.CreateProject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Counts what a file would do. Companies and people are counted once however often the file names them: what comes later
 * finds what an earlier row made.
 */
final class Tally {
    private static final int MOST_TOLD = 100;

    private final SeenKeys companies = new SeenKeys();
    private final SeenKeys people = new SeenKeys();
    private final SeenKeys members = new SeenKeys();
    private final SeenKeys invited = new SeenKeys();
    private final MessageDigest digest = Sha256.digest();
    private final List<RowError> errors = new ArrayList<>();

    private long projectsCreated;
    private long projectsThere;
    private long projectsWithErrors;
    private long companiesCreated;
    private long companiesThere;
    private long contactsCreated;
    private long contactsAdded;
    private long contactsThere;
    private long contactsBlocked;
    private long invitations;
    private long notices;
    private long repeated;
    private long errorCount;

    /** @param fileHash so that another file is another plan, whatever it does */
    Tally(String fileHash) {
        digest("file", fileHash);
    }

    void refuse(PlannedProject project, List<RowError> why) {
        projectsWithErrors++;
        errorCount += why.size();
        why.stream().limit(MOST_TOLD - errors.size()).forEach(errors::add);
        digest("refused", Long.toString(project.line()));
    }

    void count(PlannedProject planned, Known known) {
        CreateProject project = planned.project();
        String company = project.company().key();
        boolean there = known.projects().contains(project.externalId());
        repeated += planned.repeated();
        if (there) projectsThere++;
        else projectsCreated++;
        digest(there ? "there" : "create", project.externalId());
        Company found = known.companies().get(company);
        if (companies.add(company)) {
            if (found.there()) companiesThere++;
            else companiesCreated++;
            digest(found.there() ? "known" : "company", company);
        }
        Map<String, Contact> contacts = found.contacts();
        project.contacts().forEach(contact -> {
            String address = contact.email().toLowerCase(Locale.ROOT);
            count(project, there, company, address, contacts.get(address));
        });
    }

    private void count(CreateProject project, boolean there, String company, String address, Contact known) {
        String member = company + "\n" + address;
        boolean first = members.add(member);
        if (known != null && known.staysOut()) {
            if (first) contactsBlocked++;
            digest("out", member);
            return;
        }
        boolean isNew = people.add(address) && known == null;
        if (first) {
            if (known != null && known.member()) contactsThere++;
            else if (isNew) contactsCreated++;
            else contactsAdded++;
        }
        boolean invite = project.invites() && (known == null || !known.invited()) && invited.add(member);
        // Who has just been invited finds the tasks there; who was before and has not come in yet is told of them.
        boolean tell = !invite && !there && project.tells() && hasTasks(project, address);
        if (invite) invitations++;
        if (tell) notices++;
        digest(known == null ? "contact" : "known", member + invite + tell);
    }

    private static boolean hasTasks(CreateProject project, String address) {
        return project.template() != null
                || project.tasks().stream()
                        .anyMatch(task ->
                                task.assignees() == null || task.assignees().contains(address));
    }

    private void digest(String what, String key) {
        digest.update((what + "\0" + key + "\0").getBytes(StandardCharsets.UTF_8));
    }

    Plan plan(long rows, List<String> warnings) {
        return new Plan(
                rows,
                new Projects(projectsCreated, projectsThere, projectsWithErrors),
                new Companies(companiesCreated, companiesThere),
                new Contacts(contactsCreated, contactsAdded, contactsThere, contactsBlocked),
                new Mails(invitations, notices),
                repeated,
                warnings,
                errorCount,
                List.copyOf(errors),
                HexFormat.of().formatHex(digest.digest()));
    }
}
