package dev.clientportal.connectors.csvimport;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a file can say. Each is found by its name and by what people call it, in any case and with any blanks. */
enum Column {
    COMPANY_ID(
            255,
            "client id",
            "client number",
            "customer id",
            "customer number",
            "registry code",
            "kliendi number",
            "kliendi kood",
            "kliendi id",
            "registrikood",
            "kundennummer",
            "kunden id",
            "kunden nr",
            "mandantennummer"),
    COMPANY_ALIAS(255, "alias", "client alias", "organization alias"),
    COMPANY_NAME(
            255,
            "company",
            "client",
            "client name",
            "customer",
            "customer name",
            "ettevõte",
            "ettevõtte nimi",
            "firma",
            "firma nimi",
            "klient",
            "kliendi nimi",
            "kunde",
            "kundenname",
            "mandant",
            "unternehmen",
            "firmenname"),
    PROJECT_ID(
            200,
            "project number",
            "project key",
            "project no",
            "external id",
            "projekti id",
            "projekti number",
            "projekti kood",
            "projekt id",
            "projektnummer",
            "projekt nr"),
    PROJECT_NAME(200, "project", "projekt", "projekti nimi", "projektname"),
    PROJECT_DESCRIPTION(4000, "description", "kirjeldus", "projekti kirjeldus", "beschreibung", "projektbeschreibung"),
    TEMPLATE(200, "project template", "mall", "projekti mall", "projektimall", "vorlage", "projektvorlage"),
    EMAIL(
            255,
            "mail",
            "email address",
            "mail address",
            "contact",
            "contact email",
            "meil",
            "epost",
            "e-posti aadress",
            "e-mail-adresse",
            "mailadresse"),
    FIRST_NAME(255, "first", "given name", "forename", "eesnimi", "vorname"),
    LAST_NAME(255, "last", "surname", "family name", "perekonnanimi", "perenimi", "nachname", "familienname"),
    LANGUAGE(44, "locale", "lang", "keel", "sprache"),
    TASK(200, "task title", "task name", "to-do", "ülesanne", "aufgabe"),
    TASK_KIND(40, "task type", "kind", "ülesande liik", "aufgabentyp", "aufgabenart"),
    TASK_DESCRIPTION(4000, "task details", "ülesande kirjeldus", "aufgabenbeschreibung"),
    TASK_DUE(40, "due", "due date", "deadline", "tähtaeg", "fällig", "fällig am", "frist"),
    INVITE(40, "send invitation", "kutsu", "saada kutse", "einladen", "einladung senden"),
    NOTIFY(40, "send mail", "teavita", "benachrichtigen");

    /** Of error files; not read when they come back. */
    static final String ERROR = "error";

    private static final Map<String, Column> BY_NAME = new HashMap<>();

    static {
        for (Column column : values()) {
            BY_NAME.put(plain(column.title()), column);
            for (String name : column.otherNames) BY_NAME.put(plain(name), column);
        }
    }

    private final int mostCharacters;
    private final List<String> otherNames;

    Column(int mostCharacters, String... otherNames) {
        this.mostCharacters = mostCharacters;
        this.otherNames = List.of(otherNames);
    }

    /** In the header of the template. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> otherNames() {
        return otherNames;
    }

    int mostCharacters() {
        return mostCharacters;
    }

    /** Whether a cell may have line breaks. */
    boolean isText() {
        return this == PROJECT_DESCRIPTION || this == TASK_DESCRIPTION;
    }

    /** Whether all rows of a project say the same, or nothing behind the first. */
    boolean isOfProject() {
        return ordinal() <= TEMPLATE.ordinal() || this == INVITE || this == NOTIFY;
    }

    static Optional<Column> called(String header) {
        return Optional.ofNullable(BY_NAME.get(plain(header)));
    }

    static boolean isError(String header) {
        return plain(header).equals(ERROR);
    }

    static List<String> titles() {
        return Arrays.stream(values()).map(Column::title).toList();
    }

    /** Letters and digits alone, so that {@code E-Mail}, {@code e_mail} and {@code email} are one. */
    private static String plain(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
