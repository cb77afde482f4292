package dev.clientportal.portal.document;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Files without a document: its task was deleted, or a server was ended between the one and the other. Any node may look,
 * and two at a time do no harm.
 */
@ApplicationScoped
class Leftovers {
    private static final Duration AGE = Duration.ofDays(1);
    private static final int AT_ONCE = 500;

    private final Documents documents;
    private final FolderStorage storage;
    private final Clock clock;

    Leftovers(Documents documents, FolderStorage storage, Clock clock) {
        this.documents = documents;
        this.storage = storage;
        this.clock = clock;
    }

    /** Those that are old enough not to be somebody's upload of this moment. */
    @Scheduled(every = "24h", delayed = "10m")
    void remove() throws IOException {
        Instant before = clock.instant().minus(AGE);
        storage.deleteArriving(before);
        List<String> keys = storage.keys(before, "", AT_ONCE);
        while (!keys.isEmpty()) {
            Set<String> known = documents.known(keys);
            for (String key : keys) {
                if (!known.contains(key)) storage.delete(key);
            }
            keys = storage.keys(before, keys.get(keys.size() - 1), AT_ONCE);
        }
    }
}
