package dev.clientportal.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Versions that Maven wrote down, so that they stand in the root POM only. */
final class StackVersions {
    private StackVersions() {}

    static String keycloak() {
        try (InputStream in = StackVersions.class.getResourceAsStream("versions.properties")) {
            var versions = new Properties();
            versions.load(in);
            return versions.getProperty("keycloak");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
