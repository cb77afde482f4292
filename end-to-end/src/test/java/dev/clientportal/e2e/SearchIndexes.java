package dev.clientportal.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What the operator's guide gives to large firms, as it stands in the documentation. */
public final class SearchIndexes {
    private static final Path FILE =
            Path.of(System.getProperty("client-portal.docs", "../docs")).resolve("large-firms.sql");

    private SearchIndexes() {}

    public static List<String> statements() {
        return Arrays.stream(text().replaceAll("(?m)^--.*$", "").split(";"))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
    }

    private static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
