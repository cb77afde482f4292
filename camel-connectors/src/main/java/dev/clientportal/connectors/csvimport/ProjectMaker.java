package dev.clientportal.connectors.csvimport;

import dev.clientportal.connectors.door.Sha256;
import dev.clientportal.connectors.project.CreateProject;
import dev.clientportal.connectors.project.CreateProject.Company;
import dev.clientportal.connectors.project.CreateProject.Contact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the command of one project from its rows. What it makes is as its JSON Schema wants it. */
final class ProjectMaker {
    private static final int MOST_CONTACTS = 1000;

    private final ProjectRows rows;
    private final List<RowError> errors = new ArrayList<>();
    private final CellReader cells = new CellReader(errors);
    private final Map<String, Contact> contacts = new LinkedHashMap<>();
    private final ProjectTasks tasks = new ProjectTasks(cells);
    private int repeated;

    private ProjectMaker(ProjectRows rows) {
        this.rows = rows;
    }

    static PlannedProject plan(ProjectRows rows) {
        if (rows.problem() != null) return new PlannedProject(rows, null, List.of(rows.problem()), 0);
        return new ProjectMaker(rows).plan();
    }

    private PlannedProject plan() {
        rows.rows().forEach(this::read);
        Company company = company();
        String name = name();
        CreateProject project = new CreateProject(
                externalId(company, name),
                name,
                said(Column.PROJECT_DESCRIPTION),
                said(Column.TEMPLATE),
                company,
                List.copyOf(contacts.values()),
                tasks.all(),
                choice(Column.INVITE),
                choice(Column.NOTIFY));
        return new PlannedProject(rows, errors.isEmpty() ? project : null, List.copyOf(errors), repeated);
    }

    private void read(Row row) {
        cells.check(row);
        String email = cells.email(row);
        boolean isNew = email != null && contact(row, email);
        isNew |= tasks.add(row, email);
        if (email == null && row.get(Column.EMAIL).isEmpty()) {
            for (Column column : List.of(Column.FIRST_NAME, Column.LAST_NAME, Column.LANGUAGE)) {
                if (row.get(column).isEmpty()) continue;
                cells.add(row, Column.EMAIL, "Is missing; the row names a contact.", "Write the contact's address.");
                break;
            }
        }
        // A project's first row may name nobody: a project for all contacts of the company.
        if (!isNew && row != rows.first()) repeated++;
    }

    private boolean contact(Row row, String email) {
        Contact now = new Contact(
                email,
                CellReader.orNull(row.get(Column.FIRST_NAME)),
                CellReader.orNull(row.get(Column.LAST_NAME)),
                cells.language(row));
        Contact before = contacts.get(email.toLowerCase(Locale.ROOT));
        if (before == null && contacts.size() == MOST_CONTACTS) {
            cells.add(row, Column.EMAIL, "The project has more than " + MOST_CONTACTS + " contacts.", null);
            return false;
        }
        contacts.put(email.toLowerCase(Locale.ROOT), before == null ? now : completed(before, now));
        return before == null;
    }

    /** What stands first counts. */
    private static Contact completed(Contact first, Contact more) {
        return new Contact(
                first.email(),
                first.firstName() == null ? more.firstName() : first.firstName(),
                first.lastName() == null ? more.lastName() : first.lastName(),
                first.locale() == null ? more.locale() : first.locale());
    }

    private String name() {
        String name = said(Column.PROJECT_NAME);
        if (name == null) {
            cells.add(rows.first(), Column.PROJECT_NAME, "Is missing.", "Each project needs a name; contacts read it.");
        }
        return name;
    }

    /** Without an id of its own, company and name stand for one: the same file again finds what it made. */
    private String externalId(Company company, String name) {
        String id = said(Column.PROJECT_ID);
        return id == null && name != null ? "csv:" + Sha256.of(company.key() + "\n" + name) : id;
    }

    private Company company() {
        String id = said(Column.COMPANY_ID);
        String alias = said(Column.COMPANY_ALIAS);
        if (alias != null) aliasRow(alias);
        if (id == null && alias == null) {
            cells.add(
                    rows.first(),
                    Column.COMPANY_ID,
                    "Is missing.",
                    "Write your own number of the company, or its alias in company_alias.");
        }
        return new Company(id, alias, said(Column.COMPANY_NAME));
    }

    private void aliasRow(String alias) {
        rows.rows().stream()
                .filter(row -> row.get(Column.COMPANY_ALIAS).equals(alias))
                .findFirst()
                .ifPresent(cells::alias);
    }

    /** What all rows say that say something. */
    private String said(Column column) {
        Row said = null;
        for (Row row : rows.rows()) {
            if (row.get(column).isEmpty()) continue;
            if (said == null) said = row;
            else if (!row.get(column).equals(said.get(column))) {
                cells.add(
                        row,
                        column,
                        "Differs from line " + said.line() + " of the same project.",
                        "Repeat what stands there, or leave it empty.");
                break;
            }
        }
        return said == null ? null : said.get(column);
    }

    private Boolean choice(Column column) {
        Boolean choice = null;
        for (Row row : rows.rows()) {
            Boolean now = cells.yesOrNo(row, column);
            if (choice != null && now != null && !now.equals(choice)) {
                cells.add(row, column, "Differs from a row before it.", "It holds for the whole project.");
            }
            if (choice == null) choice = now;
        }
        return choice;
    }
}
