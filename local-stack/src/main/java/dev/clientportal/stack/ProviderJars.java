package dev.clientportal.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Finds our provider jars on the class path, by the marker file each one carries. In an IDE the class path has a folder
 * of classes instead of a jar; then a jar is made from it.
 */
public final class ProviderJars {
    private static final String MARKER = "META-INF/client-portal-provider/";

    private ProviderJars() {}

    /** The jar that carries {@code META-INF/client-portal-provider/<name>}. */
    public static Path named(String name) {
        URL marker = ProviderJars.class.getClassLoader().getResource(MARKER + name);
        if (marker == null) {
            throw new IllegalStateException(
                    "No provider jar '" + name + "' on the class path. Build it first: mvnw package");
        }
        try {
            if (marker.openConnection() instanceof JarURLConnection jar) {
                return Path.of(jar.getJarFileURL().toURI());
            }
            Path classes = Path.of(marker.toURI()).getParent().getParent().getParent();
            return packed(
                    classes, Files.createTempDirectory("client-portal").resolve("client-portal-" + name + ".jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path packed(Path classes, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(classes);
                var jar = new JarOutputStream(Files.newOutputStream(target))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                jar.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, jar);
            }
        }
        target.toFile().deleteOnExit();
        return target;
    }
}
