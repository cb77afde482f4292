package dev.clientportal.portal.document;

import dev.clientportal.portal.PortalSettings;
import dev.clientportal.portal.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps files in a folder: {@code 3f/3fa0…}, one of 256 folders by the beginning of the key. A file is written beside them
 * first, and appears under its key when it is whole. Nodes of one portal share the folder.
 */
@ApplicationScoped
class FolderStorage implements Storage {
    /** Where files are while they arrive, also those that the server reads off a form. */
    static final String ARRIVING = "arriving";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BUFFER = 64 * 1024;

    private final Path folder;

    @Inject
    FolderStorage(PortalSettings settings) {
        this(Path.of(settings.storage()));
    }

    FolderStorage(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public Stored put(InputStream content, long most) throws IOException, TooLargeException {
        String key = newKey();
        Path arriving = Files.createDirectories(folder.resolve(ARRIVING)).resolve(key);
        try {
            MessageDigest sha256 = Sha256.digest();
            long size = write(content, most, arriving, sha256);
            Path kept = path(key);
            Files.createDirectories(kept.getParent());
            Files.move(arriving, kept, StandardCopyOption.ATOMIC_MOVE);
            sync(kept.getParent());
            return new Stored(key, size, HexFormat.of().formatHex(sha256.digest()));
        } finally {
            Files.deleteIfExists(arriving);
        }
    }

    private static long write(InputStream content, long most, Path to, MessageDigest digest)
            throws IOException, TooLargeException {
        try (FileChannel file = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new DigestOutputStream(Channels.newOutputStream(file), digest)) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > most) throw new TooLargeException();
                out.write(buffer, 0, read);
            }
            file.force(true);
            return size;
        }
    }

    /** So that the name of a file, too, is there after a power cut. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    @Override
    public InputStream open(String key) throws IOException {
        return Files.newInputStream(path(key));
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(path(key));
    }

    @Override
    public List<String> keys(Instant before, String after, int max) throws IOException {
        List<String> keys = new ArrayList<>();
        for (int first = 0; first < 256 && keys.size() < max; first++) {
            String name = HexFormat.of().toHexDigits((byte) first);
            if (after.length() < 2 || name.compareTo(after.substring(0, 2)) >= 0) {
                olderIn(folder.resolve(name), before).stream()
                        .filter(key -> key.compareTo(after) > 0)
                        .limit(max - keys.size())
                        .forEach(keys::add);
            }
        }
        return keys;
    }

    /** Takes away what began to arrive before that time: its server was ended. */
    void deleteArriving(Instant before) throws IOException {
        for (String name : olderIn(folder.resolve(ARRIVING), before)) {
            Files.deleteIfExists(folder.resolve(ARRIVING).resolve(name));
        }
    }

    private static List<String> olderIn(Path folder, Instant before) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            List<String> older = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                if (isOlder(file, before)) older.add(file.getFileName().toString());
            }
            return older;
        }
    }

    private static boolean isOlder(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException takenAwayMeanwhile) {
            return false;
        }
    }

    private Path path(String key) {
        if (!key.matches("[0-9a-f]{32}")) throw new IllegalArgumentException("No key of a file: " + key);
        return folder.resolve(key.substring(0, 2)).resolve(key);
    }

    private static String newKey() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
