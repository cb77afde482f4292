package dev.clientportal.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a document that is made from the code; a test mends it and fails when it was out of date. */
public record DocSection(Path file, String name) {
    public void mustBe(String made) throws IOException {
        String document = Files.readString(file);
        String start = "<!-- " + name + ": made by a test -->\n";
        int from = document.indexOf(start) + start.length();
        int to = document.indexOf("\n<!-- end of " + name + " -->");
        String kept = document.substring(from, to);
        if (!made.equals(kept)) Files.writeString(file, document.substring(0, from) + made + document.substring(to));

        assertThat(made)
                .as("%s of %s was out of date and has been mended: look at it and commit it", name, file)
                .isEqualTo(kept);
    }
}
