package dev.clientportal.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keycloak, unpacked and built with our providers. The 20 seconds of {@code build} are spent only when the server, a
 * provider or a build option changed since the last time.
 */
final class Distribution {
    private final Path home;
    private final Path zip;
    private final Path builtMarker;
    private final Path unpackedMarker;

    Distribution(Path home, Path zip) {
        this.home = home;
        this.zip = zip;
        this.builtMarker = home.resolve("built-from.sha256");
        this.unpackedMarker = home.resolve("unpacked-from.txt");
    }

    Path home() {
        return home;
    }

    void prepare(List<Path> providers, List<String> buildOptions, Path log) throws IOException, InterruptedException {
        unpack();
        String wanted = fingerprint(providers, buildOptions);
        if (Files.exists(builtMarker) && Files.readString(builtMarker).equals(wanted)) {
            return;
        }
        Files.deleteIfExists(builtMarker);
        replaceProviders(providers);
        ServerProcess.build(home, buildOptions, log);
        Files.writeString(builtMarker, wanted);
    }

    private void unpack() throws IOException {
        String source = zip.getFileName() + " " + Files.size(zip);
        if (Files.exists(unpackedMarker) && Files.readString(unpackedMarker).equals(source)) {
            return;
        }
        Directories.delete(home);
        Directories.unzip(zip, home);
        Files.writeString(unpackedMarker, source);
    }

    private void replaceProviders(List<Path> providers) throws IOException {
        Path folder = home.resolve("providers");
        try (Stream<Path> old = Files.list(folder)) {
            for (Path jar : old.filter(file -> file.toString().endsWith(".jar")).toList()) {
                Files.delete(jar);
            }
        }
        for (Path provider : providers) {
            Files.copy(provider, folder.resolve(provider.getFileName()));
        }
    }

    private static String fingerprint(List<Path> providers, List<String> buildOptions) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((System.getProperty("java.version") + buildOptions).getBytes(StandardCharsets.UTF_8));
            for (Path provider : providers) {
                digest.update(provider.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(provider));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
