package dev.clientportal.connectors.csvimport;

import java.util.List;

/**
 * The rows of one project, which follow each other.
 *
 * @param problem why none of them can be used; null for none
 */
record ProjectRows(List<Row> rows, RowError problem) {
    Row first() {
        return rows.get(0);
    }

    long line() {
        return first().line();
    }

    /**
     * What rows of one project have in common: the project's id, else the company and the project's name. Rows that have
     * neither stand alone.
     */
    static String key(Row row) {
        String id = row.get(Column.PROJECT_ID);
        if (!id.isEmpty()) return "id:" + id;
        String name = row.get(Column.PROJECT_NAME);
        if (name.isEmpty()) return "line:" + row.line();
        return "name:" + row.get(Column.COMPANY_ID) + "\n" + row.get(Column.COMPANY_ALIAS) + "\n" + name;
    }
}
