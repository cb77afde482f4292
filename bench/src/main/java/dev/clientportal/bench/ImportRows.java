package dev.clientportal.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Invented companies with the same number of contacts each, and one project.
 *
 * @param key tells them from those of other rounds
 */
record ImportRows(String key, int companies, int contacts) {
    static final String FIRST_NAME = "Kati";
    static final String LAST_NAME = "Kuusk";
    private static final String HEADER =
            "company_id,company_name,project_id,project_name,email,first_name,last_name,invite,notify\n";

    int count() {
        return companies * contacts;
    }

    String company(int number) {
        return "c-" + key + "-" + number;
    }

    String email(int company, int contact) {
        return "p" + company + "." + contact + "@" + key + ".example";
    }

    /** As a CSV file; nobody is invited, nobody is told. */
    Path write(Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(HEADER.getBytes(StandardCharsets.UTF_8));
            for (int company = 0; company < companies; company++) out.write(rows(company));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] rows(int company) {
        StringBuilder rows = new StringBuilder();
        for (int contact = 0; contact < contacts; contact++) {
            rows.append(String.join(
                            ",",
                            company(company),
                            company(company),
                            "P" + company + "-" + key,
                            "Annual report",
                            email(company, contact),
                            FIRST_NAME,
                            LAST_NAME,
                            "no",
                            "no"))
                    .append('\n');
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }
}
