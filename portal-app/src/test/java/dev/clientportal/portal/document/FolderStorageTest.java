package dev.clientportal.portal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("E4")
class FolderStorageTest {
    private static final Instant BEFORE = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    private Path folder;

    private FolderStorage storage;

    @BeforeEach
    void open() {
        storage = new FolderStorage(folder);
    }

    @Test
    void whatWasPutComesBack() throws Exception {
        Storage.Stored stored = storage.put(content("abc"), 3);

        assertThat(stored.size()).isEqualTo(3);
        assertThat(stored.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        try (InputStream content = storage.open(stored.key())) {
            assertThat(content).hasContent("abc");
        }
        assertThat(storage.put(content("abc"), 3).key()).isNotEqualTo(stored.key());
    }

    @Test
    void moreThanTheLimitLeavesNothing() throws IOException {
        assertThatThrownBy(() -> storage.put(content("abcd"), 3)).isInstanceOf(TooLargeException.class);

        assertThat(files()).isEmpty();
    }

    @Test
    void streamThatBreaksLeavesNothing() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }
        };

        assertThatThrownBy(() -> storage.put(broken, 3)).hasMessage("broken");

        assertThat(files()).isEmpty();
    }

    @Test
    void whatIsDeletedIsAwayAndMayBeDeletedAgain() throws Exception {
        String key = storage.put(content("abc"), 3).key();

        storage.delete(key);
        storage.delete(key);

        assertThatThrownBy(() -> storage.open(key)).isInstanceOf(NoSuchFileException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void keyIsNoPath() {
        for (String key : List.of("../../etc/passwd", "", "ab", "AB".repeat(16), "a".repeat(33))) {
            assertThatThrownBy(() -> storage.open(key)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> storage.delete(key)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void oldOnesAreListedInPartsAndInOrder() throws Exception {
        List<String> old = Stream.generate(this::putOld).limit(7).sorted().toList();
        storage.put(content("new"), 3);

        List<String> first = storage.keys(BEFORE, "", 3);
        List<String> second = storage.keys(BEFORE, first.get(2), 3);
        List<String> third = storage.keys(BEFORE, second.get(2), 3);

        assertThat(Stream.of(first, second, third).flatMap(List::stream)).containsExactlyElementsOf(old);
        assertThat(storage.keys(BEFORE, third.get(0), 3)).isEmpty();
    }

    @Test
    void onlyOldOnesOfThoseArrivingGo() throws IOException {
        Path arriving = Files.createDirectories(folder.resolve(FolderStorage.ARRIVING));
        Path old = Files.writeString(arriving.resolve("old"), "a");
        Path fresh = Files.writeString(arriving.resolve("fresh"), "a");
        Files.setLastModifiedTime(old, FileTime.from(BEFORE.minusSeconds(1)));

        storage.deleteArriving(BEFORE);

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    private String putOld() {
        try {
            String key = storage.put(content("old"), 3).key();
            Files.setLastModifiedTime(
                    folder.resolve(key.substring(0, 2)).resolve(key), FileTime.from(BEFORE.minusSeconds(1)));
            return key;
        } catch (IOException | TooLargeException e) {
            throw new AssertionError(e);
        }
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
