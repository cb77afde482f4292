package dev.clientportal.portal.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("E4")
class LeftoversTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant YESTERDAY = NOW.minusSeconds(24 * 60 * 60 + 1);

    private final Set<String> documents = new HashSet<>();

    @TempDir
    private Path folder;

    @Test
    void onlyOldFilesWithoutADocumentGo() throws Exception {
        FolderStorage storage = new FolderStorage(folder);
        String known = put(storage, YESTERDAY);
        String fresh = put(storage, NOW);
        for (int i = 0; i < 3; i++) {
            put(storage, YESTERDAY);
        }
        documents.add(known);

        leftovers(storage).remove();
        leftovers(storage).remove();

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(known, fresh);
        }
    }

    private Leftovers leftovers(FolderStorage storage) {
        Documents known = new Documents(null, null, null, null, null) {
            @Override
            Set<String> known(List<String> keys) {
                Set<String> found = new HashSet<>(keys);
                found.retainAll(documents);
                return found;
            }
        };
        return new Leftovers(known, storage, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private String put(FolderStorage storage, Instant at) throws IOException, TooLargeException {
        String key = storage.put(new ByteArrayInputStream(new byte[1]), 1).key();
        Files.setLastModifiedTime(folder.resolve(key.substring(0, 2)).resolve(key), FileTime.from(at));
        return key;
    }
}
