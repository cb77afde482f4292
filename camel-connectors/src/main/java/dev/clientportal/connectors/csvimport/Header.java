package dev.clientportal.connectors.csvimport;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The first row: which column stands where. */
final class Header {
    private final List<String> names;
    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final List<String> unknown = new ArrayList<>();
    private final int error;

    Header(long line, List<String> cells) throws UnreadableFile {
        this.names = cells.stream().map(String::strip).toList();
        int errorAt = -1;
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Column column = Column.called(name).orElse(null);
            if (column != null) put(line, column, i);
            else if (Column.isError(name)) errorAt = i;
            else if (!name.isEmpty()) unknown.add(name);
        }
        this.error = errorAt;
        require(line, Column.PROJECT_NAME, has(Column.PROJECT_NAME));
        require(line, Column.COMPANY_ID, has(Column.COMPANY_ID) || has(Column.COMPANY_ALIAS));
    }

    private void put(long line, Column column, int at) throws UnreadableFile {
        Integer before = places.putIfAbsent(column, at);
        if (before == null) return;
        throw new UnreadableFile(new RowError(
                line,
                names.get(at),
                null,
                "Two columns are " + column.title() + ": “" + names.get(before) + "” and “" + names.get(at) + "”.",
                "Rename or remove one of them."));
    }

    private void require(long line, Column column, boolean there) throws UnreadableFile {
        if (there) return;
        String or = column == Column.COMPANY_ID ? " (or company_alias)" : "";
        throw new UnreadableFile(
                line,
                "There is no column " + column.title() + or + ".",
                "The first row has to name the columns, as in the template; it may call it "
                        + String.join(
                                ", ",
                                column.otherNames()
                                        .subList(
                                                0,
                                                Math.min(3, column.otherNames().size())))
                        + ".");
    }

    boolean has(Column column) {
        return places.containsKey(column);
    }

    /** -1 where there is none. */
    int place(Column column) {
        return places.getOrDefault(column, -1);
    }

    /** What the file calls it. */
    String name(Column column) {
        return has(column) ? names.get(place(column)) : column.title();
    }

    int size() {
        return names.size();
    }

    List<String> names() {
        return names;
    }

    /** Names of columns that are not read. */
    List<String> unknown() {
        return unknown;
    }

    /** The names for an error file: the same ones, and the error at the end. */
    List<String> ofErrorFile() {
        return withError(names, Column.ERROR);
    }

    /** @param cells of a row, as they were */
    List<String> withError(List<String> cells, String said) {
        List<String> all = new ArrayList<>(names.size() + 1);
        for (int i = 0; i < Math.max(names.size(), cells.size()); i++) {
            if (i != error) all.add(i < cells.size() ? cells.get(i) : "");
        }
        all.add(said);
        return all;
    }
}
